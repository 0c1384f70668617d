package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.MarkedDisclosure;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonText;
import org.estampille.marks.AigcLabel;
import org.estampille.marks.Gap;
import org.estampille.marks.Location;
import org.estampille.marks.Mark;
import org.estampille.marks.MarkReading;
import org.estampille.marks.Meaning;
import org.estampille.marks.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that look at marks outside of manifests. */
final class MarkRulesTest {

    private static final Mark WATERMARK = mark("some-watermark", Location.WATERMARK);
    private static final Mark SETTINGS = mark("webui-parameters", Location.PNG_TEXT);

    @TempDir
    private Path folder;

    private static Mark mark(String fingerprint, Location location) {
        return new Mark(
                fingerprint,
                location,
                "there",
                "name",
                "value",
                Optional.empty(),
                Meaning.GENERATED,
                Strength.HARD,
                List.of());
    }

    private static Mark label(String value, boolean wellFormed, String... without) {
        Map<String, String> fields = new LinkedHashMap<>();
        AigcLabel.KEYS.forEach(key -> fields.put(key, key.equals("Label") ? value : "001191"));
        List.of(without).forEach(fields::remove);
        AigcLabel label = new AigcLabel(fields, List.of(), wellFormed);
        return new Mark(
                "aigc-" + value,
                Location.XMP,
                "XMP",
                "TC260:AIGC",
                "{}",
                Optional.empty(),
                Meaning.GENERATED,
                Strength.HARD,
                List.of(),
                Optional.of(label));
    }

    private static MarkReading marks(Mark... marks) {
        return new MarkReading("image/png", List.of(marks), List.of());
    }

