package org.estampille.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.declaration.Suggestion;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.RubricLines;

/**
 * A group of a policy file. What stands there and is of another kind than asked for is refused with its line: left out in silence, it
 * would change nothing, and nobody would notice.
 *
 * @param text the whole file
 * @param name of the group in sentences, such as {@code waiver 1}
 * @param statement number of the rule it stands in, from 1; empty in the first document
 * @param path from there
 * @param fields of the group
 */
record FileGroup(String text, String name, Optional<Integer> statement, List<String> path, JsonObject fields) {

    private static final String FORMAT = "policy file";

    /** A fault of the field, with its line. */
    MalformedContentException malformed(String field, String cause) {
        List<String> whole = new ArrayList<>(path);
        if (!field.isEmpty()) {
            whole.add(field);
        }
        RubricLines lines = RubricLines.of(text);
        int line = statement.map(number -> lines.statement(number, whole)).orElseGet(() -> lines.information(whole));
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), "line " + line + ": " + cause);
    }

    private MalformedContentException wants(String field, String wanted) {
        return malformed(field, name + ": '" + field + "' wants " + wanted);
    }

    private JsonValue value(String field) {
        return fields.field(field).orElse(JsonNull.NULL);
    }

    Optional<String> text(String field) throws MalformedContentException {
        JsonValue value = value(field);
        if (value == JsonNull.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonText words) {
            return Optional.of(words.value());
        }
        throw wants(field, "a text, in quotes where it looks like something else");
    }

    String required(String field) throws MalformedContentException {
        return text(field)
                .filter(words -> !words.isBlank())
                .orElseThrow(() -> malformed("", name + " needs '" + field + "'"));
    }

    Optional<LocalDate> day(String field) throws MalformedContentException {
        if (value(field) != JsonNull.NULL && !(value(field) instanceof JsonText)) {
            throw wants(field, "a day such as 2026-12-31");
        }
        try {
            return text(field).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw wants(field, "a day such as 2026-12-31");
        }
    }

    boolean flag(String field) throws MalformedContentException {
        if (value(field) != JsonNull.NULL && !(value(field) instanceof JsonBoolean)) {
            throw wants(field, "true or false, without quotes");
        }
        return value(field) == JsonBoolean.TRUE;
    }

    JsonObject group(String field, String wanted) throws MalformedContentException {
        JsonValue value = value(field);
        if (value == JsonNull.NULL) {
            return JsonObject.of(java.util.Map.of());
        }
        if (value instanceof JsonObject group) {
            return group;
        }
        throw malformed(field, field + ": wants " + wanted);
    }

    List<JsonValue> list(String field, String wanted) throws MalformedContentException {
        JsonValue value = value(field);
        if (value == JsonNull.NULL) {
            return List.of();
        }
        if (value instanceof JsonArray list) {
            return list.items();
        }
        throw malformed(field, field + ": wants " + wanted);
    }

    /** Refuses every field but these. */
    void requireOnly(List<String> known) throws MalformedContentException {
        for (String field : fields.fields().keySet()) {
            if (!known.contains(field)) {
                throw malformed(field, name + ": " + stranger(field, known));
            }
        }
    }

    /** Refuses a field that is none of these and nearly one; others may mean something to somebody else. */
    void refuseSlips(List<String> known, List<String> others) throws MalformedContentException {
        for (String field : fields.fields().keySet()) {
            boolean free = known.contains(field) || others.contains(field);
            if (!free && Suggestion.nearest(field, known).isPresent()) {
                throw malformed(field, name + ": " + stranger(field, known));
            }
        }
    }

    /** What to say of a name that is not known: which was probably meant, or which there are. */
    static String stranger(String name, List<String> known) {
        boolean begun = known.stream().anyMatch(one -> one.startsWith(name) && one.length() > name.length() + 2);
        Optional<String> near = begun ? Optional.empty() : Suggestion.nearest(name, known);
        return "there is no '" + name + "'; "
                + near.map(one -> "did you mean " + one + "?").orElse("there are " + String.join(", ", known));
    }
}
