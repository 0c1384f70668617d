package org.estampille.cbor;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.estampille.bytes.Octets;

/**
 * Writes core deterministic CBOR (RFC 8949 clause 4.2.1): shortest integers, definite lengths, map keys in the order of their
 * encoded octets. Real numbers take the shortest width that keeps their value.
 */
public final class CborWriter {

    // A stream of the platform would take a lock for every octet.
    private byte[] buffer = new byte[2048];
    private int length;

    private CborWriter() {}

    public static Octets write(CborValue value) {
        CborWriter writer = new CborWriter();
        writer.item(value);
        return Octets.adopt(Arrays.copyOf(writer.buffer, writer.length));
    }

    private void item(CborValue value) {
        if (value instanceof CborValue.Int number) {
            integer(number.value());
        } else if (value instanceof CborValue.Big number) {
            big(number.value());
        } else if (value instanceof CborValue.Bytes bytes) {
            string(2, bytes.value().toByteArray());
        } else if (value instanceof CborValue.Text text) {
            string(3, text.value().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof CborValue.Array array) {
            head(4, array.items().size());
            for (CborValue each : array.items()) {
                item(each);
            }
        } else if (value instanceof CborValue.Map map) {
            map(map);
        } else if (value instanceof CborValue.Tag tag) {
            head(6, tag.number());
            item(tag.content());
        } else if (value instanceof CborValue.Real real) {
            real(real.value());
        } else if (value instanceof CborValue.Simple simple) {
            simple(simple.number());
        }
    }

    private void integer(long value) {
        head(value >= 0 ? 0 : 1, value >= 0 ? value : -1 - value);
    }

    private void big(BigInteger value) {
        BigInteger argument =
                value.signum() >= 0 ? value : BigInteger.ONE.negate().subtract(value);
        head(value.signum() >= 0 ? 0 : 1, argument.longValue());
    }

    private void string(int major, byte[] octets) {
        head(major, octets.length);
        append(octets, 0, octets.length);
    }

    /** Entries are written as they come and put in order afterwards, which they mostly are in already. */
    private void map(CborValue.Map map) {
        int count = map.entries().size();
        head(5, count);
        Written[] written = new Written[count];
        boolean ordered = true;
        for (int i = 0; i < count; i++) {
            CborValue.Entry entry = map.entries().get(i);
            int start = length;
            item(entry.key());
            int keyEnd = length;
            item(entry.value());
            written[i] = new Written(start, keyEnd, length);
            ordered &= i == 0 || compareKeys(written[i - 1], written[i]) <= 0;
        }
        if (!ordered) {
            order(written);
        }
    }

    /** An entry in the buffer; the encoding of its key, which comes first, decides where it stands. */
    private record Written(int start, int keyEnd, int end) {}

    private int compareKeys(Written left, Written right) {
        return Arrays.compareUnsigned(buffer, left.start, left.keyEnd, buffer, right.start, right.keyEnd);
    }

    private void order(Written[] entries) {
        int from = entries[0].start;
        byte[] unordered = Arrays.copyOfRange(buffer, from, length);
        Arrays.sort(entries, this::compareKeys);
        length = from;
        for (Written entry : entries) {
            append(unordered, entry.start - from, entry.end - entry.start);
        }
    }

    private void simple(int number) {
        if (number < 24) {
            append(7 << 5 | number);
        } else {
            append(7 << 5 | 24);
            append(number);
        }
    }

    private void real(double value) {
        if (Double.isNaN(value)) {
            half(0x7E00);
        } else if ((float) value == value) {
            single((float) value);
        } else {
            append(0xFB);
            wide(Double.doubleToLongBits(value), 8);
        }
    }

    private void single(float value) {
        int bits = Float.floatToIntBits(value);
        int exponent = (bits >>> 23 & 0xFF) - 127 + 15;
        int mantissa = bits & 0x7FFFFF;
        int sign = bits >>> 16 & 0x8000;
        if (value == 0) {
            half(sign);
        } else if (Float.isInfinite(value)) {
            half(sign | 0x7C00);
        } else if (exponent > 0 && exponent < 31 && (mantissa & 0x1FFF) == 0) {
            half(sign | exponent << 10 | mantissa >>> 13);
        } else if (isHalfSubnormal(value)) {
            half(sign | (int) Math.abs(Math.scalb(value, 24)));
        } else {
            append(0xFA);
            wide(bits, 4);
        }
    }

    /** Whether the value is a whole number of 2^-24 below 2^-14, which binary16 keeps without an exponent. */
    private static boolean isHalfSubnormal(float value) {
        float steps = Math.abs(Math.scalb(value, 24));
        return steps < 1024 && steps == Math.rint(steps);
    }

    private void half(int bits) {
        append(0xF9);
        append(bits >>> 8);
        append(bits);
    }

    /** The shortest head for an unsigned 64-bit argument. */
    private void head(int major, long argument) {
        int top = major << 5;
        if (argument >= 0 && argument < 24) {
            append(top | (int) argument);
        } else if (argument >= 0 && argument <= 0xFF) {
            append(top | 24);
            append((int) argument);
        } else if (argument >= 0 && argument <= 0xFFFF) {
            append(top | 25);
            wide(argument, 2);
        } else if (argument >= 0 && argument <= 0xFFFF_FFFFL) {
            append(top | 26);
            wide(argument, 4);
        } else {
            append(top | 27);
            wide(argument, 8);
        }
    }

    /** The low {@code octets} octets of {@code value}, big-endian. */
    private void wide(long value, int octets) {
        for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
            append((int) (value >>> shift));
        }
    }

    private void append(int octet) {
        room(1);
        buffer[length++] = (byte) octet;
    }

    private void append(byte[] octets, int from, int count) {
        room(count);
        System.arraycopy(octets, from, buffer, length, count);
        length += count;
    }

    private void room(int count) {
        if (count > buffer.length - length) {
            // Twice too many is less than nothing.
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, count), buffer.length << 1));
        }
    }
}
