package org.estampille.burn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;

/** When each frame of a finished file begins, as ffprobe lists it, so that the frames of a stretch can be named by their number. */
final class FrameTimes {

    /** Some twenty hours at 25 frames a second. */
    private static final int MOST = 2_000_000;

    private static final int LARGEST_ANSWER = 64 << 20;

    /** Containers round times; a frame this near to the edge of a stretch may be on either side. */
    private static final double ROUNDING = 0.003;

    private final double[] seconds;
    private final boolean timed;

    private FrameTimes(double[] seconds, boolean timed) {
        this.seconds = seconds;
        this.timed = timed;
    }

    static FrameTimes read(Ffmpeg ffmpeg, Path file, AssetFormat format, WorkFolder folder)
            throws IOException, BurnException {
        List<String> arguments = new ArrayList<>(
                List.of("-select_streams", "v:0", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0"));
        arguments.addAll(FfmpegPrograms.input(Container.of(format).demuxer(), file));
        Path answer = ffmpeg.probe(arguments, folder);
        if (Files.size(answer) > LARGEST_ANSWER) {
            throw tooMany();
        }
        try (Stream<String> lines = Files.lines(answer, StandardCharsets.ISO_8859_1)) {
            return of(lines);
        }
    }

    /** From lines such as {@code 0.040000,K_}. */
    static FrameTimes of(Stream<String> lines) throws BurnException {
        double[] times = lines.filter(line -> !line.isBlank() && !isDiscarded(line))
                .limit(MOST + 1L)
                .mapToDouble(FrameTimes::time)
                .sorted()
                .toArray();
        if (times.length > MOST) {
            throw tooMany();
        }
        return new FrameTimes(times, Arrays.stream(times).noneMatch(Double::isNaN));
    }

    private static BurnException tooMany() {
        return new BurnException(
                BurnException.Reason.UNSUPPORTED, "the result has more frames than can be looked at; cut it in parts");
    }

    /** What comes before the start of an edit is decoded and not shown. */
    private static boolean isDiscarded(String line) {
        return line.substring(line.indexOf(',') + 1).contains("D");
    }

    private static double time(String line) {
        String text = line.substring(0, Math.max(0, line.indexOf(',')));
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : Double.NaN;
    }

    /**
     * The first and the last frame of a stretch.
     *
     * @param rate where all frames last alike
     */
    List<Long> ends(Span span, Optional<FrameRate> rate) throws BurnException {
        long first = rate.isPresent() ? span.firstFrame(rate.get()) : firstAt(span.from());
        long after = seconds.length;
        if (rate.isPresent()) {
            after = Math.min(after, span.frameAfter(rate.get()).orElse(after));
        } else if (span.to().isPresent()) {
            after = firstFrom(value(span.to().get()) - ROUNDING);
        }
        if (first >= after) {
            throw missing(span);
        }
        return first < after - 1 ? List.of(first, after - 1) : List.of(first);
    }

    /** The first frame that certainly begins in a stretch; the opening has the first of all. */
    private long firstAt(Rational from) throws BurnException {
        if (from.isZero()) {
            return 0;
        }
        if (!timed) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "its frames do not all last alike and have no times, so nobody can look where the label is");
        }
        return firstFrom(value(from) + ROUNDING);
    }

    private int firstFrom(double time) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double value(Rational time) {
        return (double) time.numerator() / time.denominator();
    }

    private static BurnException missing(Span span) {
        return new BurnException(
                BurnException.Reason.FAILED,
                "no frame of the result begins within the stretch from " + Span.seconds(span.from())
                        + " seconds, where the label should be");
    }
}
