package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.catalogue.RightsStatus;
import org.estampille.declaration.ChainLink;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.WindowUse;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.DerivedClass;
import org.estampille.disclosure.Descent;
import org.estampille.disclosure.Involvement;
import org.estampille.marks.Gap;
import org.estampille.marks.LabelRemark;
import org.estampille.marks.Strength;
import org.estampille.preview.Preview;
import org.estampille.terms.TermsState;
import org.estampille.validate.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that a report may need is there in every language: what is missing fails here, not before a reader. */
final class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"report", "text", "policies", "rights", "labels"})
    void both_languages_have_the_same_keys_with_the_same_places_and_no_blank(String bundle) throws IOException {
        Properties english = words(bundle, "en");
        Properties french = words(bundle, "fr");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values()).noneMatch(word -> word.toString().isBlank());
        assertThat(english.values()).noneMatch(word -> word.toString().isBlank());
        // French may leave out a code or a technical clause, and never ask for a value that is not given.
        for (String key : french.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isSubsetOf(places(french.getProperty(key) + " {0}"));
            assertThat(places(french.getProperty(key)))
                    .as(key)
                    .isSubsetOf(places(english.getProperty(key) + (key.startsWith("broken.") ? "{0}{1}" : "")));
        }
    }

    @Test
    void every_value_of_a_vocabulary_has_its_word() throws IOException {
        List<String> texts = new ArrayList<>();
        all(texts, "state.", VerificationReport.State.values(), VerificationReport.State::label);
        all(texts, "ai.", Involvement.values(), Involvement::label);
        all(texts, "derived.", DerivedClass.values(), DerivedClass::label);
        all(texts, "strength.", AiStatement.Strength.values(), AiStatement.Strength::label);
        all(texts, "signer.", Signer.Standing.values(), Sentences::standing);
        all(texts, "problem.", Problem.Kind.values(), Problem.Kind::name);
        all(texts, "descent.", Descent.Link.values(), Descent.Link::label);
        all(texts, "mark.strength.", Strength.values(), Strength::label);
        all(texts, "gap.", Gap.values(), Gap::label);
        all(texts, "remark.", LabelRemark.Kind.values(), LabelRemark.Kind::label);
        all(texts, "status.", RightsStatus.values(), RightsStatus::word);
        all(texts, "evidence.", TermsState.values(), TermsState::wireName);
        all(texts, "use.", WindowUse.Window.values(), window -> window.word().toLowerCase(Locale.ROOT));
        all(texts, "permission.", WindowUse.Permission.values(), WindowUse.Permission::word);
        assertThat(words("text", "en").stringPropertyNames()).containsAll(texts);
        List<String> pages = new ArrayList<>();
        all(pages, "state.", VerificationReport.State.values(), VerificationReport.State::label);
        all(pages, "source.", VerificationReport.Source.values(), VerificationReport.Source::label);
        all(pages, "involvement.", Involvement.values(), Involvement::label);
        all(pages, "derived.", DerivedClass.values(), DerivedClass::label);
        all(pages, "strength.", AiStatement.Strength.values(), AiStatement.Strength::label);
        all(pages, "trust.", Signer.Standing.values(), Sentences::standing);
        all(pages, "problem.", Problem.Kind.values(), Problem.Kind::name);
        all(pages, "status.", RightsStatus.values(), RightsStatus::word);
        all(pages, "evidence.", TermsState.values(), TermsState::wireName);
        Stream.of(Preview.Reason.values())
                .filter(reason -> reason != Preview.Reason.NOT_WANTED)
                .forEach(reason -> pages.add("picture." + reason.name()));
        assertThat(words("report", "en").stringPropertyNames()).containsAll(pages);
        List<String> rights = new ArrayList<>();
        all(
                rights,
                "window.",
                WindowUse.Window.values(),
                window -> window.word().toLowerCase(Locale.ROOT));
        all(rights, "type.", RightsCondition.Type.values(), type -> type.word().toLowerCase(Locale.ROOT));
        all(rights, "instrument.", ChainLink.Instrument.values(), ChainLink.Instrument::word);
        assertThat(words("rights", "en").stringPropertyNames()).containsAll(rights);
    }

    private static <T> void all(
            List<String> keys, String group, T[] values, java.util.function.Function<T, String> word) {
        for (T value : values) {
            keys.add(group + word.apply(value));
        }
    }

    @Test
    void every_clause_on_revocation_has_its_word() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/estampille/revocation/RevocationCheck.java"));
        List<String> clauses = Pattern.compile("(?:none\\(|NOT_CHECKED, |INACCESSIBLE, |answer, )\"([^\"]+)\"")
                .matcher(source)
                .results()
                .map(match -> "clause." + match.group(1).replace(' ', '-'))
                .filter(key -> !key.equals("clause.the-responder-does-not-know-it"))
                .toList();
        assertThat(clauses).hasSizeGreaterThan(8);
        assertThat(words("text", "fr").stringPropertyNames()).containsAll(clauses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void names_of_lines_leave_room_for_what_follows(String language) throws IOException {
        Properties words = words("text", language);
        assertThat(words.stringPropertyNames())
                .filteredOn(key -> key.startsWith("name."))
                .hasSize(18)
                .allSatisfy(key -> assertThat(words.getProperty(key)).hasSizeLessThanOrEqualTo(10));
    }

    @Test
    void a_value_with_braces_is_no_place_for_another_value() {
        assertThat(Words.ofTexts(Language.ENGLISH).word("contradiction", "{1}", "two"))
                .isEqualTo("{1}, but two");
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream(bundle + "_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }

    @Test
    void no_french_text_lets_a_line_break_before_its_colon() {
        for (Words words : List.of(
                Words.ofTexts(Language.FRENCH), Words.ofPages(Language.FRENCH), Words.ofRights(Language.FRENCH))) {
            assertThat(words.word("between")).isEqualTo("\u00a0; ");
        }
        assertThat(Words.ofPages(Language.FRENCH).word("pair", "in/labelled.mp4", "g\u00e9n\u00e9r\u00e9"))
                .isEqualTo("in/labelled.mp4\u00a0: g\u00e9n\u00e9r\u00e9");
        assertThat(Spacing.of("fr", "\u00ab ici \u00bb ! a: b")).isEqualTo("\u00ab\u00a0ici\u00a0\u00bb\u00a0! a: b");
        assertThat(Spacing.of("en", "a : b")).isEqualTo("a : b");
    }

    /** Who trusts a signer has approved nothing: beside "refus\u00e9" the word would read as a verdict. */
    @Test
    void no_french_text_on_trust_says_approved() throws IOException {
        for (String bundle : List.of("text", "report", "policies")) {
            Path file = Path.of("src/main/resources/org/estampille/report/" + bundle + "_fr.properties");
            assertThat(Files.readString(file)).as(bundle).doesNotContainIgnoringCase("approuv");
        }
        assertThat(Words.ofTexts(Language.FRENCH).word("state.trusted")).isEqualTo("signataire reconnu");
    }

    @Test
    void the_french_basis_of_a_rule_is_french() throws IOException {
        try (Stream<Path> profiles = Files.list(Path.of("src/main/resources/org/estampille/policy"))) {
            for (Path profile :
                    profiles.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                assertThat(Files.readString(profile))
                        .as(profile.toString())
                        .doesNotContainPattern("fr: \"[^\"]*\\bannex \\w");
            }
        }
    }
}
