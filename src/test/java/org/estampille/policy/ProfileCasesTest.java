package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
