package org.estampille.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;

/**
 * The short rest of sound that encoders leave behind the last segment of a manifest that counts segments by their duration: sound
 * does not end where pictures do. Such a manifest has no way to name it; a playlist beside it does.
 */
final class SegmentTail {

    private SegmentTail() {}

    /**
     * How long {@code fragment} lasts; empty where it is not here or lasts half a segment and more. A whole segment is no tail: a
     * manifest that stops before it leaves something out.
     */
    static Optional<Duration> length(Path init, Path fragment, Duration segment, ReadLimits limits) throws IOException {
        if (!Files.isRegularFile(init) || !Files.isRegularFile(fragment)) {
            return Optional.empty();
        }
        try (FileSource start = FileSource.open(init);
                FileSource rest = FileSource.open(fragment)) {
            FragmentTimes times = FragmentTimes.of(start, BmffFile.read(start, limits), limits);
            Optional<FragmentTimes.Span> played =
                    times.first(rest, BmffFile.read(rest, limits).boxes(), limits);
            return played.map(span -> TimeRange.seconds(span.duration(), span.timescale()))
                    .filter(length -> length.multipliedBy(2).compareTo(segment) < 0);
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }
}
