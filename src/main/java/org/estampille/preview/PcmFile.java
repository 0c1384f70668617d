package org.estampille.preview;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;

/**
 * Where the samples of a WAV, RF64, BW64 or AIFF file lie and how they are written, for uncompressed sound alone.
 *
 * @param order of the octets of a sample
 * @param data the samples
 * @param sampleOctets 1 to 4, or 8 for a real
 * @param real whether samples are IEEE 754 reals
 * @param unsigned whether samples of one octet have their middle at 128
 * @param framesPerSecond how often all channels are sampled
 * @param channels of the sound
 */
record PcmFile(
        ByteOrder order,
        ByteRange data,
        int sampleOctets,
        boolean real,
        boolean unsigned,
        double framesPerSecond,
        int channels) {

    private static final int CHUNKS = 10_000;
    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int LONGEST_FORMAT = 64;
    private static final long SEE_DS64 = 0xFFFFFFFFL;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int REAL = 3;

    double seconds() {
        return (double) data.length() / sampleOctets / channels / framesPerSecond;
    }

    /** Reads the chunks; empty when it is no such file, is compressed or is broken. */
    static Optional<PcmFile> read(ByteSource file) throws IOException {
        if (file.length() < HEAD) {
            return Optional.empty();
        }
        ByteBuffer head = at(file, 0, HEAD, ByteOrder.BIG_ENDIAN);
        String form = text(head, 0) + text(head, 8);
        try {
            return switch (form) {
                case "RIFFWAVE", "RF64WAVE", "BW64WAVE" -> chunks(file, ByteOrder.LITTLE_ENDIAN);
                case "FORMAIFF", "FORMAIFC" -> chunks(file, ByteOrder.BIG_ENDIAN);
                default -> Optional.empty();
            };
        } catch (EOFException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<PcmFile> chunks(ByteSource file, ByteOrder order) throws IOException {
        Optional<ByteBuffer> format = Optional.empty();
        Optional<ByteRange> data = Optional.empty();
        long longData = 0;
        long at = HEAD;
        for (int i = 0; i < CHUNKS && at <= file.length() - CHUNK_HEAD && (format.isEmpty() || data.isEmpty()); i++) {
            ByteBuffer head = at(file, at, CHUNK_HEAD, order);
            String name = text(head, 0);
            long size = head.getInt(4) & SEE_DS64;
            long start = at + CHUNK_HEAD;
            int shown = (int) Math.min(size, LONGEST_FORMAT);
            if (name.equals("ds64") && size >= 16) {
                longData = at(file, start, 16, order).getLong(8);
            } else if (name.equals("fmt ") || name.equals("COMM")) {
                format = Optional.of(at(file, start, shown, order));
            } else if (name.equals("data") || name.equals("SSND")) {
                size = name.equals("data") && size == SEE_DS64 ? Math.max(0, longData) : size;
                long skipped = name.equals("SSND") ? CHUNK_HEAD : 0;
                long end = Math.min(file.length(), start + Math.min(size, file.length()));
                data = Optional.of(ByteRange.between(Math.min(end, start + skipped), end));
            }
            at = start + size + (size & 1);
            if (at < start) {
                break;
            }
        }
        return format.isEmpty() || data.isEmpty()
                ? Optional.empty()
                : (order == ByteOrder.LITTLE_ENDIAN ? wave(format.get(), data.get()) : aiff(format.get(), data.get()));
    }

    /** {@code WAVEFORMATEX}; an extensible one has its real tag in front of its GUID. */
    private static Optional<PcmFile> wave(ByteBuffer format, ByteRange data) {
        if (format.limit() < 16) {
            return Optional.empty();
        }
        int tag = format.getShort(0) & 0xFFFF;
        tag = tag == EXTENSIBLE && format.limit() >= 26 ? format.getShort(24) & 0xFFFF : tag;
        boolean real = tag == REAL;
        int channels = format.getShort(2) & 0xFFFF;
        double rate = format.getInt(4) & 0xFFFFFFFFL;
        // The block is what counts: 20 bits may stand in 4 octets.
        int octets = (format.getShort(12) & 0xFFFF) / Math.max(1, channels);
        return tag == 1 || real
                ? plausible(new PcmFile(ByteOrder.LITTLE_ENDIAN, data, octets, real, octets == 1, rate, channels))
                : Optional.empty();
    }

    private static Optional<PcmFile> aiff(ByteBuffer common, ByteRange data) {
        if (common.limit() < 18) {
            return Optional.empty();
        }
        String coding = common.limit() >= 22 ? text(common, 18) : "NONE";
        boolean real = coding.equalsIgnoreCase("fl32");
        ByteOrder order = coding.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int octets = (common.getShort(6) & 0xFFFF) + 7 >> 3;
        // The rate is an 80-bit real: an exponent of 15 bits, a mantissa of 64.
        double mantissa = (common.getLong(10) >>> 1) * 2.0;
        double rate = Math.scalb(mantissa, (common.getShort(8) & 0x7FFF) - 16_383 - 63);
        PcmFile file = new PcmFile(order, data, octets, real, false, rate, common.getShort(0) & 0xFFFF);
        return real || coding.equals("NONE") || coding.equals("twos") || coding.equals("sowt")
                ? plausible(file)
                : Optional.empty();
    }

    private static Optional<PcmFile> plausible(PcmFile file) {
        boolean width = file.real
                ? file.sampleOctets == 4 || file.sampleOctets == 8
                : file.sampleOctets >= 1 && file.sampleOctets <= 4;
        boolean rate = file.framesPerSecond >= 1 && file.framesPerSecond <= 10_000_000;
        return width && rate && file.channels > 0 && file.data.length() >= file.sampleOctets
                ? Optional.of(file)
                : Optional.empty();
    }

    /** The sample at {@code position} of a buffer in {@link #order}, -1 to 1. */
    double sample(ByteBuffer buffer, int position) {
        if (real) {
            return sampleOctets == 8 ? buffer.getDouble(position) : buffer.getFloat(position);
        }
        return switch (sampleOctets) {
            case 1 -> unsigned ? ((buffer.get(position) & 0xFF) - 128) / 128.0 : buffer.get(position) / 128.0;
            case 2 -> buffer.getShort(position) / 32_768.0;
            case 3 -> buffer.get(position + (order == ByteOrder.BIG_ENDIAN ? 0 : 2)) / 128.0;
            default -> buffer.getInt(position) / 2_147_483_648.0;
        };
    }

    private static ByteBuffer at(ByteSource file, long position, int count, ByteOrder order) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
        file.read(position, buffer);
        return buffer.clear();
    }

    private static String text(ByteBuffer buffer, int at) {
        byte[] four = new byte[4];
        buffer.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
