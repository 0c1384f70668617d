package org.estampille.terms;

import java.util.Optional;

/** Writes the fields of one group as YAML: one a line, every value between quotation marks, which JSON's rules cover. */
final class YamlLines {

    private final StringBuilder out = new StringBuilder();

    YamlLines put(String name, String value) {
        out.append(name).append(": ").append(quoted(value)).append('\n');
        return this;
    }

    YamlLines put(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    String text() {
        return out.toString();
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            boolean lone = c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                text.append(String.format("\\u%04X", c));
            } else {
                text.appendCodePoint(lone ? 0xFFFD : c);
            }
        });
        return text.append('"').toString();
    }
}
