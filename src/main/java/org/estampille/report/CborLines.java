package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import org.estampille.cbor.CborValue;

/** CBOR content as indented lines, cut where it gets long. */
final class CborLines {

    private static final int LINES = 60;
    private static final int TEXT = 160;

    private final List<String> lines = new ArrayList<>();

    private CborLines() {}

    static List<String> of(CborValue value) {
        CborLines all = new CborLines();
        all.children(value, "");
        return all.lines;
    }

    private void children(CborValue value, String indent) {
        if (value instanceof CborValue.Map map) {
            for (CborValue.Entry entry : map.entries()) {
                item(indent + scalar(entry.key()) + ": ", entry.value(), indent);
            }
        } else if (value instanceof CborValue.Array array) {
            for (CborValue entry : array.items()) {
                item(indent + "- ", entry, indent);
            }
        } else {
            add(indent + scalar(value));
        }
    }

    private void item(String head, CborValue value, String indent) {
        CborValue content = value.untagged();
        if (content instanceof CborValue.Map || content instanceof CborValue.Array) {
            add(head.stripTrailing());
            if (lines.size() < LINES) {
                children(content, indent + "  ");
            }
        } else {
            add(head + scalar(content));
        }
    }

    private void add(String line) {
        if (lines.size() < LINES) {
            lines.add(line);
        } else if (lines.size() == LINES) {
            lines.add("…");
        }
    }

    private static String scalar(CborValue value) {
        if (value instanceof CborValue.Text text) {
            return text.value().length() <= TEXT ? text.value() : text.value().substring(0, TEXT) + "…";
        }
        if (value instanceof CborValue.Bytes bytes) {
            return bytes.value().isZero() && bytes.value().length() > 1
                    ? bytes.value().length() + " zero octets"
                    : bytes.value().toString();
        }
        if (value instanceof CborValue.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof CborValue.Real number) {
            return Double.toString(number.value());
        }
        return value.asBoolean().map(Object::toString).orElse("null");
    }
}
