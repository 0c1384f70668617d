package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.bind.TrackCheck.FragmentCheck;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.crypto.CryptoEngine;

/** Compares the files of one fragmented track with the Merkle trees of a binding (C2PA 2.5 clauses 14.12.2.2 and 16.3.2.6). */
final class TrackComparison {

    /** What a fragment proves to be: a leaf of a tree, or nothing. */
    private record Leaf(FragmentState state, int tree, Optional<Long> location, Optional<FragmentTimes.Span> played) {
        private static Leaf without(FragmentState state) {
            return new Leaf(state, -1, Optional.empty(), Optional.empty());
        }
    }

    /** A leaf, and which entry of the playlist it is. */
    private record Listed(Leaf leaf, int entry) {}

    /** A fragment of a flat file and the octets it takes up. */
    private record Placed(ByteRange range, Leaf leaf) {}

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
        List<Listed> leaves = new ArrayList<>();
        List<Integer> candidates = new ArrayList<>();
        FragmentTimes times;
        try (ByteSource init = track.initialization()) {
            BmffFile file = BmffFile.read(init, limits);
            times = FragmentTimes.of(init, file, limits);
            List<List<BmffBox>> runs = track.flat() ? FragmentRuns.of(file.boxes()) : List.of(file.boxes());
            if (file.trailing().isEmpty()) {
                candidates.addAll(treesOf(init, file, runs.get(0)));
            }
            if (track.flat()) {
                leaves.addAll(listed(track, inside(init, file, runs, times)));
            }
        }
        for (int i = 0; i < track.size() && !track.flat(); i++) {
            Optional<ByteSource> fragment = track.fragment(i);
            if (fragment.isEmpty()) {
                leaves.add(new Listed(Leaf.without(FragmentState.MISSING), i));
            } else {
                try (ByteSource source = fragment.get()) {
                    leaves.add(new Listed(leaf(source, times), i));
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

    /** The fragments in the order of the playlist; a range that holds no whole fragment is one that nobody can read. */
    private static List<Listed> listed(FragmentedTrack track, NavigableMap<Long, Placed> inside) {
        List<Listed> leaves = new ArrayList<>();
        if (track.size() == 0) {
            inside.values().forEach(placed -> leaves.add(new Listed(placed.leaf(), leaves.size())));
        }
        for (int i = 0; i < track.size(); i++) {
            int before = leaves.size();
            ByteRange range = track.range(i).orElse(new ByteRange(0, Long.MAX_VALUE));
            for (Placed placed : inside.subMap(range.start(), range.end()).values()) {
                if (range.contains(placed.range())) {
                    leaves.add(new Listed(placed.leaf(), i));
                }
            }
            if (leaves.size() == before) {
                leaves.add(new Listed(Leaf.without(FragmentState.BROKEN), i));
            }
        }
        return leaves;
    }

    /** Every fragment of a flat file with the octets it takes up, by its start. */
    private NavigableMap<Long, Placed> inside(
            ByteSource source, BmffFile file, List<List<BmffBox>> runs, FragmentTimes times)
            throws IOException, MalformedContentException {
        List<MerkleProof> proofs = MerkleProof.in(source, file, limits);
        ExcludedOctets excluded = new ExclusionMatcher(source, limits).match(file.boxes(), exclusions);
        boolean unbound =
                UnboundMedia.first(source, file, excluded, true, limits).isPresent();
        NavigableMap<Long, Placed> leaves = new TreeMap<>();
        int next = 0;
        for (List<BmffBox> run : runs.subList(1, runs.size())) {
            long start = run.get(0).range().start();
            int first = next;
            while (next < proofs.size() && proofs.get(next).boxStart() < start) {
                next++;
            }
            long end = endOfMedia(run);
            Leaf leaf = unbound
                    ? Leaf.without(FragmentState.BROKEN)
                    : leaf(source, proofs.subList(first, next), excluded, run, times);
            leaves.put(start, new Placed(ByteRange.between(start, end), leaf));
        }
        return leaves;
    }

    /** What follows the media up to the next fragment belongs to that one where a playlist is concerned, such as its index. */
    private static long endOfMedia(List<BmffBox> run) {
        long end = run.get(0).range().end();
        for (BmffBox box : run) {
            end = box.type().equals("mdat") ? box.range().end() : end;
        }
        return end;
    }

    private Leaf leaf(ByteSource source, FragmentTimes times) throws IOException, LimitExceededException {
        try {
            BmffFile file = BmffFile.read(source, limits);
            ExcludedOctets excluded = new ExclusionMatcher(source, limits).match(file.boxes(), exclusions);
            boolean unreadable = file.trailing().isPresent()
                    || UnboundMedia.first(source, file, excluded, true, limits).isPresent();
            return unreadable
                    ? Leaf.without(FragmentState.BROKEN)
                    : leaf(source, MerkleProof.in(source, file, limits), excluded, file.boxes(), times);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return Leaf.without(FragmentState.BROKEN);
        }
    }

    private Leaf leaf(
            ByteSource source,
            List<MerkleProof> proofs,
            ExcludedOctets excluded,
            List<BmffBox> boxes,
            FragmentTimes times)
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
                FragmentState state = fits ? FragmentState.INTACT : FragmentState.ALTERED;
                return new Leaf(state, i, Optional.of(proof.location()), times.first(source, boxes, limits));
            }
        }
        return Leaf.without(FragmentState.FOREIGN);
    }

    private TrackCheck check(List<Listed> leaves, List<Integer> candidates, boolean additionalExclusions) {
        int tree = treeOf(leaves, candidates);
        List<FragmentCheck> entries = new ArrayList<>();
        for (Listed listed : leaves) {
            Leaf leaf = listed.leaf();
            boolean foreign = leaf.state() == FragmentState.INTACT && leaf.tree() != tree;
            entries.add(new FragmentCheck(
                    foreign ? FragmentState.FOREIGN : leaf.state(), leaf.location(), listed.entry(), leaf.played()));
        }
        FragmentOrder order = new FragmentOrder(entries, maps.get(tree).count());
        int intact = 0;
        int wrong = 0;
        boolean unbound = false;
        for (FragmentCheck fragment : order.checks()) {
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
    private int treeOf(List<Listed> leaves, List<Integer> candidates) {
        int[] votes = new int[maps.size()];
        for (Listed listed : leaves) {
            if (listed.leaf().tree() >= 0) {
                votes[listed.leaf().tree()]++;
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
