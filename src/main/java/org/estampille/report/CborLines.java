package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import org.estampille.cbor.CborValue;

/** CBOR content as indented lines: texts whole, octets cut after 32, everything cut where the room for it ends. */
final class CborLines {

    /** What a line costs beside its characters, so that empty ones have an end too. */
    private static final int LINE = 3;

    private final List<String> lines = new ArrayList<>();
    private int room;
    private boolean cut;

    private CborLines(int room) {
        this.room = room;
    }

    /**
     * @param value the content
     * @param room characters that all lines may have
     */
    static CborLines of(CborValue value, int room) {
        CborLines all = new CborLines(room);
        all.children(value, "");
        return all;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether there is more than the lines show. */
    boolean isCut() {
        return cut;
    }

    /** The room that is left. */
    int room() {
        return room;
    }

    private void children(CborValue value, String indent) {
        if (value instanceof CborValue.Map map) {
            for (CborValue.Entry entry : map.entries()) {
                if (cut) {
                    return;
                }
                item(indent + scalar(entry.key()) + ": ", entry.value(), indent);
            }
        } else if (value instanceof CborValue.Array array) {
            for (CborValue entry : array.items()) {
                if (cut) {
                    return;
                }
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
            children(content, indent + "  ");
        } else {
            add(head + scalar(content));
        }
    }

    private void add(String line) {
        cut |= line.length() + LINE > room;
        if (!cut) {
            lines.add(line);
            room -= line.length() + LINE;
        }
    }

    private static String scalar(CborValue value) {
        if (value instanceof CborValue.Text text) {
            return text.value();
        }
        if (value instanceof CborValue.Big number) {
            return number.value().toString();
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
