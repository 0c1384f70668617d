package org.estampille.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.container.bmff.FragmentTimes;

/**
 * Puts the segments of live media beside the numbers they were signed with: what is missing, swapped or replayed follows from
 * these as it does from the leaves of a tree (C2PA 2.5 clauses 15.8.2 and 15.8.3).
 */
public final class SignedSequence {

    /** Where in a chain of manifests a segment stands. */
    public record Link(String manifest, Optional<String> previous) {}

    /**
     * One segment.
     *
     * @param state what it is by itself; INTACT for one that proves its number
     * @param number it was signed with
     * @param link its place in a chain of manifests, where there is one
     * @param entry index in the playlist
     * @param played when, by what the segment says itself
     */
    public record Segment(
            FragmentState state,
            Optional<Long> number,
            Optional<Link> link,
            int entry,
            Optional<FragmentTimes.Span> played) {}

    private final List<Segment> segments;
    private final TreeMap<Long, Segment> byNumber = new TreeMap<>();
    private final Map<Long, Long> places = new HashMap<>();
    private final List<Long> unchained = new ArrayList<>();
    private long end;

    private SignedSequence(List<Segment> segments) {
        this.segments = segments;
        int first = 0;
        while (first < segments.size() && !proves(segments.get(first))) {
            first++;
        }
        int last = segments.size() - 1;
        while (last > first && !proves(segments.get(last))) {
            last--;
        }
        segments.stream()
                .filter(SignedSequence::proves)
                .forEach(one -> byNumber.putIfAbsent(one.number().orElseThrow(), one));
        end = first;
        number();
        end += segments.size() - 1L - last;
    }

    /**
     * What the segments of one track are.
     *
     * @param segments in the order of the playlist
     * @param initialized whether what precedes them is what was signed
     */
    public static TrackCheck order(List<Segment> segments, boolean initialized) {
        return new SignedSequence(List.copyOf(segments)).check(initialized);
    }

    private static boolean proves(Segment segment) {
        return segment.state() == FragmentState.INTACT && segment.number().isPresent();
    }

    /** Numbers grow by one; where a manifest names the one before it, that one is the one before. */
    private void number() {
        Optional<Segment> before = Optional.empty();
        for (Segment segment : byNumber.values()) {
            long number = segment.number().orElseThrow();
            if (before.isPresent()) {
                long step = number - before.get().number().orElseThrow();
                boolean follows = follows(before.get(), segment);
                if (!follows && step == 1 && segment.link().isPresent()) {
                    unchained.add(number);
                }
                end += follows ? 0 : step - 1;
            }
            places.put(number, end++);
            before = Optional.of(segment);
        }
    }

    private static boolean follows(Segment before, Segment segment) {
        return segment.link().isPresent()
                && before.link().isPresent()
                && segment.link()
                        .get()
                        .previous()
                        .equals(Optional.of(before.link().get().manifest()));
    }

    private TrackCheck check(boolean initialized) {
        List<TrackCheck.FragmentCheck> entries = new ArrayList<>();
        for (Segment segment : segments) {
            boolean chained = segment.number().filter(unchained::contains).isEmpty();
            entries.add(new TrackCheck.FragmentCheck(
                    proves(segment) && !chained ? FragmentState.FOREIGN : segment.state(),
                    segment.number().map(number -> places.getOrDefault(number, -1L)),
                    segment.entry(),
                    segment.played()));
        }
        FragmentOrder order = new FragmentOrder(entries, end);
        int intact = 0;
        int wrong = 0;
        for (TrackCheck.FragmentCheck one : order.checks()) {
            intact += one.state() == FragmentState.INTACT ? 1 : 0;
            wrong += one.state().isWrong() ? 1 : 0;
        }
        BindingOutcome outcome = wrong == 0
                ? new BindingOutcome.Match(false)
                : new BindingOutcome.Mismatch(wrong + " segments are not what was signed at that place");
        return new TrackCheck(outcome, initialized, end, intact, order.checks(), order.gaps());
    }
}
