package org.estampille.rubric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/** The manifests of a document and which is an ingredient of which. */
final class ProvenanceGraph {

    private static final String URN = "urn:c2pa:";

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, JsonValue> mediaTypes = new HashMap<>();
    private final Map<Integer, List<Edge>> edges = new HashMap<>();

    private ProvenanceGraph() {}

    /**
     * A manifest.
     *
     * @param number its place in the result
     * @param manifest what statements are evaluated over
     * @param assertedBy the manifest whose signer vouches for it
     * @param implied whether it stands for an ingredient without a manifest that says what it is
     */
    record Node(int number, JsonObject manifest, JsonObject assertedBy, boolean implied) {}

    private record Edge(int to, JsonValue relationship) {}

    static ProvenanceGraph of(JsonObject document) {
        ProvenanceGraph graph = new ProvenanceGraph();
        List<JsonObject> manifests = objects(document.field("manifests").orElse(JsonNull.NULL));
        for (JsonObject manifest : manifests) {
            text(manifest, "label").ifPresent(label -> graph.add(label, manifest));
        }
        for (Node node : List.copyOf(graph.nodes)) {
            graph.connect(node);
        }
        return graph;
    }

    private static List<JsonObject> objects(JsonValue list) {
        return list instanceof JsonArray array
                ? array.items().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.field(name)
                .filter(JsonText.class::isInstance)
                .map(value -> ((JsonText) value).value())
                .filter(value -> !value.isEmpty());
    }

    private void add(String label, JsonObject manifest) {
        if (places.putIfAbsent(label, nodes.size()) == null) {
            Node node = new Node(nodes.size(), manifest, manifest, false);
            nodes.add(node);
            JsonObject claim = Stream.of("claim.v2", "claim")
                    .map(name -> RubricEvaluator.group(manifest, name))
                    .filter(JsonValue::truth)
                    .findFirst()
                    .orElse(JsonObject.of(Map.of()));
            offerMediaType(node.number(), claim.field("dc:format"));
        }
    }

    private void offerMediaType(int node, Optional<JsonValue> mediaType) {
        mediaType.filter(JsonValue::truth).ifPresent(value -> mediaTypes.putIfAbsent(node, value));
    }

    private void connect(Node node) {
        JsonObject assertions = RubricEvaluator.group(node.manifest(), "assertions");
        assertions.fields().forEach((label, content) -> {
            if (content instanceof JsonObject assertion) {
                if (label.startsWith("c2pa.ingredient")) {
                    ingredient(node, assertions, assertion);
                } else if (label.startsWith("c2pa.thumbnail")) {
                    offerMediaType(node.number(), assertion.field("format").or(() -> assertion.field("mimeType")));
                }
            }
        });
    }

    private void ingredient(Node node, JsonObject assertions, JsonObject ingredient) {
        JsonValue relationship = ingredient.field("relationship").orElse(JsonNull.NULL);
        Optional<String> url = text(RubricEvaluator.group(ingredient, "activeManifest"), "url");
        if (url.isPresent()) {
            Optional<Integer> place = Optional.ofNullable(places.get(label(url.get())));
            place.ifPresent(number -> {
                link(node, new Edge(number, relationship));
                offerMediaType(number, ingredient.field("dc:format"));
            });
        } else {
            sourceType(assertions, ingredient).ifPresent(type -> {
                Node implied = new Node(nodes.size(), created(type), node.manifest(), true);
                nodes.add(implied);
                mediaTypes.put(implied.number(), ingredient.field("dc:format").orElse(JsonNull.NULL));
                link(node, new Edge(implied.number(), relationship));
            });
        }
    }

    private void link(Node from, Edge edge) {
        edges.computeIfAbsent(from.number(), number -> new ArrayList<>()).add(edge);
    }

    /** The label of the manifest a reference leads to. */
    private static String label(String url) {
        int start = url.indexOf(URN);
        if (start < 0) {
            return url;
        }
        int end = url.indexOf('/', start);
        return end < 0 ? url.substring(start) : url.substring(start, end);
    }

    /** The source type of an ingredient without a manifest: its own, or that of the action that opened something. */
    private static Optional<JsonValue> sourceType(JsonObject assertions, JsonObject ingredient) {
        return Stream.concat(
                        ingredient.field("digitalSourceType").stream(),
                        assertions.fields().entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith("c2pa.actions"))
                                .filter(entry -> entry.getValue() instanceof JsonObject)
                                .flatMap(
                                        entry -> objects(((JsonObject) entry.getValue())
                                                        .field("actions")
                                                        .orElse(JsonNull.NULL))
                                                .stream())
                                .filter(action -> text(action, "action")
                                        .filter("c2pa.opened"::equals)
                                        .isPresent())
                                .flatMap(action -> action.field("digitalSourceType").stream()))
                .filter(JsonValue::truth)
                .findFirst();
    }

    private static JsonObject created(JsonValue sourceType) {
        Map<String, JsonValue> action = new LinkedHashMap<>();
        action.put("action", new JsonText("c2pa.created"));
        action.put("digitalSourceType", sourceType);
        Map<String, JsonValue> actions = new LinkedHashMap<>();
        actions.put("allActionsIncluded", JsonBoolean.TRUE);
        actions.put("actions", JsonArray.of(List.of(JsonObject.of(action))));
        return JsonObject.of(Map.of("assertions", JsonObject.of(Map.of("c2pa.actions.v2", JsonObject.of(actions)))));
    }

    /** In the order of the result: manifests as they stand in the document, then the implied ones. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    Optional<JsonValue> mediaType(Node node) {
        return Optional.ofNullable(mediaTypes.get(node.number()));
    }

    List<JsonObject> ingredients(Node node) {
        return edges.getOrDefault(node.number(), List.of()).stream()
                .map(edge -> SignalsEvaluation.edge(edge.to(), edge.relationship()))
                .toList();
    }
}
