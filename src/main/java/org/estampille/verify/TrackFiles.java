package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.stream.Track;

/**
 * The files of a track.
 *
 * @param track that names them
 */
record TrackFiles(Track track) implements FragmentedTrack {

    @Override
    public ByteSource initialization() throws IOException {
        return FileSource.open(track.init());
    }

    @Override
    public boolean flat() {
        return track.flat();
    }

    @Override
    public int size() {
        return track.segments().size();
    }

    @Override
    public Optional<ByteSource> fragment(int index) throws IOException {
        Path file = track.segments().get(index).file();
        return Files.isRegularFile(file) ? Optional.of(FileSource.open(file)) : Optional.empty();
    }

    /** Octets of all files that are here. */
    long octets() throws IOException {
        long octets = Files.size(track.init());
        for (int i = 0; i < track.segments().size(); i++) {
            Path file = track.segments().get(i).file();
            octets += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return octets;
    }
}
