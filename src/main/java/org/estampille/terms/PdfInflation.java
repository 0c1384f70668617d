package org.estampille.terms;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * How much memory the compressed streams of a PDF would take. The reader unfolds a stream as a whole, so this is found out before,
 * piece by piece, from the octets after each keyword {@code stream} (ISO 32000-2 clause 7.3.8). Streams that are compressed in
 * several layers count by the outermost.
 */
final class PdfInflation {

    private static final String STREAM = "stream";
    private static final int PIECE = 64 << 10;

    private PdfInflation() {}

    /** @throws LimitExceededException when all streams together are longer than what may be read into memory at once */
    static void check(Octets pdf, ReadLimits limits) throws LimitExceededException {
        byte[] octets = pdf.toByteArray();
        byte[] piece = new byte[PIECE];
        long total = 0;
        int end = 0;
        Inflater inflater = new Inflater();
        try {
            for (int start = next(octets, 0); start >= 0; start = next(octets, Math.max(start, end))) {
                if (start < octets.length && (octets[start] & 0x0F) == 8) {
                    inflater.reset();
                    inflater.setInput(octets, start, octets.length - start);
                    total += inflated(inflater, piece, limits.buffer() - total);
                    LimitExceededException.check("buffer", total, limits.buffer());
                    // What lies within a stream that was unfolded is no keyword.
                    end = start + (inflater.finished() ? (int) inflater.getBytesRead() : 0);
                }
            }
        } finally {
            inflater.end();
        }
    }

    /** The length of one stream, or more than {@code most}; of what is broken, as far as it goes. */
    private static long inflated(Inflater inflater, byte[] piece, long most) {
        long length = 0;
        try {
            while (length <= most && !inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return length;
                }
                length += count;
            }
        } catch (DataFormatException broken) {
            return length;
        }
        return length;
    }

    /** Where the octets after the next keyword begin; -1 when there is none. */
    private static int next(byte[] octets, int from) {
        int last = octets.length - STREAM.length();
        for (int at = from; at <= last; at++) {
            if (octets[at] == STREAM.charAt(0) && isKeyword(octets, at)) {
                int after = at + STREAM.length();
                while (after < octets.length && (octets[after] == '\r' || octets[after] == '\n')) {
                    after++;
                }
                return after;
            }
        }
        return -1;
    }

    private static boolean isKeyword(byte[] octets, int at) {
        for (int i = 1; i < STREAM.length(); i++) {
            if (octets[at + i] != STREAM.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
