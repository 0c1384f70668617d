package org.estampille.burn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.Rational;

/**
 * A recording of the notice.
 *
 * @param file a WAV file
 * @param seconds how long it is
 */
public record SpokenNotice(Path file, Rational seconds) {

    private static final Rational LONGEST = Rational.of(60);
    private static final double SILENCE = 0.003;

    /** A recording that somebody made. */
    public static SpokenNotice recorded(Path file, Ffmpeg ffmpeg, WorkFolder folder) throws IOException, BurnException {
        MediaFacts facts = facts(file, ffmpeg, folder);
        Rational seconds = facts.seconds().orElse(Rational.of(0));
        if (facts.sounds().isEmpty() || seconds.isZero() || seconds.compareTo(LONGEST) > 0) {
            throw new BurnException(BurnException.Reason.CONFLICT, "the notice is no sound of at most a minute");
        }
        SpokenNotice notice = new SpokenNotice(file, seconds);
        Samples samples = Samples.of(
                ffmpeg, file, AssetFormat.WAV, new Span(Rational.of(0), java.util.Optional.of(seconds)), folder);
        if (samples.loudness() < SILENCE) {
            throw new BurnException(BurnException.Reason.CONFLICT, "the notice is silent");
        }
        return notice;
    }

    private static MediaFacts facts(Path file, Ffmpeg ffmpeg, WorkFolder folder) throws IOException, BurnException {
        try {
            return MediaFacts.read(ffmpeg, file, AssetFormat.WAV, folder);
        } catch (BurnException e) {
            if (e.reason() != BurnException.Reason.FAILED) {
                throw e;
            }
            throw new BurnException(
                    BurnException.Reason.CONFLICT,
                    "the notice " + file.getFileName() + " is no WAV file that FFmpeg can read");
        }
    }

    /** A notice in the voice of the synthesiser flite, which knows English only and is not part of every FFmpeg. */
    public static SpokenNotice spoken(String english, Ffmpeg ffmpeg, WorkFolder folder)
            throws IOException, BurnException {
        if (!ffmpeg.hasFilter("flite", folder)) {
            throw new BurnException(
                    BurnException.Reason.NO_TOOL,
                    "this FFmpeg has no voice (it was built without flite); record the notice and give it with --notice");
        }
        Files.writeString(folder.file("notice.txt"), english, StandardCharsets.US_ASCII);
        Path spoken = folder.file("notice.wav");
        ffmpeg.run(
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "flite=textfile=notice.txt:voice=slt",
                        "-f",
                        "wav",
                        FfmpegPrograms.url(spoken)),
                folder);
        return recorded(spoken, ffmpeg, folder);
    }
}
