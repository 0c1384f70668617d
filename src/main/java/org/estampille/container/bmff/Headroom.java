package org.estampille.container.bmff;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;

/**
 * The room before the media of a file that is changed where it stands: boxes that hold nothing give it, one such box evens it out.
 * Nothing is hidden in that box: the BMFF hash covers it like any other.
 */
final class Headroom {

    /** {@code free} and {@code skip} of ISO/IEC 14496-12 clause 8.1.2; {@code wide} is QuickTime's room for a longer header. */
    private static final Set<String> EMPTY_BOXES = Set.of("free", "skip", "wide");

    private static final long MOST = 16L << 20;
    private static final int HEADER = 8;

    private final ByteSource source;
    private final Wish wish;
    private final ReadLimits limits;

    Headroom(ByteSource source, Wish wish, ReadLimits limits) {
        this.source = source;
        this.wish = wish;
        this.limits = limits;
    }

    /** Whether a box before the first media holds nothing but zeros; anything else may be somebody's. */
    boolean isSpare(BmffBox box, BmffFile file) throws IOException, MalformedContentException {
        return wish.step() > 0
                && EMPTY_BOXES.contains(box.type())
                && box.range().end() <= MOST
                && isBeforeMedia(box, file)
                && source.octets(box.payload(), limits).isZero();
    }

    private static boolean isBeforeMedia(BmffBox box, BmffFile file) {
        List<BmffBox> media = file.named("mdat");
        return !media.isEmpty() && media.get(0).range().start() >= box.range().end();
    }

    /**
     * Octets of the empty box that is needed; 0 for none.
     *
     * @param now where the media start
     * @param bare where they would start without it
     */
    long padding(long now, long bare) {
        long padding = Math.floorMod(now - bare, wish.step());
        if (wish.storeLength() > 0 && bare <= now) {
            padding = now - bare;
        }
        while (padding > 0 && padding < HEADER) {
            padding += wish.step();
        }
        return padding;
    }

    /** An empty box of that many octets, at least 8. */
    static Octets box(long length) {
        return Octets.concat(Octets.u32be(length), Octets.ofAscii("free"), Octets.zeros((int) length - HEADER));
    }
}
