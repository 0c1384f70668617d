package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no rule would look at is refused where it stands: left out in silence, nobody would notice. */
final class HouseFileTest {

    private static final String RULE = """
              owner: A
            ---
            - id: "house:H-01"
              failIfMatched: true
              %s
              reportText: {"true": {en: yes, fr: oui}, "false": {en: no, fr: non}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void has_a_picture() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    /** The line that begins the group is 3. */
    private int judged(String content) throws IOException {
        Files.writeString(
                folder.resolve("house.yaml"), "rubric_metadata: {name: Channel, version: '1'}\nhouse:\n" + content);
        return terminal.run("verify", "film.mp4", "--policy", "broadcaster-acceptance", "--house", "house.yaml");
    }

    private void isRefused(String content, String said) throws IOException {
        assertThat(judged(content)).as(content).isEqualTo(2);
        assertThat(terminal.err()).contains("house.yaml: " + said, "nothing was judged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "onlyPlatformToggle: 'Yes'   | onlyPlatformToggle wants one of yes, no, unknown; not Yes",
                "openMislabelReports: oui    | openMislabelReports wants one of yes, no, unknown; not oui",
                "inputMarksKept: non         | inputMarksKept wants one of yes, no, unknown; not non",
                "labelProcess: [yes]         | labelProcess wants one of yes, no, unknown; not yes",
                "china: oui                  | china wants one of",
                "unionNotice: given          | unionNotice wants one of",
                "thirdPartyIp: not cleared   | thirdPartyIp wants one of cleared, uncleared, unknown; not not cleared",
                "codeSignatory: S3           | codeSignatory wants one of S1, S2, both, none, unknown; not S3",
                "approvalRef: true           | approvalRef wants a reference, such as AP-2026-118; no where there is none",
                "approvalRef: yes            | approvalRef wants a reference",
                "approvalRef: the director   | approvalRef wants a reference",
                "approvalRef: [AP-1]         | approvalRef wants a reference",
                "fairnessNote: oui           | fairnessNote wants a reference",
                "detectorUrl: we have one    | detectorUrl wants an address that begins with https://",
                "detectorUrl: yes            | detectorUrl wants an address",
                "roles: [distributor]        | roles wants one of provider,",
            })
    void an_answer_in_words_that_no_rule_knows_is_refused_with_those_there_are(String answer, String said)
            throws IOException {
        isRefused("  owner: A\n  answers:\n    " + answer + "\n", "line 5: answers: " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "waiver: []                | line 3: house: there is no 'waiver'; did you mean waivers?",
                "parametres: {}            | line 3: house: there is no 'parametres'; did you mean parameters?",
                "validFrom: 2030-01-01     | line 3: house: there is no 'validFrom'; there are owner, parameters,",
                "owner: [A]                | line 3: house: 'owner' wants a text",
                "waivers: {rule: BA-03}    | line 3: waivers: wants a list",
                "waivers: [BA-03]          | line 3: waiver 1 needs 'rule'",
                "answers: [approvalRef]    | line 3: answers: wants names with values",
                "parameters: [true]        | line 3: parameters: wants names with values",
                "parameters: {noticeHours: soon} | line 3: parameters: noticeHours wants a number",
                "parameters: {noticeHour: 5}     | line 3: parameters: there is no 'noticeHour'; did you mean noticeHours?",
                "answers: {aprovalRef: AP}       | line 3: answers: there is no 'aprovalRef'; did you mean approvalRef?",
                "includes: theatrical      | line 3: includes: wants a list",
                "includes: [theatricl]     | line 3: includes: there is no 'theatricl'; did you mean theatrical?",
            })
    void a_group_that_is_not_known_or_of_another_kind_is_refused_with_its_line(String group, String said)
            throws IOException {
        isRefused("  " + group + "\n", said);
    }

    @Test
    void a_group_beside_the_house_is_refused() throws IOException {
        isRefused("  owner: A\nwaivers: []\n", "line 4: the first document: there is no 'waivers'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{rule: BA-03, by: A, until: 2026-12-31}                     | waiver 2 needs 'reason'",
                "{rule: BA-03, reason: a, by: A}                             | waiver 2 needs 'until', its last day",
                "{rule: BA-03, reason: a, by: A, until: 31/12/2026}          | waiver 2: 'until' wants a day such as",
                "{rule: BA-03, reason: a, by: A, until: 2026}                | waiver 2: 'until' wants a day such as",
                "{rule: BA-03, reason: 5, by: A, until: 2026-12-31}          | waiver 2: 'reason' wants a text",
                "{rule: BA-03, reason: a, by: A, til: x, until: 2026-12-31}  | waiver 2: there is no 'til'",
                "{rule: BA-99, reason: a, by: A, until: 2026-12-31}          | waiver 2: there is no 'BA-99'; there are BA-01",
                "{rule: BA-03, profile: broadcaster, reason: a, by: A, until: 2026-12-31} | waiver 2: there is no 'broadcaster'",
            })
    void what_is_wrong_with_a_waiver_is_told_with_its_line(String waiver, String said) throws IOException {
        isRefused(
                "  waivers:\n    - {rule: BA-03, reason: a, by: A, until: 2026-12-31}\n    - " + waiver + "\n",
                "line 5: " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "expression: 'if('                            | line 7: rule H-01: expression cannot be read",
                "appliesIff: '[]'                             | line 7: rule H-01: there is no 'appliesIff'; did you mean appliesIf?",
                "appliesIf: true                              | line 7: rule H-01: 'appliesIf' wants a text",
                "from: soon                                   | line 7: rule H-01: 'from' wants a day",
                "law: 'yes'                                   | line 7: rule H-01: 'law' wants true or false",
                "openAs: fail                                 | line 7: rule H-01: 'openAs' wants indeterminate",
            })
    void what_is_wrong_with_a_rule_is_told_with_its_line(String field, String said) throws IOException {
        String more = field.startsWith("expression") ? field : field + "\n  expression: '[]'";
        isRefused(RULE.formatted(more), said);
    }

    @Test
    void a_rule_without_an_expression_is_told_with_its_line() throws IOException {
        isRefused(RULE.formatted("from: 2026-01-01"), "line 5: rule 1 needs an id and an expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$estampille.ai.usess[?extent == \"generated\"].id  | there is no 'usess'; did you mean uses?",
                "$estampille.ai.uses[?extnt == \"generated\"].id    | there is no 'extnt'; did you mean extent?",
                "$estampille.ai.uses[*].idd                         | there is no 'idd'; did you mean id?",
                "estampille.ai.labels[0].saisAi                     | there is no 'saisAi'; did you mean saysAi?",
                "if($estampille.asset.knd == \"video\", [1], [])    | there is no 'knd'; did you mean kind?",
                "map($estampille.marks, &generatr)                  | there is no 'generatr'; did you mean generator?",
                "$estampille.roles.deployr                          | there is no 'deployr'; did you mean deployer?",
                "$estampille.declaration.workkind                   | there is no 'workkind'; did you mean workKind?",
                "$estampille.release.territory                      | there is no 'territory'; did you mean territories?",
                "$estampille.parameters.ours                        | there is no 'ours'",
                "$estampile.ai                                      | there is no '$estampile'; did you mean $estampille?",
            })
    void a_fact_that_there_is_not_is_refused_with_the_one_that_was_meant(String formula, String said)
            throws IOException {
        String content = RULE.replace("owner: A", "parameters: {limit: 3}").formatted("expression: '" + formula + "'");
        isRefused(content, "line 7: rule H-01: expression: " + said);
    }

    @Test
    void a_fact_in_a_named_expression_is_looked_at_too() throws IOException {
        String content = RULE.replace("---", "expressions:\n  _made: $estampille.ai.uses[?extnt == 'x']\n---")
                .formatted("expression: '_made()'");
        assertThat(judged(content)).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no 'extnt'; did you mean extent?");
    }

    @Test
    void facts_that_there_are_and_what_nobody_can_know_beforehand_are_no_fault() throws IOException {
        String formula =
                "if($estampille.ai.uses[?extent == \"generated\" && length(operations[?@ == \"video\"]) > 0].id"
                        + " && $estampille.answers.ours == \"yes\" && $estampille.declaration.uses[*].tool.name"
                        + " && manifests[0].claim && $estampille.marks[?strength == \"hard\"].where, [1], [])";
        assertThat(judged(RULE.formatted("expression: '" + formula + "'")))
                .as(terminal.err())
                .isNotEqualTo(2);
    }
}
