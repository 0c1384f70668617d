package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.crypto.CryptoEngine;

/** Compares the files of one fragmented track with the Merkle trees of a binding (C2PA 2.5 clauses 14.12.2.2 and 16.3.2.6). */
final class TrackComparison {

    /** What a fragment proves to be: a leaf of a tree, or nothing. */
    private record Leaf(FragmentState state, int tree, Optional<Long> location) {
        private static Leaf without(FragmentState state) {
            return new Leaf(state, -1, Optional.empty());
        }
    }

    private final List<BoxExclusion> exclusions;
    private final List<MerkleMap> maps;
    private final List<HashAlgorithm> algorithms;
    private final CryptoEngine engine;
    private final ReadLimits limits;

    /** @param algorithms one for each of {@code maps} */
    TrackComparison(
            List<BoxExclusion> exclusions,
            List<MerkleMap> maps,
            List<HashAlgorithm> algorithms,
            CryptoEngine engine,
            ReadLimits limits) {
        this.exclusions = exclusions;
        this.maps = maps;
        this.algorithms = algorithms;
        this.engine = engine;
        this.limits = limits;
    }

    TrackCheck compare(FragmentedTrack track, boolean additionalExclusions)
            throws IOException, MalformedContentException {
        List<Leaf> leaves = new ArrayList<>();
        List<Integer> candidates = new ArrayList<>();
        try (ByteSource init = track.initialization()) {
            BmffFile file = BmffFile.read(init, limits);
            List<List<BmffBox>> runs = track.flat() ? FragmentRuns.of(file.boxes()) : List.of(file.boxes());
            if (file.trailing().isEmpty()) {
                candidates.addAll(treesOf(init, file, runs.get(0)));
            }
            if (track.flat()) {
                leaves.addAll(inside(init, file, runs));
            }
        }
        for (int i = 0; i < track.size() && !track.flat(); i++) {
            Optional<ByteSource> fragment = track.fragment(i);
            if (fragment.isEmpty()) {
                leaves.add(Leaf.without(FragmentState.MISSING));
            } else {
                try (ByteSource source = fragment.get()) {
                    leaves.add(leaf(source));
                }
            }
        }
        return check(leaves, candidates, additionalExclusions);
    }

