package org.estampille.burn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.Rational;

/** Whether a notice is heard in a finished file. */
public final class HeardNotice {

    /** How alike the notice and the sound must be where nothing else is heard; coding changes a little. */
    static final double ALONE = 0.8;

    /** The same where the sound of a film goes on below it. */
    static final double MIXED = 0.4;

    /** Codecs may begin a tenth of a second late. */
    private static final int LAG = Samples.RATE / 10;

    private final Ffmpeg ffmpeg;
    private final LabelledFile file;
    private final WorkFolder folder;

    public HeardNotice(Ffmpeg ffmpeg, LabelledFile file, WorkFolder folder) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.folder = folder;
    }

    /** Listens to a notice that was laid over the sound of a film. */
    public Burned mixed(MixedNotice notice) throws IOException, BurnException {
        Path evidence = require(notice.notice(), notice.spans(), MIXED);
        return new Burned(notice.spans(), Optional.empty(), Optional.empty(), evidence);
    }

    /** Listens at every one of the spans; gives the first as a recording. */
    Path require(SpokenNotice notice, List<Span> spans, double least) throws IOException, BurnException {
        Span all = new Span(Rational.of(0), Optional.of(notice.seconds()));
        Samples wanted = Samples.of(ffmpeg, notice.file(), org.estampille.asset.AssetFormat.WAV, all, folder);
        for (Span span : spans) {
            Samples heard = Samples.of(ffmpeg, file.target(), file.format(), span, folder);
            if (wanted.likeness(heard, LAG) < least) {
                throw new BurnException(
                        BurnException.Reason.FAILED,
                        "the notice cannot be heard in the result at " + Span.seconds(span.from()) + " seconds");
            }
        }
        return recording(spans.get(0));
    }

    private Path recording(Span span) throws IOException, BurnException {
        Path recording = folder.file("heard.wav");
        List<String> arguments =
                new ArrayList<>(FfmpegPrograms.input(Container.of(file.format()).demuxer(), file.target()));
        arguments.addAll(List.of("-map", "0:a:0", "-af", Samples.trim(span), "-c:a", "pcm_s16le"));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", "wav", FfmpegPrograms.url(recording)));
        ffmpeg.run(arguments, folder);
        return recording;
    }
}
