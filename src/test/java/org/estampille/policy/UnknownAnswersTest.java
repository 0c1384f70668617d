package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody said gives a review at best; what somebody said does not. */
final class UnknownAnswersTest {

    private static final String TABLE = """
            rubric_metadata: {name: one-case, version: 1.0.0}
            cases:
              - id: one
                title: {en: one, fr: un}
                marked: true
                %s
                answers: {%s inputMarksKept: "yes", labelProcess: "yes"}
                declaration: {%s uses: [{id: shot, extent: generated, modality: video, operations: [video], inFinalOutput: yes, generatedAt: "2026-10-02", tool: {name: Tool}}]}
                expect: {verdict: %s, rule: %s, outcome: %s}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "california-sb-942 | -               | -                     | workKind: fiction,                              | REVIEW | CA942-00 | WARN",
                "california-sb-942 | roles: [none]   | -                     | workKind: fiction,                              | ACCEPT | CA942-00 | PASS",
                "california-sb-942 | roles: [none]   | -                     | -                                               | REVIEW | US-AD-00 | WARN",
                "california-sb-942 | roles: [none]   | -                     | workKind: advert,                               | REVIEW | US-AD-00 | WARN",
                "california-sb-942 | roles: [none]   | -                     | workKind: advert, territories: [US],          | REVIEW | US-AD-00 | WARN",
                "california-sb-942 | roles: [none]   | -                     | workKind: advert, territories: [FR],          | ACCEPT | US-AD-00 | NOT_APPLICABLE",
                "california-sb-942 | roles: [none]   | syntheticPerformers: 'no', | workKind: advert,                          | ACCEPT | US-AD-00 | PASS",
                "california-sb-942 | roles: [none]   | -                     | workKind: advert, persons: [{ref: p, kind: performer, depicted: [face], consent: obtained}], | ACCEPT | US-AD-00 | PASS",
                "california-sb-942 | roles: [none]   | -                     | workKind: advert, persons: [{ref: p, kind: synthetic}], | REJECT | US-AD-01 | FAIL",
                "china-gb-45438    | -               | -                     | -                                               | REVIEW | CN-00 | WARN",
                "china-gb-45438    | -               | china: 'no',          | -                                               | ACCEPT | CN-00 | PASS",
                "china-gb-45438    | -               | -                     | territories: [FR],                            | ACCEPT | CN-00 | PASS",
                "china-gb-45438    | -               | -                     | territories: [\"001\"],                     | REJECT | CN-01 | INDETERMINATE",
                "eu-code-of-practice | -             | -                     | -                                               | REVIEW | COP-00 | WARN",
                "eu-code-of-practice | roles: [none] | -                     | -                                               | ACCEPT | COP-00 | PASS",
            })
    void what_nobody_said_gives_a_review_at_best(
            String profile, String roles, String answers, String declared, String verdict, String rule, String outcome)
            throws Exception {
        String table = TABLE.formatted(text(roles), text(answers), text(declared), verdict, rule, outcome);
        assertThat(CaseTable.judge(table, profile))
                .singleElement()
                .satisfies(result -> assertThat(result.found()).isEqualTo(result.expected()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-ai-act-50-4", "eu-code-of-practice", "broadcaster-acceptance"})
    void the_advice_of_a_rule_names_the_answers_it_asks_for(String name) {
        Pattern answer = Pattern.compile("estampille\\.answers\\.([A-Za-z0-9_]+)");
        RuleProfile profile = (RuleProfile) BundledProfiles.named(name).orElseThrow();
        for (ProfileRule rule : profile.rules()) {
            String asked = rule.violatedBy()
                    + rule.openIf().orElse("")
                    + rule.appliesIf().orElse("");
            List<String> names =
                    answer.matcher(asked).results().map(found -> found.group(1)).toList();
            assertThat(rule.words().advice().values())
                    .allSatisfy(advice ->
                            assertThat(names).as(rule.id() + ": " + advice).allMatch(advice::contains));
        }
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