    /** The trees whose fragments may follow this initialization. */
    private List<Integer> treesOf(ByteSource init, BmffFile file, List<BmffBox> boxes)
            throws IOException, MalformedContentException {
        ExcludedOctets excluded = new ExclusionMatcher(init, limits).match(file.boxes(), exclusions);
        Map<HashAlgorithm, Octets> digests = new HashMap<>();
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            HashAlgorithm algorithm = algorithms.get(i);
            if (!digests.containsKey(algorithm)) {
                digests.put(algorithm, digest(init, excluded.plan(boxes, algorithm)));
            }
            if (maps.get(i).initHash().equals(Optional.of(digests.get(algorithm)))) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private Octets digest(ByteSource source, DigestPlan plan) throws IOException {
        return DigestRunner.run(source, BindingPlan.flat(plan), engine, 1).chain();
    }

    private List<Leaf> inside(ByteSource source, BmffFile file, List<List<BmffBox>> runs)
            throws IOException, MalformedContentException {
        List<MerkleProof> proofs = MerkleProof.in(source, file, limits);
        ExcludedOctets excluded = new ExclusionMatcher(source, limits).match(file.boxes(), exclusions);
        boolean unbound =
                UnboundMedia.first(source, file, excluded, true, limits).isPresent();
        List<Leaf> leaves = new ArrayList<>();
        long after = -1;
        for (List<BmffBox> run : runs.subList(1, runs.size())) {
            long start = run.get(0).range().start();
            long before = after;
            List<MerkleProof> own = proofs.stream()
                    .filter(proof -> proof.boxStart() > before && proof.boxStart() < start)
                    .toList();
            leaves.add(unbound ? Leaf.without(FragmentState.BROKEN) : leaf(source, own, excluded, run));
            after = start;
        }
        return leaves;
    }

    private Leaf leaf(ByteSource source) throws IOException, LimitExceededException {
        try {
            BmffFile file = BmffFile.read(source, limits);
            ExcludedOctets excluded = new ExclusionMatcher(source, limits).match(file.boxes(), exclusions);
            boolean unreadable = file.trailing().isPresent()
                    || UnboundMedia.first(source, file, excluded, true, limits).isPresent();
            return unreadable
                    ? Leaf.without(FragmentState.BROKEN)
                    : leaf(source, MerkleProof.in(source, file, limits), excluded, file.boxes());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return Leaf.without(FragmentState.BROKEN);
        }
    }

    private Leaf leaf(ByteSource source, List<MerkleProof> proofs, ExcludedOctets excluded, List<BmffBox> boxes)
            throws IOException {
        if (proofs.size() != 1) {
            return Leaf.without(FragmentState.UNBOUND);
        }
        MerkleProof proof = proofs.get(0);
        for (int i = 0; i < maps.size(); i++) {
            MerkleMap map = maps.get(i);
            if (map.owns(proof)) {
                Octets hash = digest(source, excluded.plan(boxes, algorithms.get(i)));
                boolean fits = new MerkleTree(algorithms.get(i), engine)
                        .proves(hash, proof.location(), map.count(), proof.hashes(), map.hashes());
                return new Leaf(fits ? FragmentState.INTACT : FragmentState.ALTERED, i, Optional.of(proof.location()));
            }
        }
        return Leaf.without(FragmentState.FOREIGN);
    }

    private TrackCheck check(List<Leaf> leaves, List<Integer> candidates, boolean additionalExclusions) {
        int tree = treeOf(leaves, candidates);
        List<FragmentOrder.Entry> entries = new ArrayList<>();
        for (Leaf leaf : leaves) {
            boolean foreign = leaf.state() == FragmentState.INTACT && leaf.tree() != tree;
            entries.add(new FragmentOrder.Entry(foreign ? FragmentState.FOREIGN : leaf.state(), leaf.location()));
        }
        FragmentOrder order = new FragmentOrder(entries, maps.get(tree).count());
        int intact = 0;
        int wrong = 0;
        boolean unbound = false;
        for (TrackCheck.FragmentCheck fragment : order.checks()) {
            switch (fragment.state()) {
                case INTACT -> intact++;
                case MISSING, NEVER_BOUND -> {}
                default -> wrong++;
            }
            unbound |= fragment.state() == FragmentState.UNBOUND;
        }
        boolean initialized = candidates.contains(tree);
        BindingOutcome outcome = outcome(initialized, unbound, wrong, additionalExclusions);
        return new TrackCheck(outcome, initialized, maps.get(tree).count(), intact, order.checks(), order.gaps());
    }

    /** The tree most fragments belong to; one that fits the initialization if any does. */
    private int treeOf(List<Leaf> leaves, List<Integer> candidates) {
        int[] votes = new int[maps.size()];
        for (Leaf leaf : leaves) {
            if (leaf.tree() >= 0) {
                votes[leaf.tree()]++;
            }
        }
        int best = candidates.isEmpty() ? 0 : candidates.get(0);
        for (int i = 0; i < votes.length; i++) {
            if ((candidates.isEmpty() || candidates.contains(i)) && votes[i] > votes[best]) {
                best = i;
            }
        }
        return best;
    }

    private static BindingOutcome outcome(boolean initialized, boolean unbound, int wrong, boolean additional) {
        if (!initialized) {
            return new BindingOutcome.Mismatch("the initialization segment is another one");
        }
        if (unbound) {
            return new BindingOutcome.Malformed("a fragment without exactly one auxiliary box");
        }
        return wrong > 0
                ? new BindingOutcome.Mismatch(
                        wrong + (wrong == 1 ? " fragment is" : " fragments are") + " not what was bound at that place")
                : new BindingOutcome.Match(additional);
    }
}