    private Outcome outcome(String profile, String rule, Optional<MarkReading> own, Optional<MarkReading> before)
            throws Exception {
        Dossier known = Situation.of("", folder);
        ContentDisclosure signed = CaseDisclosure.generated();
        House house = House.none()
                .answering("china", new JsonText("yes"))
                .answering("roles", JsonArray.ofTexts(List.of("provider")))
                .answering("inputMarksKept", new JsonText("yes"));
        Verdict verdict = BundledProfiles.named(profile)
                .orElseThrow()
                .judge(new Dossier(
                        known.integrity(),
                        known.signerTrusted(),
                        own.map(reading -> MarkedDisclosure.of(signed, reading)).orElse(signed),
                        known.trail(),
                        known.release(),
                        known.evidence(),
                        known.identified(),
                        known.at(),
                        new AssetView(Optional.empty(), Optional.of("image/png"), own, before),
                        house));
        return verdict.rules().stream()
                .filter(result -> result.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private Outcome china(String rule, Mark... marks) throws Exception {
        return outcome("china-gb-45438", rule, Optional.of(marks(marks)), Optional.empty());
    }

    @Test
    void a_label_nobody_looked_for_is_not_a_missing_one() throws Exception {
        assertThat(outcome("china-gb-45438", "CN-01", Optional.empty(), Optional.empty()))
                .isEqualTo(Outcome.INDETERMINATE);
        assertThat(china("CN-01")).isEqualTo(Outcome.FAIL);
        assertThat(china("CN-01", SETTINGS)).isEqualTo(Outcome.FAIL);
        assertThat(china("CN-01", label("1", true))).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_label_may_stand_where_nothing_could_be_read() throws Exception {
        MarkReading partly = new MarkReading(
                "image/png", List.of(), List.of(new MarkReading.Unread("XMP", Gap.BROKEN, "it is damaged")));
        assertThat(outcome("china-gb-45438", "CN-01", Optional.of(partly), Optional.empty()))
                .isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void a_label_has_seven_fields_of_which_three_are_filled_in_and_stands_alone() throws Exception {
        assertThat(china("CN-02", label("1", true))).isEqualTo(Outcome.PASS);
        assertThat(china("CN-02", label("1", false, "ReservedCode2"))).isEqualTo(Outcome.FAIL);
        assertThat(china("CN-03", label("1", true))).isEqualTo(Outcome.PASS);
        assertThat(china("CN-03", label("1", false, "ProduceID"))).isEqualTo(Outcome.FAIL);
        assertThat(china("CN-04", label("1", true), label("2", true))).isEqualTo(Outcome.FAIL);
        assertThat(china("CN-06", label("3", true))).isEqualTo(Outcome.WARN);
        assertThat(china("CN-07", label("1", true))).isEqualTo(Outcome.PASS);
        assertThat(china("CN-07", label("一", true))).isEqualTo(Outcome.WARN);
    }

    @Test
    void a_mark_of_the_input_that_is_gone_was_removed() throws Exception {
        Optional<MarkReading> labelled = Optional.of(marks(label("1", true)));
        assertThat(outcome("china-gb-45438", "CN-11", Optional.of(marks()), labelled))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome("china-gb-45438", "CN-11", labelled, labelled)).isEqualTo(Outcome.PASS);
        assertThat(outcome("china-gb-45438", "CN-01", Optional.of(marks()), labelled))
                .as("the label of the input is not the label of the file")
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome("eu-code-of-practice", "COP1-04", Optional.of(marks()), Optional.of(marks(SETTINGS))))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome(
                        "eu-code-of-practice", "COP1-04", Optional.of(marks(SETTINGS)), Optional.of(marks(SETTINGS))))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void a_watermark_found_is_the_second_layer_of_marking() throws Exception {
        assertThat(outcome("eu-code-of-practice", "COP1-01", Optional.of(marks(SETTINGS)), Optional.empty()))
                .isEqualTo(Outcome.WARN);
        assertThat(outcome("eu-code-of-practice", "COP1-01", Optional.of(marks(WATERMARK)), Optional.empty()))
                .isEqualTo(Outcome.PASS);
        assertThat(outcome("eu-code-of-practice", "COP1-01", Optional.of(marks()), Optional.of(marks(WATERMARK))))
                .as("a watermark of the input that is gone")
                .isEqualTo(Outcome.WARN);
    }

    @Test
    void a_hard_mark_against_the_declaration_fails_and_a_medium_one_warns() throws Exception {
        for (String rule : List.of("broadcaster-acceptance BA-02", "eu-ai-act-50-2 AI502-08")) {
            String[] parts = rule.split(" ");
            assertThat(denied(parts[0], parts[1], Strength.HARD)).as(rule).isEqualTo(Outcome.FAIL);
            assertThat(denied(parts[0], parts[1], Strength.MEDIUM)).as(rule).isEqualTo(Outcome.WARN);
            assertThat(denied(parts[0], parts[1], Strength.WEAK)).as(rule).isEqualTo(Outcome.PASS);
        }
    }

    /** Nothing declared, and a mark of that strength. */
    private Outcome denied(String profile, String rule, Strength strength) throws Exception {
        Mark mark = new Mark(
                "some",
                Location.XMP,
                "there",
                "name",
                "value",
                Optional.empty(),
                Meaning.GENERATED,
                strength,
                List.of());
        AiStatement capture = new AiStatement(
                "c2pa.actions.v2",
                AiStatement.Kind.ACTION,
                "digitalCapture",
                Involvement.NONE_DECLARED,
                AiStatement.Strength.SIGNER,
                Optional.empty());
        ContentDisclosure signed = new ContentDisclosure(
                Involvement.NONE_DECLARED,
                List.of(capture),
                List.of(),
                List.of(),
                ContentDisclosure.nothing().derivation());
        Dossier known = Situation.of("", folder);
        Verdict verdict = BundledProfiles.named(profile)
                .orElseThrow()
                .judge(new Dossier(
                        Dossier.Integrity.HOLDS,
                        true,
                        MarkedDisclosure.of(signed, marks(mark)),
                        org.estampille.disclosure.RightsTrail.nothing(),
                        known.release(),
                        known.evidence(),
                        known.identified(),
                        known.at(),
                        new AssetView(
                                Optional.empty(), Optional.of("image/png"), Optional.of(marks(mark)), Optional.empty()),
                        House.none()));
        return verdict.rules().stream()
                .filter(result -> result.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void no_profile_accepts_a_file_whose_statements_disagree() throws Exception {
        AiStatement capture = new AiStatement(
                "c2pa.actions.v2",
                AiStatement.Kind.ACTION,
                "digitalCapture",
                Involvement.NONE_DECLARED,
                AiStatement.Strength.SIGNER,
                Optional.empty());
        ContentDisclosure signed = new ContentDisclosure(
                Involvement.NONE_DECLARED,
                List.of(capture),
                List.of(),
                List.of(),
                ContentDisclosure.nothing().derivation());
        MarkReading found = marks(SETTINGS);
        Dossier known = Situation.of("", folder);
        for (String profile : BundledProfiles.names()) {
            Verdict verdict = BundledProfiles.named(profile)
                    .orElseThrow()
                    .judge(new Dossier(
                            Dossier.Integrity.HOLDS,
                            true,
                            MarkedDisclosure.of(signed, found),
                            known.trail(),
                            known.release(),
                            known.evidence(),
                            known.identified(),
                            known.at(),
                            new AssetView(
                                    Optional.empty(), Optional.of("image/png"), Optional.of(found), Optional.empty()),
                            House.none()));
            assertThat(verdict.decision()).as(profile).isNotEqualTo(Decision.ACCEPT);
            RuleResult agreement = verdict.rules().stream()
                    .filter(rule -> rule.id().equals("SIG-03"))
                    .findFirst()
                    .orElseThrow();
            assertThat(agreement.outcome()).as(profile).isEqualTo(Outcome.WARN);
            assertThat(agreement.details()).contains("c2pa.actions.v2", "there");
            assertThat(agreement.law())
                    .as(profile + ": a house cannot set it aside where the law is asked about")
                    .isEqualTo(!java.util.Set.of("theatrical", "broadcast", "streaming", "eu-code-of-practice")
                            .contains(profile));
            assertThat(verdict.rules().stream().filter(rule -> rule.id().equals("SIG-03")))
                    .hasSize(1);
        }
    }
}
