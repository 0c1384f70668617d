package org.estampille.burn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.timecode.Rational;

/** Notices in programmes that are only heard: the programme waits while the notice is spoken. */
public final class SoundLabels {

    private final Ffmpeg ffmpeg;
    private final LabelledFile file;
    private final MediaFacts facts;
    private final MediaFacts.Sound sound;
    private final WorkFolder folder;

    public SoundLabels(Ffmpeg ffmpeg, LabelledFile file, MediaFacts facts, WorkFolder folder) throws BurnException {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.facts = facts;
        this.folder = folder;
        this.sound = facts.sounds().stream()
                .findFirst()
                .orElseThrow(() -> new BurnException(
                        BurnException.Reason.UNSUPPORTED, "it has no sound that a notice could be added to"));
        if (facts.sounds().size() > 1) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED, "it has more than one sound stream; label each of them alone");
        }
    }

    /**
     * Puts the notice in.
     *
     * @param places in the programme as it was, seconds from its start, in order
     */
    public Burned insert(SpokenNotice notice, List<Rational> places) throws IOException, BurnException {
        Container container = Container.of(file.format());
        List<String> arguments = new ArrayList<>(FfmpegPrograms.input(container.demuxer(), file.source()));
        arguments.addAll(FfmpegPrograms.input("wav", notice.file()));
        arguments.addAll(List.of("-filter_complex", graph(places), "-map", "[a]"));
        if (file.format().family() == org.estampille.asset.AssetFormat.Family.ID3) {
            arguments.addAll(List.of("-map", "0:v?", "-c:v", "copy", "-disposition:v", "attached_pic"));
        } else {
            arguments.addAll(new KeptTracks(facts).said("a:0", sound.stream()));
        }
        arguments.addAll(List.of("-map_metadata", "0", "-map_chapters", "-1"));
        arguments.addAll(SoundCodec.arguments(sound, "a:0"));
        arguments.addAll(container.muxer());
        arguments.add(FfmpegPrograms.url(file.target()));
        ffmpeg.run(arguments, folder);
        List<Span> spans = new ArrayList<>();
        Rational inserted = Rational.of(0);
        for (Rational place : places) {
            Rational from = place.plus(inserted);
            inserted = inserted.plus(notice.seconds());
            spans.add(new Span(from, Optional.of(place.plus(inserted))));
        }
        return checked(notice, spans);
    }

    private String graph(List<Rational> places) {
        boolean atStart = places.get(0).isZero();
        int parts = atStart ? places.size() : places.size() + 1;
        StringBuilder graph = new StringBuilder("[0:" + sound.stream() + "]" + format(sound) + ",asplit=" + parts);
        for (int i = 0; i < parts; i++) {
            graph.append("[c").append(i).append(']');
        }
        graph.append(";[1:a]").append(format(sound)).append(",asplit=").append(places.size());
        for (int i = 0; i < places.size(); i++) {
            graph.append("[n").append(i).append(']');
        }
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            int begins = atStart ? i : i - 1;
            String start = begins < 0 ? "0" : Span.seconds(places.get(begins));
            int ends = begins + 1;
            graph.append(";[c").append(i).append("]atrim=start=").append(start);
            if (ends < places.size()) {
                graph.append(":end=").append(Span.seconds(places.get(ends)));
            }
            graph.append(",asetpts=N/SR/TB[s").append(i).append(']');
            order.append(begins < 0 ? "" : "[n" + begins + "]")
                    .append("[s")
                    .append(i)
                    .append(']');
        }
        return graph + ";" + order + "concat=n=" + (parts + places.size()) + ":v=0:a=1[a]";
    }

    /** A filter that brings sound to the rate and the channels of a stream. */
    static String format(MediaFacts.Sound sound) {
        String channels =
                sound.layout().matches("[a-z0-9.()]{1,20}") && !sound.layout().equals("unknown")
                        ? sound.layout()
                        : sound.channels() + "c";
        return "aresample=" + sound.rate() + ",aformat=sample_rates=" + sound.rate() + ":channel_layouts=" + channels;
    }

    private Burned checked(SpokenNotice notice, List<Span> spans) throws IOException, BurnException {
        Path evidence = new HeardNotice(ffmpeg, file, folder).require(notice, spans, HeardNotice.ALONE);
        return new Burned(spans, Optional.empty(), Optional.empty(), evidence);
    }
}
