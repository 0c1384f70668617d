package org.estampille.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/** An immutable sequence of octets held in memory. Slices share their parent's storage; equality is by content. */
public final class Octets {

    private static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Octets(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    public static Octets empty() {
        return EMPTY;
    }

    /** A copy of {@code bytes}. */
    public static Octets copyOf(byte[] bytes) {
        return new Octets(bytes.clone(), 0, bytes.length);
    }

    /** Takes over {@code bytes} without a copy: the caller must never write to the array again. */
    public static Octets adopt(byte[] bytes) {
        return new Octets(bytes, 0, bytes.length);
    }

    /** The octets given one by one, each 0 to 255. */
    public static Octets of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return adopt(bytes);
    }

    /** {@code count} zero octets. */
    public static Octets zeros(int count) {
        return adopt(new byte[count]);
    }

    public static Octets ofHex(String hex) {
        return adopt(HexFormat.of().parseHex(hex));
    }

    public static Octets ofUtf8(String text) {
        return adopt(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Octets ofAscii(String text) {
        return adopt(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code value} as two octets, big-endian. */
    public static Octets u16be(int value) {
        return of(value >>> 8, value);
    }

    /** The low 32 bits of {@code value}, big-endian. */
    public static Octets u32be(long value) {
        return adopt(ByteBuffer.allocate(4).putInt((int) value).array());
    }

    /** {@code value} as eight octets, big-endian. */
    public static Octets u64be(long value) {
        return adopt(ByteBuffer.allocate(8).putLong(value).array());
    }

    /** The low 32 bits of {@code value}, little-endian. */
    public static Octets u32le(long value) {
        return u32be(Integer.reverseBytes((int) value));
    }

    public static Octets concat(List<Octets> parts) {
        return concat(parts.toArray(new Octets[0]));
    }

    public static Octets concat(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length = Math.addExact(length, part.length);
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.array, part.offset, joined, at, part.length);
            at += part.length;
        }
        return adopt(joined);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return array[offset + Objects.checkIndex(index, length)] & 0xFF;
    }

    /** {@code count} octets from {@code from}, sharing this object's storage. */
    public Octets slice(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return count == length ? this : new Octets(array, offset + from, count);
    }

    /** Everything from {@code from} on. */
    public Octets from(int from) {
        return slice(from, length - from);
    }

    public boolean startsWith(Octets prefix) {
        return length >= prefix.length && slice(0, prefix.length).equals(prefix);
    }

    /** Where {@code wanted} first stands at or after {@code from}; its last octet tells how far to go on (Horspool's way). */
    public Optional<Integer> indexOf(Octets wanted, int from) {
        int last = wanted.length - 1;
        if (last < 0) {
            return from <= length ? Optional.of(from) : Optional.empty();
        }
        int[] steps = new int[256];
        Arrays.fill(steps, wanted.length);
        for (int i = 0; i < last; i++) {
            steps[wanted.at(i)] = last - i;
        }
        byte[] octets = array;
        int ending = wanted.at(last);
        int end = offset + length;
        for (int i = offset + from + last; i < end; ) {
            int octet = octets[i] & 0xFF;
            if (octet == ending && slice(i - last - offset, wanted.length).equals(wanted)) {
                return Optional.of(i - last - offset);
            }
            // Most octets are none of those wanted: known as such, the next step need not wait for the table.
            int step = steps[octet];
            i += step == wanted.length ? wanted.length : step;
        }
        return Optional.empty();
    }

    /**
     * The index of the first octet of that value, 0 to 255, at or after {@code from}; the length where there is none. Four octets a
     * round on a plain array: the fastest form while the code is still interpreted, and fast enough when it is compiled.
     */
    public int indexOf(int value, int from) {
        byte[] octets = array;
        byte wanted = (byte) value;
        int end = offset + length;
        int index = offset + from;
        while (index < end - 3) {
            if (octets[index] == wanted) {
                return index - offset;
            }
            if (octets[index + 1] == wanted) {
                return index + 1 - offset;
            }
            if (octets[index + 2] == wanted) {
                return index + 2 - offset;
            }
            if (octets[index + 3] == wanted) {
                return index + 3 - offset;
            }
            index += 4;
        }
        while (index < end && octets[index] != wanted) {
            index++;
        }
        return index - offset;
    }

    /** Whether every octet is zero; true when empty. */
    public boolean isZero() {
        for (int i = 0; i < length; i++) {
            if (array[offset + i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every octet is below 128, so that every encoding of text agrees. */
    public boolean isAscii() {
        int together = 0;
        for (int i = offset; i < offset + length; i++) {
            together |= array[i];
        }
        return together >= 0;
    }

    public long uint32At(int index) {
        return (long) at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3);
    }

    /** Eight octets, big-endian; negative from 2^63 on. */
    public long int64At(int index) {
        return uint32At(index) << 32 | uint32At(index + 4);
    }

    /** Fills {@code target} with the octets from {@code from} on. */
    void copyInto(ByteBuffer target, int from) {
        Objects.checkFromIndexSize(from, target.remaining(), length);
        target.put(array, offset + from, target.remaining());
    }

    /** A read-only view, positioned at the first octet. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** Hashes these octets next. Native hashes take an array as it is, and would copy a read-only view first. */
    public void updateInto(MessageDigest digest) {
        digest.update(array, offset, length);
    }

    /** Signs or verifies these octets next, in the same way. */
    public void updateInto(Signature signature) throws SignatureException {
        signature.update(array, offset, length);
    }

    /** A copy, for interfaces of the platform that take arrays. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    public String hex() {
        return HexFormat.of().formatHex(array, offset, offset + length);
    }

    /** Standard base64 with padding (RFC 4648 clause 4). */
    public String base64() {
        return Base64.getEncoder().encodeToString(toByteArray());
    }

    /** The octets read as UTF-8; ill-formed sequences become U+FFFD. */
    public String utf8() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    public String latin1() {
        return new String(array, offset, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    /** A sum that processors have an instruction for: whole contents are keys of caches. */
    @Override
    public int hashCode() {
        CRC32 sum = new CRC32();
        sum.update(array, offset, length);
        return (int) sum.getValue();
    }

    /** Hexadecimal, cut after 32 octets. */
    @Override
    public String toString() {
        return length <= 32 ? hex() : slice(0, 32).hex() + "… (" + length + " octets)";
    }
}
