package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule with a passing, a violated and an unknown case, from {@code cases.txt}. */
class RightsRulesTest {

    @TempDir
    Path folder;

    static Stream<String> rows() {
        return Situation.text("cases.txt").lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_rule_comes_to_what_its_row_says(String row) throws IOException {
        String[] cells = row.split("\\|", -1);
        Verdict verdict = RightsProfile.THEATRICAL.judge(Situation.of(cells[2], folder));
        List<Outcome> outcomes = verdict.rules().stream()
                .filter(rule -> rule.id().equals(cells[0].strip()))
                .map(RuleResult::outcome)
                .toList();
        assertThat(outcomes).containsExactly(Outcome.valueOf(cells[1].strip()));
    }

    @Test
    void all_46_rules_have_a_closed_a_violated_and_an_unknown_case() {
        Set<String> ids =
                RuleTable.rules().stream().map(RuleTable.Rule::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(ids).hasSize(46);
        for (String id : ids) {
            Set<String> outcomes = rows().filter(row -> row.startsWith(id + " "))
                    .map(row -> row.split("\\|", -1)[1].strip())
                    .collect(Collectors.toSet());
            assertThat(outcomes).as(id).containsAnyOf("PASS", "NOT_APPLICABLE");
            // An unknown status fails by itself; an assignment violates nothing.
            if (!id.equals("R-ST-01")) {
                assertThat(outcomes).as(id).contains("INDETERMINATE");
            }
            if (!id.equals("R-ST-07")) {
                assertThat(outcomes).as(id).containsAnyOf("FAIL", "WARN");
            }
        }
    }

    @Test
    void a_clean_file_is_accepted_in_cinemas() throws IOException {
        Verdict verdict = RightsProfile.THEATRICAL.judge(Situation.of("", folder));
        assertThat(verdict.rules().stream().filter(rule -> rule.outcome().isOpen()))
                .isEmpty();
        assertThat(verdict.decision()).isEqualTo(Decision.ACCEPT);
    }

    @Test
    void severities_differ_by_profile() throws IOException {
        Dossier trains = Situation.of("trainsOnOutputs: no => trainsOnOutputs: yes", folder);
        assertThat(RightsProfile.BROADCAST.judge(trains).decision()).isEqualTo(Decision.REVIEW);
        assertThat(RightsProfile.STREAMING.judge(trains).decision()).isEqualTo(Decision.REJECT);
    }

    @Test
    void rejection_outweighs_what_cannot_be_told_and_that_outweighs_review() throws IOException {
        Dossier review = Situation.of("indemnity: yes => indemnity: no", folder);
        Dossier unknown = Situation.of("indemnity: yes => indemnity: no ; , featureStage: ga =>", folder);
        Dossier rejected = Situation.of(", featureStage: ga => ; status: licensed => status: unknown", folder);
        assertThat(RightsProfile.THEATRICAL.judge(review).decision()).isEqualTo(Decision.REVIEW);
        assertThat(RightsProfile.THEATRICAL.judge(unknown).decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(RightsProfile.THEATRICAL.judge(rejected).decision()).isEqualTo(Decision.REJECT);
    }

    @Test
    void a_file_that_does_not_hold_is_rejected_before_any_rule() throws IOException {
        Dossier clean = Situation.of("", folder);
        Dossier broken = new Dossier(
                Dossier.Integrity.BROKEN,
                true,
                clean.disclosure(),
                clean.trail(),
                clean.release(),
                clean.evidence(),
                clean.identified(),
                clean.at());
        Verdict verdict = RightsProfile.THEATRICAL.judge(broken);
        assertThat(verdict.decision()).isEqualTo(Decision.REJECT);
        assertThat(verdict.rules()).hasSize(1);
    }
}
