package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.estampille.cbor.CborValue;

/** Writes declarations as YAML that {@link DeclarationReader} reads back. */
public final class DeclarationYaml {

    /** What YAML takes for a text without quotation marks, whatever the reader. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./()+-]| (?! ))*[A-Za-z0-9_./()+]|[A-Za-z]");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> RESERVED = List.of("true", "false", "null", "y", "n", "on", "off");

    private final StringBuilder text = new StringBuilder();

    private DeclarationYaml() {}

    /** A whole declaration, the terms of its tools included. */
    public static String of(Declaration declaration) {
        CborValue.MapBuilder whole = CborValue.map();
        for (CborValue.Entry entry : DeclarationFields.toCbor(declaration).entries()) {
            String name = entry.key().asText().orElse("");
            whole.put(name, name.equals("uses") ? CborValue.array(uses(declaration)) : entry.value());
        }
        return of(whole.build());
    }

    private static List<CborValue> uses(Declaration declaration) {
        List<CborValue> uses = new ArrayList<>();
        for (AiUse use : declaration.uses()) {
            CborValue.MapBuilder map = CborValue.map();
            use.toCbor().entries().forEach(entry -> map.put(entry.key().asText().orElse(""), entry.value()));
            use.terms().addTo(map);
            uses.add(withoutDerived(map.build()));
        }
        return uses;
    }

    /** The French status follows from the status; nobody declares it. */
    private static CborValue.Map withoutDerived(CborValue.Map use) {
        CborValue.MapBuilder kept = CborValue.map();
        for (CborValue.Entry entry : use.entries()) {
            String name = entry.key().asText().orElse("");
            if (name.equals("rights") && entry.value() instanceof CborValue.Map rights) {
                kept.put(
                        name,
                        new CborValue.Map(rights.entries().stream()
                                .filter(field -> !field.key().equals(CborValue.of("statusFr")))
                                .toList()));
            } else {
                kept.put(name, entry.value());
            }
        }
        return kept.build();
    }

    /** Fields of a declaration, in the order given. */
    public static String of(CborValue.Map fields) {
        DeclarationYaml yaml = new DeclarationYaml();
        yaml.map(fields, 0);
        return yaml.text.toString();
    }

    private void map(CborValue.Map map, int indent) {
        for (CborValue.Entry entry : map.entries()) {
            indent(indent);
            text.append(quoted(entry.key().asText().orElse(""))).append(':');
            nested(entry.value(), indent);
        }
    }

    private void nested(CborValue value, int indent) {
        if (value instanceof CborValue.Map map && !map.entries().isEmpty()) {
            text.append('\n');
            map(map, indent + 2);
        } else if (value instanceof CborValue.Array array && isTall(array)) {
            text.append('\n');
            for (CborValue item : array.items()) {
                item(item, indent + 2);
            }
        } else {
            text.append(' ').append(inline(value)).append('\n');
        }
    }

    private static boolean isTall(CborValue.Array array) {
        return array.items().stream()
                .anyMatch(item -> item instanceof CborValue.Map || item instanceof CborValue.Array);
    }

    /** The first field of a group stands on the line of the dash. */
    private void item(CborValue item, int indent) {
        int start = text.length();
        if (item instanceof CborValue.Map map && !map.entries().isEmpty()) {
            map(map, indent + 2);
            text.setCharAt(start + indent, '-');
        } else {
            indent(indent);
            text.append("- ").append(inline(item)).append('\n');
        }
    }

    private void indent(int columns) {
        text.append(" ".repeat(columns));
    }

    private static String inline(CborValue value) {
        if (value instanceof CborValue.Array array) {
            List<String> items = new ArrayList<>();
            array.items().forEach(item -> items.add(inline(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value instanceof CborValue.Map map) {
            List<String> items = new ArrayList<>();
            map.entries()
                    .forEach(
                            entry -> items.add(quoted(entry.key().asText().orElse("")) + ": " + inline(entry.value())));
            return "{" + String.join(", ", items) + "}";
        }
        if (value instanceof CborValue.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof CborValue.Real number) {
            return Double.toString(number.value());
        }
        return value.asBoolean()
                .map(String::valueOf)
                .orElseGet(() -> quoted(value.asText().orElse("")));
    }

    static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !RESERVED.contains(value.toLowerCase(Locale.ROOT))
                || DAY.matcher(value).matches();
        if (plain) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int type = Character.getType(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (Character.isISOControl(c)
                    || c == '\uFEFF'
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
