package org.estampille.bytes;

import org.jspecify.annotations.Nullable;

/**
 * A half-open range of octets: {@code start} inclusive, {@code end()} exclusive, both from the start of their source.
 *
 * @param start offset of the first octet, never negative
 * @param length number of octets, never negative; {@code start + length} never overflows
 */
public record ByteRange(long start, long length) {

    public ByteRange {
        if (start < 0 || length < 0 || start + length < 0) {
            throw new IllegalArgumentException("range " + start + "+" + length);
        }
    }

    /** The range from {@code start} up to, not including, {@code end}. */
    public static ByteRange between(long start, long end) {
        return new ByteRange(start, end - start);
    }

    /** The offset after the last octet. */
    public long end() {
        return start + length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** Whether every octet of {@code other} lies in this range. */
    public boolean contains(ByteRange other) {
        return other.start >= start && other.end() <= end();
    }

    /** Whether the two ranges share an octet. */
    public boolean overlaps(ByteRange other) {
        return other.start < end() && start < other.end();
    }

    /** This range moved by {@code distance} octets. */
    public ByteRange shift(long distance) {
        return new ByteRange(start + distance, length);
    }

    // Spelt out, since plans of thousands of ranges are compared, and the equality records are given is slow where
    // little is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteRange that && start == that.start && length == that.length;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(start) + Long.hashCode(length);
    }

    @Override
    public String toString() {
        return start + "+" + length;
    }
}
