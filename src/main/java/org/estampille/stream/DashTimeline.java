package org.estampille.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.xml.XmlElement;

/**
 * The times of segments as a {@code SegmentTimeline} states them (ISO/IEC 23009-1 clause 5.3.9.6).
 *
 * @param files names the manifest where it is malformed
 * @param tracks counts the segments
 * @param timescale ticks a second
 * @param offset ticks that stand for the start of the period
 * @param start of the period
 * @param length of the period; empty when nobody knows
 */
record DashTimeline(
        LocalFiles files, TrackList tracks, long timescale, long offset, Duration start, Optional<Duration> length) {

    /**
     * The time of one segment.
     *
     * @param ticks at which it starts, as the timeline counts
     * @param played when, in the presentation
     */
    record Stretch(long ticks, TimeRange played) {}

    /** The times of all segments, in their order. */
    List<Stretch> read(XmlElement timeline) throws MalformedContentException {
        List<XmlElement> runs = timeline.children("S");
        List<Stretch> times = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < runs.size(); i++) {
            XmlElement run = runs.get(i);
            at = number(run, "t").orElse(at);
            long each = Math.max(1, number(run, "d").orElse(1L));
            boolean open = run.attribute("r").orElse("0").strip().equals("-1");
            Optional<Long> next = i + 1 < runs.size() ? number(runs.get(i + 1), "t") : Optional.empty();
            long repeated = open ? untilEnd(next, at, each) : number(run, "r").orElse(0L);
            for (long k = 0; k <= repeated; k++) {
                tracks.admit();
                times.add(new Stretch(
                        at, TimeRange.ofTicks(at - offset, each, timescale).shifted(start)));
                at = Math.addExact(at, each);
            }
        }
        return times;
    }

    /** How often a run repeats that goes on to {@code next}, or to the end of the period. */
    private long untilEnd(Optional<Long> next, long at, long each) throws MalformedContentException {
        if (next.isEmpty() && length.isEmpty()) {
            throw files.malformed("a timeline that repeats without an end");
        }
        long end = next.isPresent()
                ? next.get()
                : Math.addExact(
                        offset, Math.multiplyExact(length.orElse(Duration.ZERO).toMillis(), timescale) / 1000);
        return Math.max(0, (end - at + each - 1) / each - 1);
    }

    private Optional<Long> number(XmlElement run, String attribute) throws MalformedContentException {
        return files.number(run.attribute(attribute), attribute);
    }
}
