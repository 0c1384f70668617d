package org.estampille.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.TimeRange;

/**
 * When the fragments of a track are played: as the manifest states, else as they say themselves.
 *
 * @param times of each fragment, where anybody can tell
 */
record TrackTimes(List<Optional<TimeRange>> times) {

    static TrackTimes of(TrackFiles files, ReadLimits limits) throws IOException {
        List<Optional<TimeRange>> times = new ArrayList<>();
        try (ByteSource init = files.initialization()) {
            BmffFile boxes = BmffFile.read(init, limits);
            FragmentTimes described = FragmentTimes.of(init, boxes, limits);
            if (files.flat()) {
                for (BmffBox moof : boxes.named("moof")) {
                    times.add(own(described, init, moof, limits));
                }
                return new TrackTimes(times);
            }
            for (int i = 0; i < files.size(); i++) {
                MediaSegment segment = files.track().segments().get(i);
                times.add(segment.stated().isPresent() ? segment.stated() : own(described, files, i, limits));
            }
        } catch (MalformedContentException nobodyCanTell) {
            for (int i = times.size(); i < files.size(); i++) {
                times.add(files.track().segments().get(i).stated());
            }
        }
        return new TrackTimes(times);
    }

    private static Optional<TimeRange> own(FragmentTimes described, TrackFiles files, int index, ReadLimits limits)
            throws IOException {
        Optional<ByteSource> fragment = files.fragment(index);
        if (fragment.isEmpty()) {
            return Optional.empty();
        }
        try (ByteSource source = fragment.get()) {
            List<BmffBox> moofs = BmffFile.read(source, limits).named("moof");
            return moofs.isEmpty() ? Optional.empty() : own(described, source, moofs.get(0), limits);
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeRange> own(FragmentTimes described, ByteSource source, BmffBox moof, ReadLimits limits)
            throws IOException {
        try {
            return described
                    .span(source, moof, limits)
                    .map(span -> TimeRange.ofTicks(span.start(), span.duration(), span.timescale()));
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }

    /** When a fragment is played; where nobody says, from the end of the one before it to the start of the one after it. */
    Optional<TimeRange> at(int index) {
        return times.get(index).isPresent() ? times.get(index) : between(index - 1, index + 1);
    }

    /** From the end of one fragment, or one before it, to the start of another. */
    Optional<TimeRange> between(int before, int after) {
        int from = before;
        while (from >= 0 && times.get(from).isEmpty()) {
            from--;
        }
        int to = after;
        while (to < times.size() && times.get(to).isEmpty()) {
            to++;
        }
        if (to >= times.size()) {
            return Optional.empty();
        }
        TimeRange next = times.get(to).orElseThrow();
        return Optional.of(new TimeRange(
                from < 0
                        ? java.time.Duration.ZERO
                        : times.get(from).orElseThrow().end(),
                next.start()));
    }
}
