package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.estampille.Measures;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.policy.BundledProfiles;
import org.estampille.rubric.RubricReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of Article 50 once more, as files: declared, tagged, signed, verified, with marks read and the plan for labels asked. */
final class ArticleFiftyFilesTest {

    /** What a plan may answer where the profile says that. */
    private static final Map<String, Set<String>> PLANS = Map.of(
            "label", Set.of("label"),
            "label-relaxed", Set.of("label-relaxed"),
            "no-label", Set.of("no-label"),
            "not-our-duty", Set.of("not-our-duty"),
            "ask-legal", Set.of("ask-legal", "cannot-plan"));

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void own() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    private static List<JsonObject> cases() throws Exception {
        String table = BundledProfiles.cases("eu-ai-act-50-4").orElseThrow();
        List<JsonObject> cases = new ArrayList<>();
        for (JsonValue value : list(RubricReader.readParts(table).information(), "cases")) {
            JsonObject one = (JsonObject) value;
            // Every file that is tagged here has a signed mark.
            if (one.field("unmarked").orElse(JsonNull.NULL) != JsonBoolean.TRUE) {
                cases.add(one);
            }
        }
        return cases;
    }

    private static List<JsonValue> list(JsonObject group, String name) {
        return group.field(name).orElse(JsonNull.NULL) instanceof JsonArray array ? array.items() : List.of();
    }

    private static JsonObject group(JsonObject group, String name) {
        return group.field(name).orElse(JsonNull.NULL) instanceof JsonObject inner ? inner : JsonObject.of(Map.of());
    }

    private static String text(JsonObject group, String name) {
        return group.field(name).orElse(JsonNull.NULL) instanceof JsonText text ? text.value() : "-";
    }

    private static List<String> roles(JsonObject one) {
        List<String> options = new ArrayList<>();
        for (JsonValue role : list(one, "roles")) {
            options.addAll(List.of("--role", ((JsonText) role).value()));
        }
        return options;
    }

    @Test
    void every_case_comes_out_as_a_file_as_it_does_in_the_table() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<JsonObject> cases = cases();
        for (JsonObject one : cases) {
            String found = judged(one);
            JsonObject expect = group(one, "expect");
            String expected =
                    text(expect, "verdict") + " " + text(expect, "duty") + " (" + text(expect, "paragraph") + ")";
            if (!found.equals(expected)) {
                wrong.add(text(one, "id") + " " + found + ", expected " + expected);
            }
        }
        Measures.record("Article 50 cases as tagged files: " + cases.size() + ", as expected: "
                + (cases.size() - wrong.size()));
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThan(60);
    }

    private String judged(JsonObject one) throws Exception {
        String profile = text(one, "profile");
        write(one);
        String source = text(one, "format").startsWith("audio/") ? "sound.wav" : "film.mp4";
        String tagged = text(one, "id") + source.substring(source.indexOf('.'));
        assertThat(terminal.run(OwnFiles.tag(source, "--out", tagged)))
                .as(text(one, "id") + terminal.err())
                .isZero();
        List<String> command = new ArrayList<>(List.of(
                "verify", tagged, "--json", "--trust", "keys/root.pem", "--house", "house.yaml", "--policy", profile));
        command.addAll(roles(one));
        terminal.run(command.toArray(String[]::new));
        JsonObject report = (JsonObject) new JsonReader(FormulaLimits.standard()).read(terminal.out());
        JsonObject verdict = (JsonObject) list(report, "policies").get(0);
        return text(verdict, "verdict") + " " + text(verdict, "duty") + " (" + text(verdict, "dutyBasis") + ")";
    }

    private void write(JsonObject one) throws IOException {
        JsonObject declared = group(one, "declaration").with("title", new JsonText(text(one, "id")));
        Files.writeString(folder.resolve("decl.yaml"), declared.json());
        JsonObject house =
                JsonObject.of(Map.of("answers", group(one, "answers"), "parameters", group(one, "parameters")));
        Files.writeString(
                folder.resolve("house.yaml"),
                "rubric_metadata: {name: House, version: '1'}\nhouse: " + house.json() + "\n");
    }

    @Test
    void the_plan_for_labels_says_what_the_profile_says() throws Exception {
        for (JsonObject one : cases()) {
            if (!text(one, "profile").equals("eu-ai-act-50-4")) {
                continue;
            }
            write(one);
            List<String> command = new ArrayList<>(List.of("label", "plan", "--declare", "decl.yaml", "--json"));
            command.addAll(roles(one));
            String source = text(one, "format").startsWith("audio/") ? "sound.wav" : "film.mp4";
            command.add(2, source);
            int code = terminal.run(command.toArray(String[]::new));
            JsonObject expect = group(one, "expect");
            JsonObject plan = (JsonObject) new JsonReader(FormulaLimits.standard()).read(terminal.out());
            boolean unsaid = text(expect, "rule").equals("AI504-04")
                    && text(expect, "outcome").equals("WARN");
            if (!unsaid) {
                assertThat(PLANS.get(text(expect, "duty"))).as(text(one, "id")).contains(text(plan, "answer"));
            }
            if (unsaid || text(expect, "duty").equals("ask-legal")) {
                assertThat(code).as(text(one, "id") + " " + terminal.out()).isIn(4, 5);
            }
        }
    }

    @Test
    void ai_of_an_original_that_a_relinked_file_does_not_declare_is_accepted_by_no_profile() throws Exception {
        Files.writeString(folder.resolve("decl.yaml"), """
                title: An original
                uses: [{extent: generated, modality: video, operations: [video], inFinalOutput: yes, tool: {name: Tool}}]
                """);
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "master.mp4")))
                .isZero();
        Files.writeString(
                folder.resolve("decl.yaml"),
                "title: A conversion\nworkKind: entertainment\nuses: []\n" + "digitalSourceType: compositeSynthetic\n");
        String[] relink = OwnFiles.tag("film.mp4", "--to", "master.mp4", "--out", "linked.mp4");
        relink[0] = "relink";
        assertThat(terminal.run(relink)).as(terminal.err()).isZero();
        for (String profile : List.of("eu-ai-act-50-4", "broadcaster-acceptance", "eu-code-of-practice")) {
            terminal.run("verify", "linked.mp4", "--trust", "keys/root.pem", "--policy", profile, "--role", "deployer");
            assertThat(terminal.out())
                    .as(profile)
                    .doesNotContain(profile + ": accept")
                    .doesNotContain("no label is due");
        }
        assertThat(terminal.run("label", "plan", "linked.mp4", "--role", "deployer"))
                .isEqualTo(5);
        assertThat(terminal.out()).contains("no use of AI is declared");
        assertThat(terminal.run("label", "plan", "linked.mp4", "--role", "deployer", "--lang", "fr"))
                .isEqualTo(5);
        assertThat(terminal.out()).contains("aucun usage d'IA n'est déclaré");
    }
}
