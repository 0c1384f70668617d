package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.ProvenanceBox;
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

    @Override
    public Optional<ByteRange> range(int index) {
        return track.segments().get(index).range();
    }

    /** Whether the first fragment that is here says which leaf of a signed tree it is, whoever signed that. */
    boolean carryProofs(ReadLimits limits) throws IOException {
        for (int i = 0; i < size(); i++) {
            Optional<ByteSource> here = fragment(i);
            if (here.isPresent()) {
                try (ByteSource source = here.get()) {
                    return ProvenanceBox.in(source, BmffFile.read(source, limits)).stream()
                            .anyMatch(box -> box.purpose().equals(ProvenanceBox.MERKLE));
                } catch (MalformedContentException e) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Octets of all files that are here. */
    long octets() throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        files.add(track.init());
        track.segments().forEach(segment -> files.add(segment.file()));
        long octets = 0;
        for (Path file : files) {
            octets += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return octets;
    }
}
