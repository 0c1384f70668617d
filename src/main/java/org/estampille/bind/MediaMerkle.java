package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.container.bmff.BmffBox;

/**
 * One tree for each media box of a file that is not fragmented (C2PA 2.5 clauses 14.12.2.1 and A.5.3.1.1).
 *
 * <p>The standard cuts leaves from the payload; the reference writer starts at the sixteenth octet of the box, which differs where
 * the header has 8 octets. The first leaf tells which was meant.
 */
final class MediaMerkle implements MerkleCheck {

    private static final int LARGE_HEADER = 16;

    /** A tree as stated, its algorithm, and the octets of its leaves. */
    private record Tree(MerkleMap map, HashAlgorithm algorithm, List<ByteRange> leaves) {}

    private final BoundFile bound;
    private final List<MerkleMap> maps;
    private final List<HashAlgorithm> algorithms;
    private final boolean boxesHashed;
    private final List<Tree> trees = new ArrayList<>();

    /**
     * @param algorithms one for each of {@code maps}
     * @param boxesHashed whether a hash over the boxes binds what no tree covers
     */
    MediaMerkle(BoundFile bound, List<MerkleMap> maps, List<HashAlgorithm> algorithms, boolean boxesHashed) {
        this.bound = bound;
        this.maps = maps;
        this.algorithms = algorithms;
        this.boxesHashed = boxesHashed;
    }

    @Override
    public Optional<BindingOutcome> prepare() throws IOException {
        List<BmffBox> media = bound.file().named("mdat");
        Map<Integer, Integer> treeOfBox = assign(media.size());
        if (treeOfBox.size() != maps.size()) {
            return MerkleCheck.mismatch(maps.size() + " Merkle trees for " + media.size() + " media boxes");
        }
        for (int box = 0; box < media.size(); box++) {
            Optional<BindingOutcome> problem = treeOfBox.containsKey(box)
                    ? prepare(media.get(box), treeOfBox.get(box))
                    : uncovered(media.get(box));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Index of a media box to index of its tree: by local id, or by order where the ids are none of such indexes. */
    private Map<Integer, Integer> assign(int boxes) {
        Map<Integer, Integer> byId = new HashMap<>();
        Map<Integer, Integer> byOrder = new HashMap<>();
        for (int i = 0; i < maps.size(); i++) {
            long id = maps.get(i).localId();
            if (id >= 0 && id < boxes) {
                byId.put((int) id, i);
            }
            byOrder.put(i, i);
        }
        return byId.size() != maps.size() && maps.size() == boxes ? byOrder : byId;
    }

    private Optional<BindingOutcome> uncovered(BmffBox box) {
        boolean whole = boxesHashed && !bound.excluded().touches(box.range());
        return whole ? Optional.empty() : MerkleCheck.mismatch("a media box that no Merkle tree covers");
    }

    private Optional<BindingOutcome> prepare(BmffBox box, int index) throws IOException {
        MerkleMap map = maps.get(index);
        if (map.initHash().isPresent()) {
            return MerkleCheck.mismatch("the binding is one of fragments, and none are in this file");
        }
        if (map.hashes().size() < map.count() && proofs(map).size() != map.count()) {
            return MerkleCheck.malformed("the auxiliary boxes are not as many as the leaves");
        }
        Optional<List<ByteRange>> byStandard = cut(map, box.payload());
        Optional<List<ByteRange>> fromSixteen = box.range().length() >= LARGE_HEADER
                ? cut(
                        map,
                        ByteRange.between(
                                box.range().start() + LARGE_HEADER, box.range().end()))
                : Optional.empty();
        Optional<List<ByteRange>> leaves = byStandard.or(() -> fromSixteen);
        if (leaves.isEmpty()) {
            return MerkleCheck.malformed("the block sizes or the count of leaves do not fit the media box");
        }
        boolean ambiguous = fromSixteen.isPresent() && !fromSixteen.get().equals(leaves.get());
        if (ambiguous
                && fits(map, index, fromSixteen.get().get(0))
                && !fits(map, index, leaves.get().get(0))) {
            leaves = fromSixteen;
        }
        trees.add(new Tree(map, algorithms.get(index), leaves.get()));
        return Optional.empty();
    }

    /** The leaves, when the tree says where to cut and that fits {@code media}. */
    private static Optional<List<ByteRange>> cut(MerkleMap map, ByteRange media) {
        List<ByteRange> leaves = new ArrayList<>();
        long at = media.start();
        if (map.fixedBlockSize().isPresent()) {
            long size = map.fixedBlockSize().get();
            long full = media.length() / size;
            if (full + (media.length() % size == 0 ? 0 : 1) != map.count()) {
                return Optional.empty();
            }
            for (long i = 0; i < map.count(); i++, at += size) {
                leaves.add(new ByteRange(at, Math.min(size, media.end() - at)));
            }
        } else if (!map.variableBlockSizes().isEmpty()) {
            for (long size : map.variableBlockSizes()) {
                if (size > media.end() - at) {
                    return Optional.empty();
                }
                leaves.add(new ByteRange(at, size));
                at += size;
            }
            if (at != media.end() || leaves.size() != map.count()) {
                return Optional.empty();
            }
        } else {
            leaves.add(media);
        }
        return leaves.size() == map.count() ? Optional.of(leaves) : Optional.empty();
    }

    /** Whether {@code first} hashes to the first leaf of the tree. */
    private boolean fits(MerkleMap map, int index, ByteRange first) throws IOException {
        BindingPlan plan = BindingPlan.flat(leaf(algorithms.get(index), first));
        Octets hash = DigestRunner.run(bound.source(), plan, bound.engine(), 1).chain();
        List<Octets> proof =
                map.hashes().size() < map.count() ? proofs(map).get(0).hashes() : List.of();
        return bound.tree(algorithms.get(index)).proves(hash, 0, map.count(), proof, map.hashes());
    }

    private List<MerkleProof> proofs(MerkleMap map) {
        return bound.proofs().stream().filter(map::owns).toList();
    }

    private static DigestPlan leaf(HashAlgorithm algorithm, ByteRange range) {
        return new DigestPlan(algorithm, List.of(new DigestPlan.FileRange(range)));
    }

    @Override
    public List<DigestPlan> leaves() {
        List<DigestPlan> leaves = new ArrayList<>();
        for (Tree tree : trees) {
            for (ByteRange range : tree.leaves()) {
                leaves.add(leaf(tree.algorithm(), range));
            }
        }
        return leaves;
    }

    @Override
    public Optional<BindingOutcome> compare(List<Octets> digests) {
        int at = 0;
        for (Tree tree : trees) {
            int count = tree.leaves().size();
            if (!fits(tree, digests.subList(at, at + count))) {
                return MerkleCheck.mismatch("a block of the media box that begins before offset "
                        + tree.leaves().get(0).end() + " is another one");
            }
            at += count;
        }
        return Optional.empty();
    }

    private boolean fits(Tree tree, List<Octets> digests) {
        MerkleMap map = tree.map();
        if (map.hashes().size() == map.count()) {
            return map.hashes().equals(digests);
        }
        List<MerkleProof> proofs = proofs(map);
        MerkleTree hashes = bound.tree(tree.algorithm());
        for (int i = 0; i < digests.size(); i++) {
            MerkleProof proof = proofs.get(i);
            if (proof.location() != i || !hashes.proves(digests.get(i), i, map.count(), proof.hashes(), map.hashes())) {
                return false;
            }
        }
        return true;
    }
}
