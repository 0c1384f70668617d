package org.estampille.rubric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * An asset rubric.
 *
 * @param information the first document, with everything in it
 * @param variables values by name, each beginning with {@code $}
 * @param expressions expressions by name, in order; each is a function of that name
 * @param statements in order
 */
public record Rubric(
        JsonObject information,
        Map<String, JsonValue> variables,
        Map<String, String> expressions,
        List<Statement> statements) {

    private static final String UNKNOWN = "Unknown";

    public Rubric {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
        statements = List.copyOf(statements);
    }

    /** Its name, "Unknown" without one. */
    public JsonValue name() {
        return metadata("name");
    }

    /** Its version, "Unknown" without one. */
    public JsonValue version() {
        return metadata("version");
    }

    private JsonValue metadata(String field) {
        return information
                .field("rubric_metadata")
                .filter(JsonObject.class::isInstance)
                .flatMap(metadata -> ((JsonObject) metadata).field(field))
                .orElse(new JsonText(UNKNOWN));
    }

    /** Whether it asks each manifest by itself for signals, instead of the whole asset for conformance. */
    public boolean asksForSignals() {
        return !statements.isEmpty()
                && statements.stream()
                        .allMatch(statement -> statement
                                .category()
                                .filter(category -> category.equals("inception") || category.equals("transformation"))
                                .isPresent());
    }
}
