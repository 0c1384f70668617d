package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every profile that comes with the program has cases of its own. */
final class ProfileCasesTest {

    static List<String> profiles() {
        return BundledProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_profile_has_cases_that_it_accepts_and_cases_that_it_does_not(String profile) throws Exception {
        List<CaseTable.Result> results =
                CaseTable.judge(BundledProfiles.cases(profile).orElseThrow(), profile);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.found())
                    .as(result.id() + " " + result.title().get("en"))
                    .isEqualTo(result.expected());
            assertThat(result.title()).containsOnlyKeys("en", "fr");
        });
        assertThat(results).anyMatch(result -> result.found().startsWith("ACCEPT "));
        assertThat(results).anyMatch(result -> !result.found().startsWith("ACCEPT "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"california-sb-942", "china-gb-45438", "theatrical-release-rights"})
    void every_rule_has_a_case_that_violates_it(String name) throws Exception {
        RuleProfile profile = (RuleProfile) BundledProfiles.named(name).orElseThrow();
        List<CaseTable.Result> results =
                CaseTable.judge(BundledProfiles.cases(name).orElseThrow(), name);
        for (ProfileRule rule : profile.rules()) {
            assertThat(results)
                    .as(rule.id())
                    .anyMatch(result -> result.found().endsWith(" " + rule.id() + " " + rule.violation()));
        }
    }
}
