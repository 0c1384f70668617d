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
import org.estampille.crypto.CryptoEngine;

/** The BMFF hash of fragmented tracks to be written: what is hashed of each file, and the assertion that comes of it. */
public final class FragmentBinding {

    /** What C2PA 2.4 always wants left out (clause A.5.5), so that readers of either version agree. */
    private static final List<BoxExclusion> EXCLUSIONS =
            List.of(BoxExclusion.PROVENANCE, BoxExclusion.of("/ftyp"), BoxExclusion.of("/mfra"));

    private FragmentBinding() {}

    /** The label of the assertion. */
    public static String label() {
        return BmffHash.LABEL;
    }

    /**
     * One track, hashed.
     *
     * @param tree of its fragments
     * @param initHash of what precedes them
     * @param leaves hash of each fragment, in order
     */
    public record Bound(FragmentTree tree, Octets initHash, List<Octets> leaves) {
        public Bound {
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * What is hashed of an initialization segment that will hold the manifest store.
     *
     * @param slot room for the wrapped store
     */
    public static DigestPlan initialization(
            ByteSource planned, ByteRange slot, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        return plan(planned, whole(BmffFile.read(planned, slot, limits)), algorithm, limits);
    }

    /** What is hashed of a fragment that is a file of its own. */
    public static DigestPlan fragment(ByteSource planned, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        return plan(planned, whole(BmffFile.read(planned, limits)), algorithm, limits);
    }

    /**
     * What is hashed of a file that holds everything: as chain what precedes the first fragment, as leaves the fragments.
     *
     * @param slot room for the wrapped store
     */
    public static BindingPlan flat(ByteSource planned, ByteRange slot, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<List<BmffBox>> runs = FragmentRuns.of(whole(BmffFile.read(planned, slot, limits)));
        List<DigestPlan> leaves = new ArrayList<>();
        for (List<BmffBox> run : runs.subList(1, runs.size())) {
            leaves.add(plan(planned, run, algorithm, limits));
        }
        return new BindingPlan(plan(planned, runs.get(0), algorithm, limits), leaves);
    }

    private static List<BmffBox> whole(BmffFile file) throws MalformedContentException {
        if (file.trailing().isPresent()) {
            throw new MalformedContentException("BMFF", file.trailing().get(), "octets after the last box");
        }
        return file.boxes();
    }

    private static DigestPlan plan(ByteSource planned, List<BmffBox> boxes, HashAlgorithm algorithm, ReadLimits limits)
            throws IOException, MalformedContentException {
        return new ExclusionMatcher(planned, limits).match(boxes, EXCLUSIONS).plan(boxes, algorithm);
    }

    /** The content of the assertion. */
    public static Octets content(List<Bound> tracks, HashAlgorithm algorithm, CryptoEngine engine) {
        return content(
                tracks.stream()
                        .map(track -> track.tree().map(track.initHash(), track.leaves(), engine))
                        .toList(),
                algorithm);
    }

    /** Content of the same length before anything is hashed. */
    public static Octets placeholder(List<FragmentTree> trees, HashAlgorithm algorithm) {
        return content(trees.stream().map(FragmentTree::blankMap).toList(), algorithm);
    }

    private static Octets content(List<MerkleMap> maps, HashAlgorithm algorithm) {
        BmffHash hash =
                new BmffHash(EXCLUSIONS, Optional.of(algorithm.label()), Optional.empty(), maps, Optional.empty());
        return CborWriter.write(hash.write());
    }
}
