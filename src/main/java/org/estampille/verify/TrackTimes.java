package org.estampille.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.FragmentState;
import org.estampille.bind.TrackCheck;
import org.estampille.bind.TrackCheck.FragmentCheck;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.report.StreamCoverage.Stretch;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.TimeRange;
import org.estampille.stream.Track;

/**
 * When the places of a track are played: as its manifest states; where it states nothing, as the fragments that were signed for
 * those places say.
 */
final class TrackTimes {

    private final TrackCheck check;
    private final List<Optional<TimeRange>> places = new ArrayList<>();
    private final boolean numbered;
    private final boolean stated;

    TrackTimes(Track track, TrackCheck check) {
        this.check = check;
        this.numbered = check.fragments().size() == check.bound();
        this.stated = !track.segments().isEmpty()
                && track.segments().stream().map(MediaSegment::stated).allMatch(Optional::isPresent);
        for (FragmentCheck fragment : check.fragments()) {
            places.add(stated ? track.segments().get(fragment.entry()).stated() : Optional.empty());
        }
        if (!stated) {
            bySignature();
        }
    }

    private void bySignature() {
        for (int i = 0; i < places.size(); i++) {
            FragmentCheck fragment = check.fragments().get(i);
            if (fragment.state() == FragmentState.INTACT || numbered && fragment.proves()) {
                int place = numbered ? Math.toIntExact(fragment.location().orElseThrow()) : i;
                places.set(place, own(fragment));
            }
        }
    }

    private static Optional<TimeRange> own(FragmentCheck fragment) {
        return fragment.played().map(span -> TimeRange.ofTicks(span.start(), span.duration(), span.timescale()));
    }

    /** When the place at that index is played; where nobody says, what its neighbours leave. */
    Optional<Stretch> at(int index) {
        Optional<TimeRange> place = places.get(index);
        return place.isPresent()
                ? place.map(range -> new Stretch(range.start(), Optional.of(range.end())))
                : between(index - 1, index + 1, Optional.of(check.fragments().get(index)));
    }

    /** What lies between two places, or places before and after them whose times are known. */
    Optional<Stretch> between(int before, int after) {
        Optional<Stretch> shown = between(before, after, Optional.empty());
        boolean nothing = shown.isPresent()
                && shown.get().to().equals(Optional.of(shown.get().from()));
        return nothing && before >= 0 ? signed(before, after).or(() -> shown) : shown;
    }

    /** A manifest that lists something no longer leaves no time for it; the fragments around it were signed with theirs. */
    private Optional<Stretch> signed(int before, int after) {
        Optional<TimeRange> left = own(check.fragments().get(before));
        Optional<TimeRange> right = own(check.fragments().get(after));
        return left.isPresent() && right.isPresent()
                ? Optional.of(new Stretch(
                                left.get().end(), Optional.of(right.get().start())))
                        .filter(span -> span.to().orElseThrow().compareTo(span.from()) > 0)
                : Optional.empty();
    }

    private Optional<Stretch> between(int before, int after, Optional<FragmentCheck> here) {
        int from = before;
        while (from >= 0 && places.get(from).isEmpty()) {
            from--;
        }
        int to = after;
        while (to < places.size() && places.get(to).isEmpty()) {
            to++;
        }
        Duration start =
                from < 0 ? Duration.ZERO : places.get(from).orElseThrow().end();
        if (to < places.size()) {
            Duration end = places.get(to).orElseThrow().start();
            return Optional.of(new Stretch(end.compareTo(start) < 0 ? end : start, Optional.of(end)));
        }
        Optional<Duration> end = here.flatMap(FragmentCheck::played)
                .map(FragmentTimes.Span::duration)
                .flatMap(ticks -> own(here.orElseThrow()))
                .filter(own -> own.start().equals(start))
                .map(TimeRange::end);
        return from < 0 && end.isEmpty() ? Optional.empty() : Optional.of(new Stretch(start, end));
    }

    /** When the fragment was to be played that proves to be one of another place. */
    Optional<Stretch> signedFor(FragmentCheck fragment) {
        long leaf = fragment.location().orElse(-1L);
        if (numbered) {
            return at(Math.toIntExact(leaf));
        }
        for (int i = 0; i < places.size(); i++) {
            FragmentCheck other = check.fragments().get(i);
            if (other.state() == FragmentState.INTACT && other.location().equals(fragment.location())) {
                return at(i);
            }
        }
        return stated ? Optional.empty() : own(fragment).map(own -> new Stretch(own.start(), Optional.of(own.end())));
    }
}
