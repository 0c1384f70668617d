package org.estampille.rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.formula.FormulaException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/** Asks each manifest by itself, and each ingredient that says what it is without having a manifest. */
final class SignalsEvaluation {

    private final Rubric rubric;
    private final RubricEvaluator evaluator;
    private final String language;

    SignalsEvaluation(Rubric rubric, RubricEvaluator evaluator, String language) {
        this.rubric = rubric;
        this.evaluator = evaluator;
        this.language = language;
    }

    JsonObject result(JsonObject document) throws LimitExceededException {
        ProvenanceGraph graph = ProvenanceGraph.of(document);
        List<ProvenanceGraph.Node> nodes = graph.nodes();
        List<JsonValue> manifests = new ArrayList<>();
        for (ProvenanceGraph.Node node : nodes) {
            manifests.add(manifest(
                    graph, node, (long) nodes.size() * rubric.statements().size()));
        }
        Map<String, JsonValue> result = new LinkedHashMap<>();
        result.put("rubricName", rubric.name());
        result.put("rubricVersion", rubric.version());
        result.put("manifests", JsonArray.of(manifests));
        return JsonObject.of(result);
    }

    private JsonObject manifest(ProvenanceGraph graph, ProvenanceGraph.Node node, long evaluations)
            throws LimitExceededException {
        List<JsonValue> inceptions = new ArrayList<>();
        List<JsonValue> transformations = new ArrayList<>();
        for (Statement statement : rubric.statements()) {
            Optional<JsonObject> signal = signal(statement, node.manifest(), evaluations);
            boolean inception = statement.category().filter("inception"::equals).isPresent();
            signal.ifPresent(inception ? inceptions::add : transformations::add);
        }
        Map<String, JsonValue> entry = new LinkedHashMap<>();
        entry.put("assertedBy", JsonObject.of(Map.of("subject", RubricEvaluator.signer(node.assertedBy()))));
        entry.put("dc:format", graph.mediaType(node).orElse(JsonNull.NULL));
        entry.put("localInceptions", JsonArray.of(inceptions));
        entry.put("localTransformations", JsonArray.of(transformations));
        entry.put("ingredients", JsonArray.of(graph.ingredients(node)));
        if (node.implied()) {
            entry.put("pseudo", JsonBoolean.TRUE);
        }
        return JsonObject.of(entry);
    }

    /** A statement that cannot be evaluated is no signal, as in the official evaluator. */
    private Optional<JsonObject> signal(Statement statement, JsonObject manifest, long evaluations)
            throws LimitExceededException {
        if (statement.expression().isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonValue answer = evaluator.answer(statement.expression().get(), manifest, evaluations);
            if (!ConformanceEvaluation.holds(answer)) {
                return Optional.empty();
            }
            String id = statement.id().orElse("");
            Map<String, JsonValue> signal = new LinkedHashMap<>();
            signal.put("trait", new JsonText(id));
            signal.put(
                    "reportText",
                    new JsonText(statement.reportText().text("true", language).orElse(id)));
            signal.put("multiple", JsonBoolean.of(answer instanceof JsonArray array && array.size() > 1));
            return Optional.of(JsonObject.of(signal));
        } catch (FormulaException e) {
            return Optional.empty();
        }
    }

    static JsonObject edge(int index, JsonValue relationship) {
        Map<String, JsonValue> edge = new LinkedHashMap<>();
        edge.put("index", new JsonNumber(index));
        edge.put("relationship", relationship);
        return JsonObject.of(edge);
    }
}
