package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.estampille.bind.TrackCheck.FragmentCheck;
import org.estampille.bind.TrackCheck.Gap;

/**
 * Puts the fragments of a track beside the leaves of its tree. A playlist that names as many as were bound is taken at its word:
 * entry and leaf of one number belong together. In any other, fragments that prove their leaf hold the order, and what is
 * bound and not here is sought between them.
 */
final class FragmentOrder {

    /**
     * What is known of one entry by itself.
     *
     * @param state INTACT when it proves a leaf of this track; MISSING when it is not here; else what is wrong with it
     * @param location the leaf it proves
     */
    record Entry(FragmentState state, Optional<Long> location) {

        boolean proves() {
            return state == FragmentState.INTACT;
        }

        boolean absent() {
            return state == FragmentState.MISSING;
        }
    }

    private final List<Entry> entries;
    private final long count;
    private final List<FragmentCheck> checks = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** @param count number of leaves */
    FragmentOrder(List<Entry> entries, long count) {
        this.entries = List.copyOf(entries);
        this.count = count;
        if (entries.size() == count) {
            byNumber();
        } else {
            byProof();
            seekMissing();
        }
    }

    List<FragmentCheck> checks() {
        return checks;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void byNumber() {
        TreeSet<Long> seen = new TreeSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!entry.proves()) {
                add(entry.state(), entry.location());
                continue;
            }
            long leaf = entry.location().orElseThrow();
            boolean athome = leaf == i;
            boolean elsewhere = !seen.add(leaf)
                    || entries.get((int) leaf).location().equals(entry.location())
                            && entries.get((int) leaf).proves();
            add(
                    athome ? FragmentState.INTACT : elsewhere ? FragmentState.REPEATED : FragmentState.MOVED,
                    entry.location());
        }
    }

    private void byProof() {
        TreeSet<Long> distinct = new TreeSet<>();
        entries.stream()
                .filter(Entry::proves)
                .forEach(entry -> distinct.add(entry.location().orElseThrow()));
        List<Long> sorted = List.copyOf(distinct);
        TreeSet<Long> seen = new TreeSet<>();
        for (Entry entry : entries) {
            if (!entry.proves()) {
                add(entry.state(), entry.location());
            } else if (!seen.add(entry.location().orElseThrow())) {
                add(FragmentState.REPEATED, entry.location());
            } else {
                boolean inOrder =
                        sorted.get(seen.size() - 1).equals(entry.location().orElseThrow());
                add(inOrder ? FragmentState.INTACT : FragmentState.MOVED, entry.location());
            }
        }
    }

    private void add(FragmentState state, Optional<Long> location) {
        checks.add(new FragmentCheck(state, location));
    }

    private void seekMissing() {
        TreeSet<Long> unseen = new TreeSet<>();
        for (long leaf = 0; leaf < count; leaf++) {
            unseen.add(leaf);
        }
        entries.stream()
                .filter(Entry::proves)
                .forEach(entry -> unseen.remove(entry.location().orElseThrow()));
        int from = 0;
        long leaf = -1;
        for (int i = 0; i <= checks.size(); i++) {
            boolean end = i == checks.size();
            if (end || checks.get(i).state() == FragmentState.INTACT) {
                long next = end ? count : checks.get(i).location().orElseThrow();
                if (next > leaf) {
                    settle(from, i, unseen.subSet(leaf, false, next, false).size());
                }
                from = i + 1;
                leaf = next;
            }
        }
    }

    /** Says of the absent entries between two fragments that hold whether they can be the {@code missing} leaves. */
    private void settle(int from, int to, long missing) {
        long broken = 0;
        long absent = 0;
        for (int i = from; i < to; i++) {
            absent += entries.get(i).absent() ? 1 : 0;
            broken += !entries.get(i).absent() && !entries.get(i).proves() ? 1 : 0;
        }
        long rest = Math.max(0, missing - broken);
        for (int i = from; i < to && rest == 0; i++) {
            if (entries.get(i).absent()) {
                checks.set(i, new FragmentCheck(FragmentState.NEVER_BOUND, Optional.empty()));
            }
        }
        if (rest > absent) {
            gaps.add(new Gap(to, rest - absent));
        }
    }
}
