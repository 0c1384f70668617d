package org.estampille.rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/** Reads asset rubrics (C2PA Asset Rubrics 1.0, "Asset Rubric Specification and Serialisation"). */
public final class RubricReader {

    private static final int MOST_STATEMENTS = 2_000;

    private RubricReader() {}

    /**
     * Reads a rubric: YAML documents, the first with the metadata, or one JSON object with {@code information_block} and
     * {@code sections}.
     *
     * @throws MalformedContentException when it is not one; the message names the line or the statement
     */
    public static Rubric read(String text) throws MalformedContentException {
        Rubric rubric = readParts(text);
        if (rubric.statements().isEmpty()) {
            throw malformed("there is no statement in it");
        }
        return rubric;
    }

    /** The same, where a first document alone is enough. */
    public static Rubric readParts(String text) throws MalformedContentException {
        List<JsonValue> documents = split(YamlDocuments.read(text));
        if (documents.isEmpty() || !(documents.get(0) instanceof JsonObject information)) {
            throw malformed("the first document must be a group with rubric_metadata");
        }
        if (information.fields().containsKey("include")) {
            throw malformed("include is not followed; give the rubric with its parts put together");
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonValue document : documents.subList(1, documents.size())) {
            for (JsonValue item : document instanceof JsonArray list ? list.items() : List.of(document)) {
                statement(item, statements.size() + 1).ifPresent(statements::add);
                LimitExceededException.check("rubric statements", statements.size(), MOST_STATEMENTS);
            }
        }
        return new Rubric(information, variables(information), expressions(information), statements);
    }

    private static List<JsonValue> split(List<JsonValue> documents) {
        if (documents.size() == 1
                && documents.get(0) instanceof JsonObject whole
                && whole.fields().containsKey("information_block")) {
            List<JsonValue> parts = new ArrayList<>();
            parts.add(whole.field("information_block").orElse(JsonNull.NULL));
            if (whole.field("sections").orElse(JsonNull.NULL) instanceof JsonArray sections) {
                parts.addAll(sections.items());
            }
            return parts;
        }
        return documents;
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(YamlDocuments.FORMAT, new ByteRange(0, 0), cause);
    }

    private static JsonObject group(JsonObject information, String name) throws MalformedContentException {
        JsonValue value = information.field(name).orElse(JsonNull.NULL);
        if (value == JsonNull.NULL) {
            return JsonObject.of(Map.of());
        }
        if (!(value instanceof JsonObject object)) {
            throw malformed(name + " must be a group");
        }
        return object;
    }

    private static Map<String, JsonValue> variables(JsonObject information) throws MalformedContentException {
        Map<String, JsonValue> variables = group(information, "variables").fields();
        if (variables.keySet().stream().anyMatch(name -> !name.startsWith("$"))) {
            throw malformed("the name of a variable begins with $");
        }
        return variables;
    }

    private static Map<String, String> expressions(JsonObject information) throws MalformedContentException {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> entry :
                group(information, "expressions").fields().entrySet()) {
            if (!entry.getKey().matches("_[A-Za-z0-9_$]*")) {
                throw malformed("the name of an expression begins with _ and goes on with letters and digits");
            }
            if (!(entry.getValue() instanceof JsonText expression)) {
                throw malformed("expression " + entry.getKey() + " must be a text");
            }
            expressions.put(entry.getKey(), expression.value().strip());
        }
        return expressions;
    }

    /** Empty for a data block, which the official evaluators leave out as well. */
    private static Optional<Statement> statement(JsonValue item, int number) throws MalformedContentException {
        if (item == JsonNull.NULL) {
            return Optional.empty();
        }
        if (!(item instanceof JsonObject statement)) {
            throw malformed("statement " + number + " must be a group");
        }
        if (statement.fields().containsKey("block")) {
            return Optional.empty();
        }
        boolean fails = flag(statement, "failIfMatched", number);
        boolean warns = flag(statement, "warnIfMatched", number);
        return Optional.of(new Statement(
                text(statement, "id", number),
                text(statement, "expression", number).map(String::strip).filter(text -> !text.isEmpty()),
                fails ? Statement.Match.FAILS : warns ? Statement.Match.WARNS : Statement.Match.HOLDS,
                ReportText.of(statement.field("reportText")),
                statement));
    }

    private static boolean flag(JsonObject statement, String name, int number) throws MalformedContentException {
        JsonValue value = statement.field(name).orElse(JsonBoolean.FALSE);
        if (!(value instanceof JsonBoolean flag)) {
            throw malformed(name + " of statement " + number + " must be true or false");
        }
        return flag.truth();
    }

    private static Optional<String> text(JsonObject statement, String name, int number)
            throws MalformedContentException {
        JsonValue value = statement.field(name).orElse(JsonNull.NULL);
        if (value == JsonNull.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonText text)) {
            throw malformed(name + " of statement " + number + " must be a text");
        }
        return Optional.of(text.value());
    }
}
