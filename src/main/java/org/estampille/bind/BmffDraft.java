package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborWriter;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;

/**
 * A BMFF hash to be written.
 *
 * <p>A tree is given to a file with exactly one media box, whose header has 16 octets, and without fragments: there the
 * standard's reading and the reference reader's agree. Any other file gets one hash over everything. Neither {@code free} nor
 * {@code skip} is left out: media could hide there.
 *
 * @param chain the hash over the boxes
 * @param blockSize octets of a leaf; 0 without a tree
 * @param leaves of the tree, in order
 */
record BmffDraft(DigestPlan chain, long blockSize, List<DigestPlan> leaves) implements BindingDraft {

    private static final long BLOCK_UNIT = 1 << 20;
    private static final long MOST_LEAVES = 4096;
    private static final int LARGE_HEADER = 16;

    BmffDraft {
        leaves = List.copyOf(leaves);
    }

    static BmffDraft of(ByteSource future, ByteRange slot, boolean merkle, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        BmffFile file = BmffFile.read(future, slot, limits);
        if (file.trailing().isPresent()) {
            throw new MalformedContentException("BMFF", file.trailing().get(), "octets after the last box");
        }
        Optional<ByteRange> media = merkle ? media(file) : Optional.empty();
        ExcludedOctets excluded =
                new ExclusionMatcher(future, limits).match(file.boxes(), exclusions(media.isPresent()));
        DigestPlan chain = excluded.plan(file.boxes(), algorithm);
        if (media.isEmpty()) {
            return new BmffDraft(chain, 0, List.of());
        }
        long blockSize = blockSize(media.get().length());
        return new BmffDraft(chain, blockSize, leaves(media.get(), blockSize, algorithm));
    }

    private static Optional<ByteRange> media(BmffFile file) {
        List<BmffBox> boxes = file.named("mdat");
        boolean fits = boxes.size() == 1
                && !file.fragmented()
                && boxes.get(0).headerLength() == LARGE_HEADER
                && !boxes.get(0).payload().isEmpty();
        return fits ? Optional.of(boxes.get(0).payload()) : Optional.empty();
    }

    /** Whole mebibytes, as few as keep the tree small. */
    private static long blockSize(long media) {
        long unit = BLOCK_UNIT * MOST_LEAVES;
        return BLOCK_UNIT * (media / unit + (media % unit == 0 ? 0 : 1));
    }

    private static List<DigestPlan> leaves(ByteRange media, long blockSize, HashAlgorithm algorithm) {
        List<DigestPlan> leaves = new ArrayList<>();
        for (long at = media.start(); at < media.end(); at += blockSize) {
            ByteRange block = new ByteRange(at, Math.min(blockSize, media.end() - at));
            leaves.add(new DigestPlan(algorithm, List.of(new DigestPlan.FileRange(block))));
        }
        return leaves;
    }

    /** What C2PA 2.4 always wants left out (clause A.5.5). */
    private static List<BoxExclusion> exclusions(boolean merkle) {
        List<BoxExclusion> exclusions = new ArrayList<>();
        exclusions.add(BoxExclusion.PROVENANCE);
        exclusions.add(BoxExclusion.of("/ftyp"));
        exclusions.add(BoxExclusion.of("/mfra"));
        if (merkle) {
            exclusions.add(BoxExclusion.MEDIA);
        }
        return exclusions;
    }

    @Override
    public String label() {
        return BmffHash.LABEL;
    }

    @Override
    public BindingPlan plan() {
        return new BindingPlan(chain, leaves);
    }

    @Override
    public Octets content(BindingDigests digests) {
        Optional<String> alg = Optional.of(chain.algorithm().label());
        List<MerkleMap> merkle = leaves.isEmpty() ? List.of() : List.of(tree(alg, digests.leaves()));
        BmffHash hash = new BmffHash(
                exclusions(!leaves.isEmpty()), alg, Optional.of(digests.chain()), merkle, Optional.empty());
        return CborWriter.write(hash.write());
    }

    private MerkleMap tree(Optional<String> alg, List<Octets> hashes) {
        return new MerkleMap(1, 0, leaves.size(), alg, Optional.empty(), hashes, Optional.of(blockSize), List.of());
    }
}
