package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.container.bmff.BmffBox;

/**
 * Fragments of one file: each {@code moof} with what follows it up to the next is a leaf, an auxiliary box before it says where it
 * belongs, and what precedes the first has a hash of its own (C2PA 2.5 clauses 14.12.2.2 and A.5.3.1.2).
 */
final class FragmentMerkle implements MerkleCheck {

    /** A fragment, and which tree and proof it has. */
    private record Fragment(int tree, MerkleProof proof, List<BmffBox> boxes) {}

    private final BoundFile bound;
    private final List<MerkleMap> maps;
    private final List<HashAlgorithm> algorithms;
    private final List<Fragment> fragments = new ArrayList<>();
    private final List<BmffBox> initialization = new ArrayList<>();

    /** @param algorithms one for each of {@code maps} */
    FragmentMerkle(BoundFile bound, List<MerkleMap> maps, List<HashAlgorithm> algorithms) {
        this.bound = bound;
        this.maps = maps;
        this.algorithms = algorithms;
    }

    @Override
    public Optional<BindingOutcome> prepare() {
        List<List<BmffBox>> all = FragmentRuns.of(bound.file().boxes());
        initialization.addAll(all.get(0));
        List<List<BmffBox>> runs = all.subList(1, all.size());
        long[] seen = new long[maps.size()];
        int next = 0;
        for (List<BmffBox> run : runs) {
            long start = run.get(0).range().start();
            int first = next;
            while (next < bound.proofs().size() && bound.proofs().get(next).boxStart() < start) {
                next++;
            }
            if (next != first + 1) {
                return MerkleCheck.malformed("a fragment without an auxiliary box of its own");
            }
            MerkleProof proof = bound.proofs().get(first);
            int tree = treeOf(proof);
            if (tree < 0 || proof.location() != seen[tree]) {
                return MerkleCheck.mismatch("a fragment that belongs to no tree or is out of order");
            }
            seen[tree]++;
            fragments.add(new Fragment(tree, proof, run));
        }
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] != maps.get(i).count()) {
                return MerkleCheck.mismatch(seen[i] + " fragments are here, bound were "
                        + maps.get(i).count());
            }
            if (maps.get(i).initHash().isEmpty()) {
                return MerkleCheck.mismatch("nothing binds what precedes the fragments");
            }
        }
        return Optional.empty();
    }

    private int treeOf(MerkleProof proof) {
        for (int i = 0; i < maps.size(); i++) {
            if (maps.get(i).owns(proof)) {
                return i;
            }
        }
        return -1;
    }

    /** The fragments, then for each tree what precedes them. */
    @Override
    public List<DigestPlan> leaves() {
        List<DigestPlan> leaves = new ArrayList<>();
        for (Fragment fragment : fragments) {
            leaves.add(bound.excluded().plan(fragment.boxes(), algorithms.get(fragment.tree())));
        }
        for (HashAlgorithm algorithm : algorithms) {
            leaves.add(bound.excluded().plan(initialization, algorithm));
        }
        return leaves;
    }

    @Override
    public Optional<BindingOutcome> compare(List<Octets> digests) {
        for (int i = 0; i < fragments.size(); i++) {
            Fragment fragment = fragments.get(i);
            MerkleMap map = maps.get(fragment.tree());
            MerkleProof proof = fragment.proof();
            if (!bound.tree(algorithms.get(fragment.tree()))
                    .proves(digests.get(i), proof.location(), map.count(), proof.hashes(), map.hashes())) {
                return MerkleCheck.mismatch("fragment " + i + " is another one");
            }
        }
        for (int i = 0; i < maps.size(); i++) {
            if (!maps.get(i).initHash().equals(Optional.of(digests.get(fragments.size() + i)))) {
                return MerkleCheck.mismatch("what precedes the fragments is another one");
            }
        }
        return Optional.empty();
    }
}
