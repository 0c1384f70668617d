package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.MediaOffsets;

/**
 * Samples that a movie takes from octets its binding leaves out, such as a {@code free} box: they could be exchanged after
 * signing, while everything that is rendered must be bound (C2PA 2.5 clause 14.12.2).
 */
final class UnboundMedia {

    private UnboundMedia() {}

    /**
     * The first such sample.
     *
     * @param treesOverMedia whether Merkle trees bind what is left out of media boxes
     */
    static Optional<Long> first(
            ByteSource source, BmffFile file, ExcludedOctets excluded, boolean treesOverMedia, ReadLimits limits)
            throws IOException {
        List<ByteRange> trees = new ArrayList<>();
        for (BmffBox box : treesOverMedia ? file.named("mdat") : List.<BmffBox>of()) {
            trees.add(box.range());
        }
        List<Long> unbound = new ArrayList<>();
        try {
            MediaOffsets.visit(source, file, limits, offset -> {
                if (unbound.isEmpty() && isUnbound(offset, source.length(), excluded, trees)) {
                    unbound.add(offset);
                }
            });
        } catch (MalformedContentException unreadable) {
            // An index nobody can read leads nobody to media.
            return unbound.stream().findFirst();
        }
        return unbound.stream().findFirst();
    }

    /** Offset 0 stands for no media at all; the first octet of a file is never a sample. */
    private static boolean isUnbound(long offset, long length, ExcludedOctets excluded, List<ByteRange> trees) {
        if (offset <= 0 || offset >= length) {
            return false;
        }
        ByteRange first = new ByteRange(offset, 1);
        return excluded.touches(first) && trees.stream().noneMatch(tree -> tree.contains(first));
    }
}
