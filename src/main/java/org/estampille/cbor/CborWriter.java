package org.estampille.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.estampille.bytes.Octets;

/**
 * Writes core deterministic CBOR (RFC 8949 clause 4.2.1): shortest integers, definite lengths, map keys in the order of their
 * encoded octets. Real numbers take the shortest width that keeps their value.
 */
public final class CborWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    public static Octets write(CborValue value) {
        CborWriter writer = new CborWriter();
        writer.item(value);
        return Octets.adopt(writer.out.toByteArray());
    }

    private void item(CborValue value) {
        if (value instanceof CborValue.Int number) {
            integer(number.value());
        } else if (value instanceof CborValue.Big number) {
            big(number.value());
        } else if (value instanceof CborValue.Bytes bytes) {
            string(2, bytes.value());
        } else if (value instanceof CborValue.Text text) {
            string(3, Octets.ofUtf8(text.value()));
        } else if (value instanceof CborValue.Array array) {
            head(4, array.items().size());
            array.items().forEach(this::item);
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

    private void string(int major, Octets octets) {
        head(major, octets.length());
        octets.appendTo(out);
    }

    private void map(CborValue.Map map) {
        head(5, map.entries().size());
        List<Pair> pairs = new ArrayList<>(map.entries().size());
        for (CborValue.Entry entry : map.entries()) {
            pairs.add(new Pair(write(entry.key()).toByteArray(), entry.value()));
        }
        pairs.sort((left, right) -> Arrays.compareUnsigned(left.key, right.key));
        for (Pair pair : pairs) {
            out.writeBytes(pair.key);
            item(pair.value);
        }
    }

    /** An entry whose key is encoded already, since the encoding decides the order. */
    private static final class Pair {
        private final byte[] key;
        private final CborValue value;

        Pair(byte[] key, CborValue value) {
            this.key = key;
            this.value = value;
        }
    }

    private void simple(int number) {
        if (number < 24) {
            out.write(7 << 5 | number);
        } else {
            out.write(7 << 5 | 24);
            out.write(number);
        }
    }

    private void real(double value) {
        if (Double.isNaN(value)) {
            out.writeBytes(new byte[] {(byte) 0xF9, 0x7E, 0x00});
        } else if ((float) value == value) {
            single((float) value);
        } else {
            out.write(0xFB);
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
            out.write(0xFA);
            wide(bits, 4);
        }
    }

    /** Whether the value is a whole number of 2^-24 below 2^-14, which binary16 keeps without an exponent. */
    private static boolean isHalfSubnormal(float value) {
        float steps = Math.abs(Math.scalb(value, 24));
        return steps < 1024 && steps == Math.rint(steps);
    }

    private void half(int bits) {
        out.write(0xF9);
        out.write(bits >>> 8);
        out.write(bits);
    }

    /** The shortest head for an unsigned 64-bit argument. */
    private void head(int major, long argument) {
        int top = major << 5;
        if (argument >= 0 && argument < 24) {
            out.write(top | (int) argument);
        } else if (argument >= 0 && argument <= 0xFF) {
            out.write(top | 24);
            out.write((int) argument);
        } else if (argument >= 0 && argument <= 0xFFFF) {
            out.write(top | 25);
            wide(argument, 2);
        } else if (argument >= 0 && argument <= 0xFFFF_FFFFL) {
            out.write(top | 26);
            wide(argument, 4);
        } else {
            out.write(top | 27);
            wide(argument, 8);
        }
    }

    /** The low {@code octets} octets of {@code value}, big-endian. */
    private void wide(long value, int octets) {
        for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
