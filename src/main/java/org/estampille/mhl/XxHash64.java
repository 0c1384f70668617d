package org.estampille.mhl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/** XXH64 with seed 0, as the xxHash specification 0.1.1 describes it; the digest is the number in big-endian order. */
final class XxHash64 extends MessageDigest {

    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private final ByteBuffer rest = ByteBuffer.allocate(STRIPE).order(ByteOrder.LITTLE_ENDIAN);
    private final long[] lanes = new long[4];
    private long total;

    XxHash64() {
        super("XXH64");
        engineReset();
    }

    @Override
    protected int engineGetDigestLength() {
        return Long.BYTES;
    }

    @Override
    protected void engineReset() {
        lanes[0] = 0x60EA27EEADC0B5D6L; // the sum of the first two primes, modulo 2^64
        lanes[1] = P2;
        lanes[2] = 0;
        lanes[3] = -P1;
        total = 0;
        rest.clear();
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(ByteBuffer.wrap(new byte[] {input}));
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        engineUpdate(ByteBuffer.wrap(input, offset, length));
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
        total += input.remaining();
        ByteBuffer in = input.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.position() > 0 && rest.hasRemaining() && in.hasRemaining()) {
            rest.put(in.get());
        }
        if (!rest.hasRemaining()) {
            stripe(rest, 0);
            rest.clear();
        }
        int at = in.position();
        for (; in.limit() - at >= STRIPE; at += STRIPE) {
            stripe(in, at);
        }
        in.position(at);
        rest.put(in);
        input.position(input.limit());
    }

    private void stripe(ByteBuffer from, int at) {
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = round(lanes[lane], from.getLong(at + lane * Long.BYTES));
        }
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    @Override
    protected byte[] engineDigest() {
        long hash;
        if (total >= STRIPE) {
            hash = Long.rotateLeft(lanes[0], 1)
                    + Long.rotateLeft(lanes[1], 7)
                    + Long.rotateLeft(lanes[2], 12)
                    + Long.rotateLeft(lanes[3], 18);
            for (long lane : lanes) {
                hash = (hash ^ round(0, lane)) * P1 + P4;
            }
        } else {
            hash = P5;
        }
        hash = tail(hash + total);
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        hash ^= hash >>> 32;
        engineReset();
        return ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
    }

    private long tail(long start) {
        long hash = start;
        rest.flip();
        while (rest.remaining() >= Long.BYTES) {
            hash = Long.rotateLeft(hash ^ round(0, rest.getLong()), 27) * P1 + P4;
        }
        if (rest.remaining() >= Integer.BYTES) {
            hash = Long.rotateLeft(hash ^ (rest.getInt() & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
        }
        while (rest.hasRemaining()) {
            hash = Long.rotateLeft(hash ^ (rest.get() & 0xFF) * P5, 11) * P1;
        }
        return hash;
    }
}
