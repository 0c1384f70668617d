package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.estampille.report.PolicySentences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate, seen from the terminal. */
final class PolicyCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_a_picture_a_release_and_archived_terms() throws IOException {
        terminal = OwnFiles.withKeys(folder, "picture.jpg");
        Files.writeString(folder.resolve("clean.yaml"), resource("clean.yaml"));
        Files.writeString(folder.resolve("release.yaml"), resource("release.yaml"));
        Files.createDirectories(folder.resolve("binder/terms"));
        Files.writeString(folder.resolve("binder/terms/exampleai.html"), "foo");
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = PolicyCommandTest.class.getResourceAsStream("/org/estampille/policy/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void tag(String declaration) throws IOException {
        Files.writeString(folder.resolve("decl.yaml"), declaration);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--in-place")))
                .as(terminal.err())
                .isZero();
    }

    private int verify(String... more) {
        String[] base = {
            "verify",
            "picture.jpg",
            "--trust",
            "keys/root.pem",
            "--policy",
            "theatrical",
            "--release",
            "release.yaml",
            "--evidence",
            "binder"
        };
        String[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return terminal.run(all);
    }

    @Test
    void a_file_without_ai_is_accepted() throws IOException {
        tag("title: A plain shot\ndigitalSourceType: digitalCapture\nallActionsIncluded: true\n");
        assertThat(verify()).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.out()).contains("theatrical: accept");
    }

    @Test
    void what_only_warns_is_set_aside_for_review() throws IOException {
        tag(resource("clean.yaml"));
        assertThat(verify()).as(terminal.out() + terminal.err()).isEqualTo(4);
        assertThat(terminal.out())
                .contains("theatrical: review", "warn R-EV-08", "do: ", "not a copyright opinion")
                .doesNotContain("R-EV-04");
    }

