package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The only label of a deep fake: where it does not say that AI made it, nobody is told. */
final class DeniedLabelTest {

    private static final String TABLE = """
            rubric_metadata: {name: one-case, version: 1.0.0}
            cases:
              - id: one
                title: {en: one, fr: un}
                marked: true
                format: %s
                roles: [deployer]
                answers: {inputMarksKept: "yes", labelProcess: "yes", china: "%s"}
                declaration: {workKind: news, uses: [{id: shot, extent: generated, modality: %s, operations: [%s], inFinalOutput: yes, generatedAt: "2026-10-02", tool: {name: Tool}}], deepfakeAssessment: {deepfake: yes, rationale: a}, labels: [{form: %s, %s language: en, embedded: yes, altText: a, contrastOk: yes, position: top left, heightPercent: 8, verifiedBy: A, verifiedOn: "2026-10-05", intervalSeconds: 60, afterBreaks: yes, ranges: [{from: "0.0", to: "9.0"}]}]}
                expect: {verdict: any, rule: %s, outcome: any}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eu-ai-act-50-4      | text    | text: 'AI MODIFIED',      | AI504-19 | PASS",
                "eu-ai-act-50-4      | text    | text: 'AI WAS NOT USED',  | AI504-19 | WARN",
                "eu-ai-act-50-4      | text    | text: 'SYNTHETIC TURF',   | AI504-19 | WARN",
                "eu-ai-act-50-4      | text    | text: 'NADA DE IA',       | AI504-19 | WARN",
                "eu-code-of-practice | text    | text: 'AI-FREE PICTURES', | COP2-01  | FAIL",
                "china-gb-45438      | text    | text: 'AI生成',            | CN-08    | PASS",
                "china-gb-45438      | text    | text: '非AI生成',          | CN-08    | FAIL",
            })
    void a_label_that_denies_ai_is_no_label_of_ai(String profile, String form, String text, String rule, String outcome)
            throws Exception {
        String table = TABLE.formatted(
                "video/mp4", profile.startsWith("china") ? "yes" : "no", "video", "video", form, text, rule);
        assertThat(CaseTable.judge(table, profile))
                .singleElement()
                .satisfies(result -> assertThat(result.found()).endsWith(rule + " " + outcome));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text: 'This voice is made by AI', | PASS",
                "text: 'No AI was used',           | WARN",
                "``                                | WARN",
            })
    void a_spoken_notice_whose_words_nobody_gave_is_open(String text, String outcome) throws Exception {
        String table = TABLE.formatted("audio/wav", "no", "audio", "voice_clone", "audible", text, "COP2-08");
        assertThat(CaseTable.judge(table, "eu-code-of-practice"))
                .singleElement()
                .satisfies(result -> assertThat(result.found()).endsWith("COP2-08 " + outcome));
    }
}
