package org.estampille.stream;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One stream with all its tracks.
 *
 * @param folder that everything lies below
 * @param documents the manifest and the playlists it leads to; none for a bare folder of fragments
 * @param tracks no two of which have one initialization segment
 * @param unbound what the manifest names and cannot be bound by fragments
 */
public record Presentation(Path folder, List<Document> documents, List<Track> tracks, List<Unbound> unbound) {

    public Presentation {
        documents = List.copyOf(documents);
        tracks = List.copyOf(tracks);
        unbound = List.copyOf(unbound);
    }

    /**
     * A manifest or playlist.
     *
     * @param file it lies in
     * @param ranges octet ranges it states, in the order of the text
     */
    public record Document(Path file, List<StatedRange> ranges) {
        public Document {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * A file that is no fragmented MP4 in the sense of C2PA.
     *
     * @param file named in the manifest
     * @param reason one clause
     */
    public record Unbound(Path file, String reason) {}

    /** All files named, documents included, whether they are there or not. */
    public Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        documents.forEach(document -> files.add(document.file()));
        for (Track track : tracks) {
            files.add(track.init());
            track.segments().forEach(segment -> files.add(segment.file()));
        }
        unbound.forEach(one -> files.add(one.file()));
        return files;
    }
}
