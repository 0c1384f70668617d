package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a house answers counts as what it says: never as the good answer because it is not the bad one. */
final class HouseAnswersTest {

    private static final String TABLE = """
            rubric_metadata: {name: one-case, version: 1.0.0}
            cases:
              - id: one
                title: {en: one, fr: un}
                marked: true
                roles: [%s]
                answers: {%s}
                declaration: {%s, uses: [{id: shot, extent: generated, modality: video, operations: [video], inFinalOutput: yes, generatedAt: "2026-10-02", tool: {name: Tool}}], deepfakeAssessment: {deepfake: yes, rationale: a}, labels: [{form: eu_modified, embedded: yes, altText: a, ranges: [{from: "0.0", to: "9.0"}], intervalSeconds: 600, afterBreaks: %s}]}
                expect: {verdict: any, rule: %s, outcome: %s}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eu-ai-act-50-4         | onlyPlatformToggle: true      | AI504-12 | FAIL",
                "eu-ai-act-50-4         | onlyPlatformToggle: false     | AI504-12 | PASS",
                "eu-ai-act-50-4         | onlyPlatformToggle: unknown   | AI504-12 | WARN",
                "eu-code-of-practice    | openMislabelReports: true     | COP2-11  | FAIL",
                "eu-code-of-practice    | openMislabelReports: unknown  | COP2-11  | WARN",
                "eu-code-of-practice    | openMislabelReports: 'no'     | COP2-11  | PASS",
                "eu-code-of-practice    | inputMarksKept: false         | COP1-04  | FAIL",
                "eu-code-of-practice    | inputMarksKept: unknown       | COP1-04  | WARN",
                "eu-code-of-practice    | inputMarksKept: true          | COP1-04  | PASS",
                "eu-code-of-practice    | labelProcess: false           | COP2-10  | WARN",
                "eu-code-of-practice    | labelProcess: unknown         | COP2-10  | WARN",
                "eu-code-of-practice    | labelProcess: 'yes'           | COP2-10  | PASS",
                "eu-code-of-practice    | breaks: true                  | COP2-05  | FAIL",
                "eu-code-of-practice    | breaks: unknown               | COP2-05  | WARN",
                "eu-code-of-practice    | breaks: 'no'                  | COP2-05  | PASS",
                "broadcaster-acceptance | breaks: unknown               | BA-10    | WARN",
                "broadcaster-acceptance | breaks: false                 | BA-10    | NOT_APPLICABLE",
                "eu-ai-act-50-2         | detectorUrl: unknown          | AI502-05 | WARN",
                "eu-ai-act-50-2         | detectorUrl: 'n/a'            | AI502-05 | WARN",
                "eu-ai-act-50-2         | detectorUrl: 'no'             | AI502-05 | FAIL",
                "eu-ai-act-50-2         | detectorUrl: 'https://d.example' | AI502-05 | PASS",
                "broadcaster-acceptance | approvalRef: unknown          | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: pending          | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: 'Pending, see mail' | BA-03 | WARN",
                "broadcaster-acceptance | approvalRef: 'n/a'            | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: TBD              | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: à venir          | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: '?'              | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef:                  | BA-03    | WARN",
                "broadcaster-acceptance | approvalRef: ''               | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: None             | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: aucun            | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: false            | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: refused          | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: refusé           | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: 'not approved'   | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: 'non approuvé'   | BA-03    | FAIL",
                "broadcaster-acceptance | approvalRef: 'AP-118, declined 2026-11-02' | BA-03 | FAIL",
                "broadcaster-acceptance | approvalRef: 118              | BA-03    | PASS",
                "broadcaster-acceptance | approvalRef: AP-1             | BA-03    | PASS",
                "california-sb-942      | detectorUrl: unknown          | CA942-06 | WARN",
                "california-sb-942      | manifestOption: unknown       | CA942-05 | WARN",
                "california-sb-942      | detectorShowsPersonalData: unknown | CA942-08 | WARN",
                "china-gb-45438         | china: true                   | CN-01    | INDETERMINATE",
                "china-gb-45438         | china: unknown                | CN-00    | WARN",
                "theatrical-release-rights | thirdPartyIp: unknown      | TR-12    | WARN",
                "theatrical-release-rights | thirdPartyIp: cleared      | TR-12    | PASS",
            })
    void an_answer_counts_as_what_it_says(String profile, String answer, String rule, String outcome) throws Exception {
        String role =
                profile.startsWith("eu-ai-act-50-2") || profile.startsWith("california") ? "provider" : "deployer";
        String table = TABLE.formatted(role, answer, "workKind: news", "no", rule, outcome);
        assertThat(CaseTable.judge(table, profile))
                .singleElement()
                .satisfies(result -> assertThat(result.found()).endsWith(rule + " " + outcome));
    }

    @Test
    void a_country_that_the_house_is_not_sure_of_is_open_wherever_it_goes() throws Exception {
        String table = TABLE.formatted(
                "deployer", "china: unknown", "workKind: news, territories: [FR]", "no", "CN-01", "INDETERMINATE");
        assertThat(CaseTable.judge(table, "china-gb-45438"))
                .singleElement()
                .satisfies(result -> assertThat(result.found()).doesNotStartWith("ACCEPT"));
    }

    @Test
    void every_word_that_a_bundled_formula_compares_an_answer_with_can_be_answered() {
        Pattern compared = Pattern.compile("answers\\.(\\w+) [!=]= \\\\?\"([^\"\\\\]+)");
        int seen = 0;
        for (String name : BundledProfiles.names()) {
            String text = BundledProfiles.text(name).orElse("");
            List<MatchResult> found = compared.matcher(text).results().toList();
            for (MatchResult one : found) {
                assertThat(HouseAnswers.words(one.group(1))).as(one.group()).contains(one.group(2));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(10);
    }
}
