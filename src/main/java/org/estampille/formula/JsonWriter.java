package org.estampille.formula;

import java.util.Iterator;
import java.util.Map;

/** Writes JSON values as text. Recursion is as deep as the value; the evaluator bounds that. */
public final class JsonWriter {

    private final int indent;
    private final boolean ascii;
    private final StringBuilder out = new StringBuilder();

    /** @param indent blanks for each level; 0 for one line without white space */
    public JsonWriter(int indent) {
        this(indent, false);
    }

    private JsonWriter(int indent, boolean ascii) {
        this.indent = indent;
        this.ascii = ascii;
    }

    /** A writer whose output a terminal or a page cannot take for anything but text: ASCII only, mark-up escaped. */
    public static JsonWriter safe(int indent) {
        return new JsonWriter(indent, true);
    }

    public String text(JsonValue value) {
        out.setLength(0);
        write(value, 0);
        return out.toString();
    }

    private void write(JsonValue value, int level) {
        if (value instanceof JsonObject object) {
            object(object, level);
        } else if (value instanceof JsonArray array) {
            array(array, level);
        } else if (value instanceof JsonText text) {
            quoted(text.value());
        } else if (value instanceof JsonNumber number) {
            out.append(number.text());
        } else {
            out.append(value == JsonNull.NULL ? "null" : Boolean.toString(value.truth()));
        }
    }

    private void array(JsonArray array, int level) {
        if (array.items().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (Iterator<JsonValue> items = array.items().iterator(); items.hasNext(); ) {
            newLine(level + 1);
            write(items.next(), level + 1);
            out.append(items.hasNext() ? "," : "");
        }
        newLine(level);
        out.append(']');
    }

    private void object(JsonObject object, int level) {
        if (object.fields().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> fields =
                object.fields().entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonValue> field = fields.next();
            newLine(level + 1);
            quoted(field.getKey());
            out.append(indent > 0 ? ": " : ":");
            write(field.getValue(), level + 1);
            out.append(fields.hasNext() ? "," : "");
        }
        newLine(level);
        out.append('}');
    }

    private void newLine(int level) {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * level));
        }
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        out.append('"');
    }

    private void character(String text, int index) {
        char c = text.charAt(index);
        int named = "\"\\\b\f\n\r\t".indexOf(c);
        if (named >= 0) {
            out.append('\\').append("\"\\bfnrt".charAt(named));
        } else if (c < ' ' || isLoneSurrogate(text, index) || ascii && (c > '~' || c == '<' || c == '>' || c == '&')) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
