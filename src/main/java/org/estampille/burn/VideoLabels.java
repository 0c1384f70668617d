package org.estampille.burn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.estampille.asset.AssetFormat;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;

/** Labels in moving pictures. */
public final class VideoLabels {

    private final Ffmpeg ffmpeg;
    private final LabelledFile file;
    private final MediaFacts facts;
    private final MediaFacts.Picture picture;
    private final VideoCodec codec;
    private final KeptTracks tracks;
    private final WorkFolder folder;

    public VideoLabels(Ffmpeg ffmpeg, LabelledFile file, MediaFacts facts, WorkFolder folder) throws BurnException {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.facts = facts;
        this.picture = facts.picture()
                .orElseThrow(() -> new BurnException(
                        BurnException.Reason.UNSUPPORTED, "it has no moving picture to put a label in"));
        this.codec = new VideoCodec(picture);
        this.tracks = new KeptTracks(facts);
        this.folder = folder;
        picture.size().requireShown();
    }

    /**
     * Draws a mark into the picture.
     *
     * @param when it is there
     * @param notice laid over the first sound stream as well, while what was there is lowered
     */
    public Burned mark(MarkWords words, MarkShape shape, List<Span> when, Optional<MixedNotice> notice)
            throws IOException, BurnException {
        Mark mark = Mark.draw(words, shape, picture.size(), codec.light());
        String shown = when.stream().map(this::enabled).collect(Collectors.joining("+"));
        String filter = "[1:v]" + codec.range() + "[m];[0:" + picture.stream() + "]" + whole()
                + "[p];[p][m]overlay=x="
                + mark.box().x() + ":y=" + mark.box().y() + ":format=" + codec.overlayFormat() + ":enable='" + shown
                + "'[v]";
        write(mark, filter, notice);
        return checked(mark, when);
    }

    /** Adds a black card with a line of text after the last frame; the sound ends before it. */
    public Burned credits(String text, MarkShape shape, long seconds) throws IOException, BurnException {
        Mark card = CreditsCard.draw(text, shape, picture.size(), codec.light());
        FrameRate rate = counted();
        long frames = picture.frames().orElseThrow(() -> uncounted());
        String filter = "[0:" + picture.stream() + "]" + whole() + ",tpad=stop_mode=add:stop_duration=" + seconds
                + ":color=black[p];[1:v]" + codec.range() + "[m];[p][m]overlay=x=0:y=0:format=" + codec.overlayFormat()
                + ":enable='gte(n,"
                + frames + ")'[v]";
        write(card, filter, Optional.empty());
        Rational start = rate.seconds(frames);
        return checked(card, List.of(new Span(start, Optional.of(start.plus(Rational.of(seconds))))));
    }

    /**
     * AVI gives what was dropped a place and no picture. There the picture before it is put, so that the number of a frame is its
     * place; elsewhere nothing changes.
     */
    private String whole() {
        return picture.rate()
                .filter(rate -> file.format() == AssetFormat.AVI)
                .map(rate -> "fps=" + rate.perSecond().numerator() + "/"
                        + rate.perSecond().denominator() + ":start_time=0")
                .orElse("null");
    }

    private FrameRate counted() throws BurnException {
        return picture.rate().filter(rate -> picture.constant()).orElseThrow(VideoLabels::uncounted);
    }

    private static BurnException uncounted() {
        return new BurnException(
                BurnException.Reason.UNSUPPORTED,
                "its frames do not all last alike or are not counted, so its end is not known to the frame");
    }

    /** Frames are counted where they last alike; otherwise the clock decides. The opening has no lower bound. */
    private String enabled(Span span) {
        Optional<FrameRate> rate = picture.rate().filter(any -> picture.constant());
        if (rate.isPresent()) {
            long first = span.firstFrame(rate.get());
            return span.frameAfter(rate.get())
                    .map(after -> "between(n," + first + "," + Math.max(first, after - 1) + ")")
                    .orElse("gte(n," + first + ")");
        }
        String from = span.from().isZero() ? "1" : "gte(t," + Span.seconds(span.from()) + ")";
        return span.to().map(to -> from + "*lt(t," + Span.seconds(to) + ")").orElse(from);
    }

    private void write(Mark mark, String pictureFilter, Optional<MixedNotice> notice)
            throws IOException, BurnException {
        Path drawing = folder.file("mark.png");
        ImageIO.write(mark.image(), "png", drawing.toFile());
        ffmpeg.run(arguments(drawing, pictureFilter, notice), folder);
    }

    private List<String> arguments(Path drawing, String pictureFilter, Optional<MixedNotice> notice)
            throws BurnException {
        Container container = Container.of(file.format());
        List<String> arguments = new ArrayList<>(FfmpegPrograms.input(container.demuxer(), file.source()));
        arguments.addAll(FfmpegPrograms.input("png_pipe", drawing));
        String filter = pictureFilter;
        if (notice.isPresent()) {
            arguments.addAll(FfmpegPrograms.input("wav", notice.get().notice().file()));
            // FFmpeg ends mixed sound early where tracks are copied from the opening that it is mixed from.
            arguments.addAll(FfmpegPrograms.input(container.demuxer(), file.source()));
            filter += ";" + notice.get().filter(firstSound(), 2);
        }
        arguments.addAll(List.of("-filter_complex", filter, "-map", "[v]"));
        arguments.addAll(tracks.said("v:0", picture.stream()));
        arguments.addAll(
                notice.isPresent()
                        ? tracks.arguments(3, Optional.of(firstSound()))
                        : tracks.arguments(0, Optional.empty()));
        arguments.addAll(List.of("-map_metadata", "0", "-map_chapters", "0", "-c", "copy"));
        arguments.addAll(codec.arguments());
        if (!picture.constant() && file.format() != AssetFormat.AVI) {
            // Otherwise frames are repeated until all last alike, and a repeated one may stand on the wrong side of an
            // edge.
            arguments.addAll(List.of("-fps_mode", "passthrough"));
        }
        if (notice.isPresent()) {
            arguments.addAll(SoundCodec.arguments(firstSound(), "a:0"));
        }
        arguments.addAll(container.muxer());
        arguments.add(FfmpegPrograms.url(file.target()));
        return arguments;
    }

    private MediaFacts.Sound firstSound() throws BurnException {
        return facts.sounds().stream()
                .findFirst()
                .orElseThrow(() -> new BurnException(
                        BurnException.Reason.CONFLICT, "it has no sound that a notice could be added to"));
    }

    private Burned checked(Mark mark, List<Span> when) throws IOException, BurnException {
        tracks.requireWhole(MediaFacts.read(ffmpeg, file.target(), file.format(), folder));
        Optional<FrameRate> rate = picture.rate().filter(any -> picture.constant());
        Frames result = new Frames(ffmpeg, file.target(), file.format(), folder);
        FrameTimes times = FrameTimes.read(ffmpeg, file.target(), file.format(), folder);
        List<Long> looked = new ArrayList<>();
        for (Span span : when) {
            looked.addAll(times.ends(span, rate));
        }
        result.requireReadable(mark, looked);
        Path still = result.still(looked.isEmpty() ? 0 : looked.get(0));
        Burned.Place place = new Burned.Place(mark.box(), picture.size(), mark.letterHeight());
        return new Burned(when, rate, Optional.of(place), still);
    }
}
