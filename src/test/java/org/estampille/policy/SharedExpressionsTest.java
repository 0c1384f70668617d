package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.estampille.rubric.Rubric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles stand for themselves, so that other evaluators read them; what two of them ask alike must then read alike. */
final class SharedExpressionsTest {

    private static Rubric rubric(String profile) {
        return ((RuleProfile) BundledProfiles.named(profile).orElseThrow()).rubric();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_kind",
                "_today",
                "_older",
                "_changing",
                "_helping",
                "_coarse",
                "_half",
                "_assisted",
                "_media",
                "_df",
                "_claimsArt",
                "_art",
                "_unfounded",
                "_named",
                "_posed",
                "_alike",
                "_unnamed",
                "_replicas",
                "_greys",
                "_colours",
                "_doubtful"
            })
    void article_50_and_the_code_ask_it_in_the_same_words(String name) {
        Map<String, String> code = rubric("eu-code-of-practice").expressions();
        assertThat(code)
                .containsEntry(name, rubric("eu-ai-act-50-4").expressions().get(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$start",
                "$plain",
                "$factual",
                "$neverArtistic",
                "$seen",
                "$heard",
                "$replica",
                "$posed",
                "$grey"
            })
    void they_mean_the_same_words_by_a_name(String name) {
        assertThat(rubric("eu-code-of-practice").variables())
                .containsEntry(name, rubric("eu-ai-act-50-4").variables().get(name));
    }
}
