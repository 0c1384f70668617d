package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;
import org.estampille.report.VerificationReport;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.StreamReader;
import org.estampille.stream.Track;

/**
 * Judges a fragment that was named by itself, with the one initialization segment that a playlist in its folder, or the folder
 * itself, says it follows. Where that is not one, nothing is said of the fragment.
 */
final class LoneFragment {

    /** What a folder held when it was last looked at: a run over many fragments looks once. */
    private record Beside(Path folder, FileTime changed, List<StreamReader.Found> streams) {}

    private final TrackVerification tracks;
    private final ReadLimits limits;
    private volatile Optional<Beside> last = Optional.empty();

    LoneFragment(TrackVerification tracks, ReadLimits limits) {
        this.tracks = tracks;
        this.limits = limits;
    }

    /** The report on one fragment. */
    VerificationReport report(Path file, ReportDraft draft) throws IOException, LimitExceededException {
        Path fragment = file.toAbsolutePath().normalize();
        Optional<Path> folder = Optional.ofNullable(fragment.getParent());
        if (folder.isEmpty()) {
            return draft.fragment();
        }
        List<Track> naming = naming(fragment, beside(folder.get()));
        return naming.size() == 1
                ? tracks.report(folder.get(), naming.get(0), draft).ofWhatIsHere()
                : draft.fragment();
    }

    /** The tracks that name the fragment, each as if it had no other; one for each initialization segment that is here. */
    private static List<Track> naming(Path fragment, List<StreamReader.Found> streams) {
        Map<Path, Track> naming = new LinkedHashMap<>();
        for (StreamReader.Found stream : streams) {
            for (Track track : stream.presentation().isPresent()
                    ? stream.presentation().get().tracks()
                    : List.<Track>of()) {
                for (MediaSegment segment : track.segments()) {
                    if (segment.file().equals(fragment) && segment.range().isEmpty()) {
                        naming.putIfAbsent(
                                track.init(), new Track(track.name(), track.init(), false, List.of(segment)));
                    }
                }
            }
        }
        return naming.values().stream()
                .filter(track -> Files.isRegularFile(track.init()))
                .toList();
    }

    private List<StreamReader.Found> beside(Path folder) throws IOException, LimitExceededException {
        FileTime changed = Files.getLastModifiedTime(folder);
        Optional<Beside> known = last;
        if (known.isPresent()
                && known.get().folder().equals(folder)
                && known.get().changed().equals(changed)) {
            return known.get().streams();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : (Iterable<Path>) listed::iterator) {
                LimitExceededException.check("files of a folder", files.size() + 1L, limits.items());
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        List<StreamReader.Found> streams = new StreamReader(limits).among(files);
        last = Optional.of(new Beside(folder, changed, streams));
        return streams;
    }
}
