package org.estampille.report.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes the few things of Thrift's compact protocol that Parquet's headers need: structs, numbers, texts and lists. */
final class CompactThrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    CompactThrift i32(int field, int value) {
        return header(field, I32).zigzag(value);
    }

    CompactThrift i64(int field, long value) {
        return header(field, I64).zigzag(value);
    }

    CompactThrift text(int field, String value) {
        return header(field, BINARY).text(value);
    }

    /** Begins a struct that is a field of the one before; {@link #end} closes it. */
    CompactThrift struct(int field) {
        return header(field, STRUCT).element();
    }

    /** Begins a struct that is an element of a list; {@link #end} closes it. */
    CompactThrift element() {
        outer.push(last);
        last = 0;
        return this;
    }

    CompactThrift structs(int field, int count) {
        return header(field, LIST).list(count, STRUCT);
    }

    CompactThrift texts(int field, String value) {
        return header(field, LIST).list(1, BINARY).text(value);
    }

    CompactThrift numbers(int field, int... values) {
        header(field, LIST).list(values.length, I32);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    CompactThrift end() {
        out.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    byte[] octets() {
        return out.toByteArray();
    }

    private CompactThrift header(int field, int type) {
        int step = field - last;
        if (step < 1 || step > 15) {
            throw new IllegalStateException("field " + field + " after field " + last);
        }
        out.write(step << 4 | type);
        last = field;
        return this;
    }

    private CompactThrift list(int count, int type) {
        out.write(Math.min(count, SHORT_LIST) << 4 | type);
        if (count >= SHORT_LIST) {
            varint(out, count);
        }
        return this;
    }

    private CompactThrift text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(out, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    private CompactThrift zigzag(long value) {
        varint(out, value << 1 ^ value >> 63);
        return this;
    }

    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
