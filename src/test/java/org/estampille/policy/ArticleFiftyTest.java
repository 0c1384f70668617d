package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.estampille.Measures;
import org.junit.jupiter.api.Test;

/** The cases of Article 50: every one comes out as the table says, down to the paragraph. */
final class ArticleFiftyTest {

    @Test
    void every_case_has_the_expected_verdict_duty_and_paragraph() throws Exception {
        List<CaseTable.Result> results = new ArrayList<>();
        for (String profile : List.of("eu-ai-act-50-2", "eu-ai-act-50-4")) {
            results.addAll(CaseTable.judge(BundledProfiles.cases(profile).orElseThrow(), profile));
        }
        long passed = results.stream().filter(CaseTable.Result::passes).count();
        Measures.record("Article 50 cases: " + results.size() + ", as expected: " + passed);
        assertThat(results)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(result -> assertThat(result.found())
                        .as(result.id() + " " + result.title().get("en"))
                        .isEqualTo(result.expected()));
        assertThat(results).allSatisfy(result -> assertThat(result.title()).containsOnlyKeys("en", "fr"));
        assertThat(results).anyMatch(result -> result.found().contains("ask-legal"));
    }
}
