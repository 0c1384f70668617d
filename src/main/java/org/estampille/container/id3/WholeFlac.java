package org.estampille.container.id3;

import java.io.IOException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * Looks whether the sound of a FLAC file ends with a whole frame (RFC 9639 clause 9.3): one whose header stands somewhere before
 * the end and whose checksum covers everything up to there. The number of samples in STREAMINFO is no witness: programs that take a
 * piece of a stream leave it as it was.
 */
final class WholeFlac {

    /** Longer than a frame of 65,535 samples of 32 bits in eight channels. */
    private static final int LONGEST_FRAME = 4 << 20;

    /** The lower 32 of 36 bits. */
    private static final int SAMPLES_AT = 18;

    private static final int POLYNOMIAL = 0x8005;
    private static final int APE_FOOTER = 32;
    private static final int APE_HAS_HEADER = 0x80;

    private final ByteSource source;
    private final ReadLimits limits;
    private final int[] table = new int[256];

    WholeFlac(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
        for (int i = 0; i < table.length; i++) {
            int sum = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum << 1 ^ (sum >> 15) * POLYNOMIAL) & 0xFFFF;
            }
            table[i] = sum;
        }
    }

    /**
     * @param streamInfo the metadata block with the number of samples; 0 means that it is unknown
     * @param sound all frames, and tags behind them that are not known
     */
    void require(ByteRange streamInfo, ByteRange sound) throws IOException, MalformedContentException {
        if (sound.length() == 0) {
            if (!source.octets(new ByteRange(streamInfo.start() + SAMPLES_AT, 4), limits)
                    .isZero()) {
                throw cutShort(sound, "it has no sound, where STREAMINFO counts samples");
            }
            return;
        }
        ByteRange frames = withoutApe(sound);
        long start = Math.max(frames.start(), frames.end() - LONGEST_FRAME);
        if (!endsWithFrame(source.octets(ByteRange.between(start, frames.end()), limits))) {
            throw cutShort(
                    new ByteRange(frames.end(), 0),
                    "its last octets are no whole frame of sound, unless something else stands behind the sound");
        }
    }

    /**
     * Goes back from the end and keeps the checksum of what lies behind. That of an octet with {@code n} behind it is the one of the
     * octet with {@code n} zeros, and is put together from those of its eight bits.
     */
    private boolean endsWithFrame(Octets tail) {
        int[] bits = new int[8];
        for (int i = 0; i < 8; i++) {
            bits[i] = table[1 << i];
        }
        int sum = 0;
        for (int at = tail.length() - 1; at >= 0; at--) {
            int octet = tail.at(at);
            for (int i = 0; i < 8; i++) {
                sum ^= (octet >> i & 1) * bits[i];
                bits[i] = (bits[i] << 8 & 0xFFFF) ^ table[bits[i] >> 8];
            }
            if (sum == 0 && FlacFrameHeader.stands(tail, at)) {
                return true;
            }
        }
        return false;
    }

    /** An APE tag, of version 2, is no part of the sound. */
    private ByteRange withoutApe(ByteRange sound) throws IOException, MalformedContentException {
        if (sound.length() < APE_FOOTER) {
            return sound;
        }
        Octets footer = source.octets(new ByteRange(sound.end() - APE_FOOTER, APE_FOOTER), limits);
        long size = 0;
        for (int i = 15; i >= 12; i--) {
            size = size << 8 | footer.at(i);
        }
        size += (footer.at(23) & APE_HAS_HEADER) != 0 ? APE_FOOTER : 0;
        boolean ape = footer.slice(0, 8).equals(Octets.ofAscii("APETAGEX")) && size <= sound.length();
        return ape ? new ByteRange(sound.start(), sound.length() - size) : sound;
    }

    private static MalformedContentException cutShort(ByteRange where, String what) {
        return new MalformedContentException(Id3Format.NAME, where, "the file was cut short: " + what);
    }
}
