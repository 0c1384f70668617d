package org.estampille.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.estampille.bind.TrackCheck.FragmentCheck;
import org.estampille.bind.TrackCheck.Gap;

/**
 * Puts the fragments of a track beside the leaves of its tree. A playlist that names as many as were bound is taken at its word:
 * entry and leaf of one number belong together. In any other, fragments that prove their leaf hold the order, and what is
 * bound and not here is sought between them.
 */
final class FragmentOrder {

    private final List<FragmentCheck> entries;
    private final long count;
    private final TreeSet<Long> proved = new TreeSet<>();
    private final List<FragmentCheck> checks = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * @param entries what each is by itself: INTACT when it proves a leaf, MISSING when it is not here, else what is wrong with it
     * @param count number of leaves
     */
    FragmentOrder(List<FragmentCheck> entries, long count) {
        this.entries = List.copyOf(entries);
        this.count = count;
        entries.stream().filter(FragmentOrder::proves).forEach(entry -> proved.add(leaf(entry)));
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

    private static boolean proves(FragmentCheck entry) {
        return entry.state() == FragmentState.INTACT;
    }

    private static boolean absent(FragmentCheck entry) {
        return entry.state() == FragmentState.MISSING;
    }

    private static long leaf(FragmentCheck entry) {
        return entry.location().orElseThrow();
    }

    private void byNumber() {
        Set<Long> athome = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (proves(entries.get(i)) && leaf(entries.get(i)) == i) {
                athome.add((long) i);
            }
        }
        Set<Long> seen = new HashSet<>(athome);
        for (int i = 0; i < entries.size(); i++) {
            FragmentCheck entry = entries.get(i);
            if (!proves(entry) || leaf(entry) == i) {
                checks.add(entry);
            } else {
                checks.add(as(seen.add(leaf(entry)) ? FragmentState.MOVED : FragmentState.REPEATED, entry));
            }
        }
    }

    private void byProof() {
        List<Long> sorted = List.copyOf(proved);
        Set<Long> seen = new HashSet<>();
        for (FragmentCheck entry : entries) {
            if (!proves(entry)) {
                checks.add(entry);
            } else if (!seen.add(leaf(entry))) {
                checks.add(as(FragmentState.REPEATED, entry));
            } else {
                boolean inOrder = sorted.get(seen.size() - 1) == leaf(entry);
                checks.add(as(inOrder ? FragmentState.INTACT : FragmentState.MOVED, entry));
            }
        }
    }

    private static FragmentCheck as(FragmentState state, FragmentCheck entry) {
        return new FragmentCheck(state, entry.location(), entry.entry(), entry.played());
    }

    private void seekMissing() {
        int from = 0;
        long leaf = -1;
        for (int i = 0; i <= checks.size(); i++) {
            boolean end = i == checks.size();
            if (end || checks.get(i).state() == FragmentState.INTACT) {
                long next = end ? count : leaf(checks.get(i));
                if (next > leaf) {
                    int here = proved.subSet(leaf, false, next, false).size();
                    settle(from, i, next - leaf - 1 - here);
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
            absent += absent(entries.get(i)) ? 1 : 0;
            broken += !absent(entries.get(i)) && !proves(entries.get(i)) ? 1 : 0;
        }
        long rest = Math.max(0, missing - broken);
        for (int i = from; i < to && rest == 0; i++) {
            if (absent(entries.get(i))) {
                checks.set(i, as(FragmentState.NEVER_BOUND, entries.get(i)));
            }
        }
        if (rest > absent) {
            gaps.add(new Gap(to, rest - absent));
        }
    }
}
