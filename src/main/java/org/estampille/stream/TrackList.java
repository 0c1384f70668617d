package org.estampille.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;

/**
 * Collects tracks: what names one initialization segment twice is one track. A fragment that is named again counts again, since that
 * is how a replay looks; only a second list that has it for the very same time adds nothing.
 */
final class TrackList {

    private static final class Collected {
        private final String name;
        private final List<MediaSegment> segments = new ArrayList<>();
        private boolean flat;

        private Collected(String name) {
            this.name = name;
        }

        private void add(List<MediaSegment> list) {
            Set<MediaSegment> known = new HashSet<>(segments);
            for (MediaSegment segment : list) {
                if (segment.stated().isEmpty() || !known.contains(segment)) {
                    segments.add(segment);
                }
            }
        }
    }

    private final ReadLimits limits;
    private final Map<Path, Collected> tracks = new LinkedHashMap<>();
    private int total;

    TrackList(ReadLimits limits) {
        this.limits = limits;
    }

    /** Counts a segment before it is made. */
    void admit() throws LimitExceededException {
        LimitExceededException.check("segments", ++total, limits.items());
    }

    void add(String name, Path init, List<MediaSegment> segments) {
        Collected track = tracks.computeIfAbsent(init, any -> new Collected(name));
        track.flat |= segments.isEmpty() || segments.get(0).file().equals(init);
        track.add(segments);
    }

    /** Adds what another manifest names and this one does not. */
    void join(Presentation other) {
        for (Track track : other.tracks()) {
            Collected known = tracks.computeIfAbsent(track.init(), any -> new Collected(track.name()));
            Set<Path> files = new HashSet<>();
            known.segments.forEach(segment -> files.add(segment.file()));
            known.flat |= track.flat();
            known.segments.addAll(track.segments().stream()
                    .filter(segment -> !files.contains(segment.file()))
                    .toList());
        }
    }

    List<Track> toList() {
        List<Track> list = new ArrayList<>();
        tracks.forEach((init, track) -> list.add(new Track(track.name, init, track.flat, track.segments)));
        return list;
    }
}
