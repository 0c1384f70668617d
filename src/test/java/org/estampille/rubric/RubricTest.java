package org.estampille.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.formula.JsonValue;
import org.junit.jupiter.api.Test;

final class RubricTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String HEAD = "rubric_metadata: {name: House, version: 1.0.0}\n";
    private static final String CREATED = HEAD + """
            variables:
              $bad: [x.created]
            expressions:
              _actions: $args[0].assertions.'c2pa.actions.v2'.actions
            ---
            - id: ai:generated
              failIfMatched: true
              expression: _actions(manifests[0])[?contains($bad, action)].action
              reportText:
                "true": {en: Nothing, fr: Rien}
                "false": {en: "Found: {{matches}}", fr: "Vu : {{matches}}"}
            """;
    private static final String DOCUMENT = """
            {"manifests": [{"label": "urn:c2pa:a", "assertions": {"c2pa.actions.v2": {"actions": [{"action": "x.created"}]}}}]}
            """;

    @Test
    void a_match_fails_with_what_was_found_in_the_language_asked_for() throws Exception {
        assertThat(evaluate(CREATED, DOCUMENT, "fr-CA").json())
                .isEqualTo("{\"rubricName\":\"House\",\"rubricVersion\":\"1.0.0\",\"true\":{\"ai\":[]},"
                        + "\"false\":{\"ai\":[{\"trait\":\"generated\",\"reportText\":\"Vu : x.created\"}]},"
                        + "\"warning\":{\"ai\":[]}}");
    }

    @Test
    void what_is_not_found_holds() throws Exception {
        assertThat(evaluate(CREATED, "{\"manifests\": []}", "de").json())
                .contains("\"true\":{\"ai\":[{\"trait\":\"generated\",\"reportText\":\"Nothing\"}]}");
    }

    @Test
    void json_is_as_good_as_yaml() throws Exception {
        String json = "{\"information_block\": {\"rubric_metadata\": {\"name\": \"J\", \"version\": \"1\"}},"
                + " \"sections\": [[{\"id\": \"t\", \"expression\": \"manifests\", \"reportText\": \"x\"}]]}";
        assertThat(evaluate(json, DOCUMENT, "en").json()).contains("\"trait\":\"t\"");
    }

    @Test
    void a_warning_without_a_text_of_its_own_takes_that_of_a_failure() throws Exception {
        String rubric = CREATED.replace("failIfMatched", "warnIfMatched");
        assertThat(evaluate(rubric, DOCUMENT, "en").json())
                .contains("\"warning\":{\"ai\":[{\"trait\":\"generated\",\"reportText\":\"Found: x.created\"}]}");
    }

    @Test
    void an_error_of_the_language_fails_the_statement_alone() throws Exception {
        String rubric =
                HEAD + "---\n- {id: a, expression: 1 / 0, reportText: x}\n- {id: b, expression: '1', reportText: y}\n";
        assertThat(evaluate(rubric, DOCUMENT, "en").json())
                .contains("\"reportText\":\"Error: EvaluationError: division by zero\"")
                .contains("{\"trait\":\"b\",\"reportText\":\"y\"}");
    }

    @Test
    void facts_of_ours_stand_beside_the_manifests() throws Exception {
        String rubric = HEAD + "---\n- {id: a, expression: estampille.ai && $estampille.ai, reportText: x}\n";
        JsonObject facts = JsonObject.of(Map.of("ai", JsonBoolean.TRUE));
        JsonObject with = new RubricEvaluator(RubricReader.read(rubric), "r.yml", Optional.of(facts), NOW)
                .evaluate(json(DOCUMENT), "en");
        assertThat(with.json()).contains("\"true\":{\"general\":[{");
        assertThat(evaluate(rubric, DOCUMENT, "en").json()).contains("\"false\":{\"general\":[{");
    }

    @Test
    void signals_are_asked_of_every_manifest_and_of_ingredients_that_say_what_they_are() throws Exception {
        String rubric = HEAD + """
                ---
                - id: inception:made
                  expression: length(assertions.'c2pa.actions.v2'.actions[?digitalSourceType == "ai"]) > 0
                  reportText: {"true": {en: Made}}
                """;
        String document = """
                {"manifests": [{"label": "urn:c2pa:a", "claim.v2": {"dc:format": "image/png"}, "assertions":
                  {"c2pa.ingredient.v3": {"relationship": "parentOf", "digitalSourceType": "ai", "dc:format": "image/gif"}}}]}
                """;
        assertThat(evaluate(rubric, document, "en").json())
                .contains("\"dc:format\":\"image/png\",\"localInceptions\":[],")
                .contains("\"ingredients\":[{\"index\":1,\"relationship\":\"parentOf\"}]")
                .contains("\"dc:format\":\"image/gif\",\"localInceptions\":[{\"trait\":\"inception:made\","
                        + "\"reportText\":\"Made\",\"multiple\":false}]")
                .endsWith("\"pseudo\":true}]}");
    }

    @Test
    void what_is_no_rubric_is_said_to_be_so_with_the_place() {
        refused("a: [", "line");
        refused("- a\n", "rubric_metadata");
        refused(HEAD, "no statement");
        refused(HEAD + "expressions: {_a: '..'}\n---\n- {id: a, expression: _a()}\n", "_a");
        refused(HEAD + "include: [other.yml]\n---\n- {id: a}\n", "include");
        refused(HEAD + "---\n- {id: a, id: b}\n", "line 3");
        refused(HEAD + "---\n- {id: a, failIfMatched: perhaps}\n", "statement 1");
        refused(HEAD + "---\n- !!java.lang.Runtime {}\n", "is not allowed");
    }

    @Test
    void a_hostile_rubric_ends_in_a_typed_error() {
        String bomb = HEAD + "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
                + "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n";
        refused(bomb, "more than 100000 values");
        String loop = HEAD + "expressions: {_a: _b(), _b: _a()}\n---\n- {id: a, expression: _a()}\n";
        assertThatThrownBy(() -> evaluate(loop, DOCUMENT, "en")).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void the_number_of_arguments_is_found_out_from_calls_and_bodies() {
        assertThat(NamedExpressions.arities(
                        Map.of("_a", "$args[1]", "_b", "_c(@, f(1, 2), 3) & _d()", "_c", "1", "_d", "length($args)")))
                .containsEntry("_a", 2)
                .containsEntry("_b", 0)
                .containsEntry("_c", 3)
                .containsEntry("_d", 1);
    }

    private static void refused(String rubric, String because) {
        assertThatThrownBy(() -> evaluate(rubric, DOCUMENT, "en"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining(because);
    }

    private static JsonObject evaluate(String rubric, String document, String language) throws Exception {
        return new RubricEvaluator(RubricReader.read(rubric), "rubric.yml", Optional.empty(), NOW)
                .evaluate(json(document), language);
    }

    private static JsonValue json(String text) throws MalformedContentException {
        return new JsonReader(FormulaLimits.standard()).read(text);
    }
}