    @Test
    void an_unknown_status_is_rejected() throws IOException {
        tag(resource("clean.yaml")
                .replace("status: licensed", "status: unknown")
                .replace("clauseSeen: true", "clauseSeen: true\n        clauseRef: s.4.2\n        termsVersion: v7"));
        assertThat(verify("--json")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("\"verdict\":\"REJECT\"", "\"id\":\"R-ST-01\",\"outcome\":\"FAIL\"", "\"notice\":")
                .contains("\"evidence\":\"2c26b46b68ffc68f", "\"version\":\"")
                .contains("the clause on who has which rights in the output, field rights.status; s.4.2, version v7")
                .doesNotContain("\"basis\":null");
    }

    @Test
    void a_missing_value_leaves_it_undecided() throws IOException {
        tag(resource("clean.yaml").replace(", featureStage: ga", ""));
        assertThat(verify("--lang", "fr")).isEqualTo(5);
        assertThat(terminal.out())
                .contains("theatrical\u00a0: indéterminé", "R-US-04", "pas un avis sur le droit d'auteur");
    }

    @Test
    void terms_that_were_changed_in_the_binder_are_tampered_with() throws IOException {
        tag(resource("clean.yaml"));
        Files.writeString(folder.resolve("binder/terms/exampleai.html"), "bar");
        assertThat(verify("--json")).isEqualTo(1);
        assertThat(terminal.out()).contains("\"state\":\"tampered\"", "\"id\":\"R-EV-02\",\"outcome\":\"FAIL\"");
    }

    @Test
    void an_altered_file_is_rejected_before_any_rule() throws IOException {
        tag(resource("clean.yaml"));
        byte[] octets = Files.readAllBytes(folder.resolve("picture.jpg"));
        octets[octets.length - 5] ^= 1;
        Files.write(folder.resolve("picture.jpg"), octets);
        assertThat(verify("--json")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("\"id\":\"SIG-01\",\"outcome\":\"FAIL\"")
                .doesNotContain("R-EV-01");
    }

    @Test
    void a_certificate_that_is_not_valid_yet_is_no_altered_file() throws IOException {
        tag(resource("clean.yaml"));
        assertThat(verify("--at", "2020-01-01T00:00:00Z")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("fail SIG-01 The signer's certificate is not valid yet at the time judged for", "(--at)")
                .doesNotContain("Get an unaltered file");
        assertThat(verify("--at", "2090-01-01T00:00:00Z")).isEqualTo(1);
        assertThat(terminal.out()).contains("fail SIG-01 The file does not hold");
    }

    @Test
    void an_ingredient_about_which_nothing_is_known_is_named() throws IOException {
        Files.copy(folder.resolve("picture.jpg"), folder.resolve("plate 7.jpg"));
        Files.writeString(folder.resolve("edit.yaml"), "title: An edit\ndigitalSourceType: composite\n");
        assertThat(terminal.run(
                        "tag",
                        "picture.jpg",
                        "--in-place",
                        "--declare",
                        "edit.yaml",
                        "--ingredient",
                        "plate 7.jpg",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .as(terminal.err())
                .isZero();
        assertThat(verify()).as(terminal.out()).isEqualTo(5);
        assertThat(terminal.out()).contains("R-EV-01 It is not known whether AI took part: plate 7.jpg");
    }

    @Test
    void a_release_that_does_not_speak_of_exclusivity_is_told_what_to_add() throws IOException {
        tag(resource("clean.yaml"));
        Files.writeString(
                folder.resolve("release.yaml"), resource("release.yaml").replace("promises: {exclusive: yes}\n", ""));
        assertThat(verify()).isEqualTo(5);
        assertThat(terminal.out()).contains("do: Say in the release file", "promises: {exclusive: no}");
    }

    @Test
    void every_mistake_of_a_release_file_is_listed_with_its_line() throws IOException {
        Files.writeString(folder.resolve("release.yaml"), "windows: [cinema]\nto: soon\nfoo: 1\n");
        assertThat(verify()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("release.yaml:1: windows[0]", "release.yaml:2: to", "release.yaml:3: foo", "3 problems");
    }

    private void house(String content) throws IOException {
        Files.writeString(
                folder.resolve("house.yaml"), "rubric_metadata: {name: Channel, version: '1'}\nhouse:\n" + content);
    }

    private int judgedInHouse() {
        return terminal.run("verify", "picture.jpg", "--policy", "broadcaster-acceptance", "--house", "house.yaml");
    }

    @Test
    void a_slip_in_the_house_file_is_refused_with_the_names_there_are() throws IOException {
        house("  parameters: {requireAproval: false}\n");
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "house.yaml: line 3: parameters: there is no 'requireAproval'",
                        "requireApproval",
                        "nothing was judged");
        String waiver = "reason: agreed, by: A, until: 2026-12-31}\n";
        house("  waivers:\n    - {rule: BA-99, " + waiver);
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("waiver 1: there is no 'BA-99'; there are BA-01, BA-02,")
                .doesNotContain("COP1");
        house("  waivers:\n    - {rule: BA-03, " + waiver + "    - {rule: BA-03, profile: broadcaster, " + waiver);
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err()).contains("waiver 2: there is no 'broadcaster'; there are", "broadcaster-acceptance");
        house("  waivers:\n    - {rule: BA-03, profile: theatrical, " + waiver);
        assertThat(judgedInHouse()).isEqualTo(2);
        house("  waivers:\n    - {rule: SIG-01, " + waiver);
        assertThat(judgedInHouse()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requireApproval: \"false\"       | requireApproval wants true or false, without quotes, not \"false\"",
                "text: sb1050                    | text wants one of sb942, sb1000, not \"sb1050\"",
                "placedOnEuMarket: July 2026     | placedOnEuMarket wants one of a day such as 2026-03-01, unknown, not",
                "placedOnEuMarket: 2026-02-30    | placedOnEuMarket wants one of a day",
                "placedOnEuMarket: date          | placedOnEuMarket wants one of a day",
                "newsKinds: news                 | newsKinds wants a list of fiction,",
                "newsKinds: [news, talk]         | newsKinds wants a list of fiction,",
                "noticeHours: soon               | noticeHours wants a number of 0 or more",
                "minimumHeightPercent: 1         | minimumHeightPercent wants a number of 5 or more",
                "minimumSeconds: \"2\"            | minimumSeconds wants a number of 2 or more",
            })
    void a_parameter_with_a_value_that_no_rule_means_is_refused_with_those_there_are(String written, String said)
            throws IOException {
        house("  parameters: {" + written + "}\n");
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err()).contains("house.yaml: line 3: parameters: " + said, "nothing was judged");
    }

    @Test
    void parameters_that_are_no_group_are_refused() throws IOException {
        house("  parameters: requireApproval\n");
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err()).contains("house.yaml: ", "parameters: wants names with values");
        house("""
                  parameters: {placedOnEuMarket: 2026-03-01, text: sb1000, newsKinds: [news], minimumSeconds: 3, noticeHours: 24, noticeableSeconds: 1}
                """);
        assertThat(judgedInHouse()).as(terminal.err()).isNotEqualTo(2);
    }

    @Test
    void an_answer_that_no_rule_asks_for_is_refused_with_those_there_are() throws IOException {
        house("  answers: {aprovalRef: AP-1}\n");
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "house.yaml: line 3: answers: there is no 'aprovalRef'; did you mean approvalRef?", "nothing");
    }

    @Test
    void a_formula_that_cannot_be_read_is_refused_with_file_rule_and_place() throws IOException {
        String rule = """
                  owner: A
                %s---
                - id: "house:H-01"
                  failIfMatched: true
                  %s
                  reportText: {"true": {en: yes, fr: oui}, "false": {en: no, fr: non}}
                """;
        house(rule.formatted("", "expression: 'if($estampille.today == , [1], [])'"));
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("house.yaml: ", "rule H-01: expression cannot be read at character", "nothing was judged");
        house(rule.formatted("", "expression: '[]'\n  openIf: '['"));
        assertThat(judgedInHouse()).isEqualTo(2);
        assertThat(terminal.err()).contains("rule H-01: openIf cannot be read");
    }

    @Test
    void a_house_may_name_what_any_profile_or_its_own_rules_know() throws IOException {
        house("""
                  parameters: {requireApproval: false, noticeHours: 24, ours: 3}
                  waivers:
                    - {rule: BA-03, profile: broadcaster-acceptance, reason: agreed, by: A, until: 2026-12-31}
                    - {rule: AI504-07, profile: broadcaster-acceptance, reason: agreed, by: A, until: 2026-12-31}
                    - {rule: R-EV-08, reason: agreed, by: A, until: 2026-12-31}
                    - {rule: SIG-02, reason: agreed, by: A, until: 2026-12-31}
                    - {rule: H-01, profile: Channel, reason: agreed, by: A, until: 2026-12-31}
                ---
                - id: "house:H-01"
                  failIfMatched: true
                  expression: 'if($estampille.parameters.ours > 2, ["ours"], [])'
                  reportText: {"true": {en: yes, fr: oui}, "false": {en: no, fr: non}}
                """);
        assertThat(judgedInHouse()).as(terminal.err()).isNotEqualTo(2);
    }

    @Test
    void an_unknown_policy_or_language_is_a_usage_error() {
        assertThat(terminal.run("verify", "picture.jpg", "--policy", "cinema")).isEqualTo(2);
        assertThat(terminal.err()).contains("there are theatrical, broadcast, streaming, eu-ai-act-50-2");
        assertThat(terminal.run("verify", "picture.jpg", "--lang", "de")).isEqualTo(2);
    }

    @Test
    void the_profiles_their_rules_and_an_example_are_printed() throws IOException {
        assertThat(terminal.run("policy", "list")).isZero();
        assertThat(terminal.out()).contains("theatrical: 46 rules");
        assertThat(terminal.run("policy", "show", "streaming")).isZero();
        assertThat(terminal.out().lines()).hasSize(46).allMatch(line -> line.matches(".*; version [0-9.]+.*"));
        assertThat(terminal.out())
                .contains(
                        "(Signed statement on the tool's terms: the clause on commercial use, field rights.uses; version")
                .contains("; from 2023-03-16)");
        assertThat(terminal.run("policy", "show", "theatrical-release-rights", "--lang", "fr"))
                .isZero();
        assertThat(terminal.out())
                .contains("Déclaration signée sur les conditions de l'outil\u00a0: la clause sur l'usage commercial")
                .contains("dès le 2023-03-16");
        assertThat(terminal.run("policy", "example")).isZero();
        Files.writeString(folder.resolve("release.yaml"), terminal.out());
        tag(resource("clean.yaml"));
        assertThat(verify()).as(terminal.err()).isNotEqualTo(2);
    }

    @Test
    void the_sentences_of_both_languages_are_complete() throws IOException {
        Properties english = bundle("en");
        Properties french = bundle("fr");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String id : resource("cases.txt")
                .lines()
                .filter(l -> l.startsWith("R-") || l.startsWith("W-"))
                .map(l -> l.split(" ")[0])
                .distinct()
                .toList()) {
            assertThat(english.keySet()).contains(id + ".holds", id + ".violated", id + ".unknown", id + ".advice");
        }
        assertThat(french.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties bundle(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream text = PolicySentences.class.getResourceAsStream("policies_" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(text, StandardCharsets.UTF_8));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases: []", "case: [{id: a}]", "cases: {id: a}", "cases: [{profile: eu-ai-act-50-2}]"})
    void a_table_without_a_case_for_the_profile_is_no_success(String cases) throws IOException {
        Files.writeString(folder.resolve("cases.yaml"), "rubric_metadata: {name: a, version: '1'}\n" + cases + "\n");
        assertThat(terminal.run("policy", "test", "eu-ai-act-50-4", "--cases", "cases.yaml"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the table of cases: it has no case for eu-ai-act-50-4");
    }
}
