package org.estampille.cbor;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * Reads one well-formed CBOR item (RFC 8949 appendix C). Definite and indefinite lengths, any integer width and any map order
 * are accepted, as C2PA asks of readers; octets after the item are not.
 */
public final class CborReader {

    private static final int BREAK = 0xFF;
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private final ByteCursor cursor;
    private final ReadLimits limits;
    private int items;

    private CborReader(Octets octets, ReadLimits limits) {
        this.cursor = new ByteCursor("CBOR", octets, 0);
        this.limits = limits;
    }

    /**
     * Reads {@code octets} as exactly one item.
     *
     * @throws MalformedContentException when they are not well-formed, or something follows
     * @throws LimitExceededException when the item is too deep or has too many parts
     */
    public static CborValue read(Octets octets, ReadLimits limits) throws MalformedContentException {
        CborReader reader = new CborReader(octets, limits);
        CborValue value = reader.item(0);
        reader.cursor.verify(reader.cursor.atEnd(), "octets after the item");
        return value;
    }

    /**
     * The octets, as they stand there, of the first value with that text key in a map.
     *
     * @return empty when the item is no map or has no such key
     * @throws MalformedContentException as {@link #read}
     */
    public static Optional<Octets> stored(Octets octets, String key, ReadLimits limits)
            throws MalformedContentException {
        CborReader reader = new CborReader(octets, limits);
        int head = reader.cursor.u8();
        if (head >>> 5 != 5) {
            return Optional.empty();
        }
        boolean open = (head & 0x1F) == 31;
        long count = open ? Long.MAX_VALUE : reader.length(head & 0x1F);
        CborValue wanted = new CborValue.Text(key);
        for (long i = 0; i < count; i++) {
            int first = reader.cursor.u8();
            if (open && first == BREAK) {
                return Optional.empty();
            }
            boolean found = reader.item(first, 1).equals(wanted);
            int start = reader.cursor.position();
            reader.item(1);
            if (found) {
                return Optional.of(octets.slice(start, reader.cursor.position() - start));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads one item that may be followed by zero octets, the padding of C2PA boxes.
     *
     * @throws MalformedContentException when it is not well-formed, or something else follows
     */
    public static CborValue readPadded(Octets octets, ReadLimits limits) throws MalformedContentException {
        CborReader reader = new CborReader(octets, limits);
        CborValue value = reader.item(0);
        reader.cursor.verify(reader.cursor.rest().isZero(), "octets other than padding after the item");
        return value;
    }

    private CborValue item(int depth) throws MalformedContentException {
        return item(cursor.u8(), depth);
    }

    private CborValue item(int head, int depth) throws MalformedContentException {
        LimitExceededException.check("CBOR depth", depth, limits.depth());
        LimitExceededException.check("CBOR items", ++items, limits.items());
        int info = head & 0x1F;
        return switch (head >>> 5) {
            case 0 -> unsigned(argument(info));
            case 1 -> negative(argument(info));
            case 2 -> new CborValue.Bytes(string(2, info));
            case 3 -> new CborValue.Text(text(string(3, info)));
            case 4 -> new CborValue.Array(array(info, depth));
            case 5 -> new CborValue.Map(map(info, depth));
            case 6 -> new CborValue.Tag(length(info), item(depth + 1));
            default -> simple(info);
        };
    }

    /** The 64-bit argument, to be read as unsigned. */
    private long argument(int info) throws MalformedContentException {
        if (info < 24) {
            return info;
        }
        return switch (info) {
            case 24 -> cursor.u8();
            case 25 -> cursor.u16be();
            case 26 -> cursor.u32be();
            case 27 -> cursor.take(8).asBuffer().getLong(0);
            default -> throw malformed("reserved additional information " + info);
        };
    }

    private long length(int info) throws MalformedContentException {
        long length = argument(info);
        cursor.verify(length >= 0, "length over 2^63");
        return length;
    }

    private static CborValue unsigned(long argument) {
        return argument >= 0
                ? new CborValue.Int(argument)
                : new CborValue.Big(BigInteger.valueOf(argument).add(TWO_64));
    }

    private static CborValue negative(long argument) {
        return argument >= 0
                ? new CborValue.Int(-1 - argument)
                : new CborValue.Big(BigInteger.ONE
                        .negate()
                        .subtract(BigInteger.valueOf(argument).add(TWO_64)));
    }

    private Octets string(int major, int info) throws MalformedContentException {
        if (info != 31) {
            return cursor.take(length(info));
        }
        List<Octets> chunks = new ArrayList<>();
        for (int head = cursor.u8(); head != BREAK; head = cursor.u8()) {
            cursor.verify(head >>> 5 == major && (head & 0x1F) != 31, "chunk of another type");
            LimitExceededException.check("CBOR items", ++items, limits.items());
            Octets chunk = cursor.take(length(head & 0x1F));
            if (major == 3) {
                text(chunk); // no character may be spread over two chunks (RFC 8949 clause 3.2.3)
            }
            chunks.add(chunk);
        }
        return Octets.concat(chunks);
    }

    private String text(Octets octets) throws MalformedContentException {
        if (octets.isAscii()) {
            return octets.latin1();
        }
        try {
            ByteBuffer utf8 = octets.asBuffer();
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw malformed("text that is not UTF-8");
        }
    }

    private List<CborValue> array(int info, int depth) throws MalformedContentException {
        List<CborValue> values = new ArrayList<>();
        if (info == 31) {
            for (int head = cursor.u8(); head != BREAK; head = cursor.u8()) {
                values.add(item(head, depth + 1));
            }
            return values;
        }
        long count = length(info);
        cursor.verify(count <= cursor.remaining(), "array of more items than octets are left");
        for (long i = 0; i < count; i++) {
            values.add(item(depth + 1));
        }
        return values;
    }

    private List<CborValue.Entry> map(int info, int depth) throws MalformedContentException {
        List<CborValue.Entry> entries = new ArrayList<>();
        if (info == 31) {
            for (int head = cursor.u8(); head != BREAK; head = cursor.u8()) {
                entries.add(new CborValue.Entry(item(head, depth + 1), item(depth + 1)));
            }
            return entries;
        }
        long count = length(info);
        cursor.verify(count <= cursor.remaining() / 2, "map of more pairs than octets are left");
        for (long i = 0; i < count; i++) {
            entries.add(new CborValue.Entry(item(depth + 1), item(depth + 1)));
        }
        return entries;
    }

    private CborValue simple(int info) throws MalformedContentException {
        switch (info) {
            case 24:
                int number = cursor.u8();
                cursor.verify(number >= 32, "simple value below 32 in two octets");
                return new CborValue.Simple(number);
            case 25:
                return new CborValue.Real(half(cursor.u16be()));
            case 26:
                return new CborValue.Real(Float.intBitsToFloat((int) cursor.u32be()));
            case 27:
                return new CborValue.Real(
                        Double.longBitsToDouble(cursor.take(8).asBuffer().getLong(0)));
            default:
                cursor.verify(info < 24, info == 31 ? "break outside an indefinite item" : "reserved simple value");
                return new CborValue.Simple(info);
        }
    }

    /** IEEE 754 binary16, RFC 8949 appendix D. */
    private static double half(int bits) {
        int exponent = bits >>> 10 & 0x1F;
        int mantissa = bits & 0x3FF;
        double value = exponent == 0
                ? Math.scalb((double) mantissa, -24)
                : exponent == 31
                        ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                        : Math.scalb((double) (mantissa + 1024), exponent - 25);
        return (bits & 0x8000) == 0 ? value : -value;
    }

    private MalformedContentException malformed(String cause) {
        return new MalformedContentException("CBOR", new org.estampille.bytes.ByteRange(cursor.offset(), 0), cause);
    }
}
