package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule is a row of the table, a condition and sentences: none of the three without the others. */
class RuleBindingTest {

    private static final Set<String> OF_THE_WHOLE_FILE = Set.of("R-EV-01", "W-INS-01");

    @TempDir
    Path folder;

    private static List<ResourceBundle> bundles() {
        return Stream.of(Locale.ENGLISH, Locale.FRENCH)
                .map(language -> ResourceBundle.getBundle("org.estampille.report.policies", language))
                .toList();
    }

    private static Set<String> ids() {
        return RuleTable.rules().stream().map(RuleTable.Rule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_row_has_its_condition_and_every_condition_its_row() {
        Set<String> bound = new TreeSet<>(RightsGate.conditions().keySet());
        assertThat(bound).doesNotContainAnyElementsOf(OF_THE_WHOLE_FILE);
        bound.addAll(OF_THE_WHOLE_FILE);
        assertThat(bound).isEqualTo(ids());
        assertThat(RuleTable.rules()).hasSize(ids().size());
    }

    @Test
    void every_rule_has_its_sentences_in_both_languages() {
        for (ResourceBundle bundle : bundles()) {
            for (String id : ids()) {
                for (String part : List.of("holds", "violated", "unknown", "advice")) {
                    assertThat(bundle.containsKey(id + "." + part))
                            .as(id + "." + part)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_rule_says_in_both_languages_what_it_rests_on() {
        for (ResourceBundle bundle : bundles()) {
            for (String id : ids()) {
                assertThat(bundle.getString(id + ".basis")).as(id).contains(" ").doesNotContain("field", "champ");
            }
        }
    }

    @Test
    void every_rule_has_the_version_of_its_table_and_the_days_between_which_it_applies() throws IOException {
        for (Profile.Clause clause : RightsProfile.THEATRICAL.clauses()) {
            assertThat(clause.version()).matches("\\d+\\.\\d+\\.\\d+");
        }
        assertThat(outcomeOf("W-LEG-01", "2023-03-16T00:00:00Z")).isNotEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcomeOf("W-LEG-01", "2023-03-15T00:00:00Z")).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    private Outcome outcomeOf(String id, String at) throws IOException {
        Dossier now = Situation.of("", folder);
        Dossier then = new Dossier(
                now.integrity(),
                now.signerTrusted(),
                now.disclosure(),
                now.trail(),
                now.release(),
                now.evidence(),
                now.identified(),
                Instant.parse(at));
        return RightsProfile.THEATRICAL.judge(then).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(RuleResult::outcome)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_reason_that_a_condition_can_give_has_a_sentence() throws IOException {
        List<String> reasons = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/estampille/policy"))) {
            Pattern given = Pattern.compile("because\\(\"([^\"]+)\"\\)|String EXPIRED = \"([^\"]+)\"");
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                for (MatchResult found :
                        given.matcher(Files.readString(source)).results().toList()) {
                    reasons.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        assertThat(reasons).contains("not-named", "not-said", "currency", "future", "expired");
        for (ResourceBundle bundle : bundles()) {
            for (String reason : reasons) {
                assertThat(bundle.keySet()).as(reason).anyMatch(key -> key.endsWith("." + reason));
            }
        }
    }

    @Test
    void every_reason_that_the_cases_come_to_has_a_sentence_of_its_rule() throws IOException {
        for (String row : RightsRulesTest.rows().toList()) {
            Verdict verdict = RightsProfile.THEATRICAL.judge(Situation.of(row.split("\\|", -1)[2], folder));
            for (RuleResult rule : verdict.rules()) {
                for (ResourceBundle bundle : bundles()) {
                    assertThat(rule.reason().endsWith(".idle") || bundle.containsKey(rule.reason()))
                            .as(rule.reason())
                            .isTrue();
                }
            }
        }
    }
}
