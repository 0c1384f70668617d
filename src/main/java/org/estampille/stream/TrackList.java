package org.estampille.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;

/** Collects tracks: what names one initialization segment twice is one track, and a fragment named twice counts once. */
final class TrackList {

    private static final class Collected {
        private final String name;
        private final Map<Path, MediaSegment> segments = new LinkedHashMap<>();
        private boolean flat;

        private Collected(String name) {
            this.name = name;
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
        for (MediaSegment segment : segments) {
            if (segment.file().equals(init)) {
                track.flat = true;
            } else {
                track.segments.putIfAbsent(segment.file(), segment);
            }
        }
    }

    void addFlat(String name, Path file) {
        tracks.computeIfAbsent(file, any -> new Collected(name)).flat = true;
    }

    void addAll(Presentation other) {
        for (Track track : other.tracks()) {
            if (track.flat()) {
                addFlat(track.name(), track.init());
            } else {
                add(track.name(), track.init(), track.segments());
            }
        }
    }

    List<Track> toList() {
        List<Track> list = new ArrayList<>();
        tracks.forEach((init, track) -> list.add(new Track(
                track.name, init, track.flat, track.flat ? List.of() : List.copyOf(track.segments.values()))));
        return list;
    }
}
