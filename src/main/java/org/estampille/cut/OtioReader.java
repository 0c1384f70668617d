package org.estampille.cut;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/**
 * Reads OpenTimelineIO files: timelines of tracks with clips, gaps, transitions and nested stacks or tracks. Positions are exact
 * seconds until the end, since every range may count at a rate of its own.
 */
final class OtioReader {

    private final FrameRate rate;
    private final Timecode start;
    private final List<CutEvent> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private OtioReader(FrameRate rate, Timecode start) {
        this.rate = rate;
        this.start = start;
    }

    /** A stretch of time, in seconds; {@code from} counts in the owner's own time. */
    private record Span(Rational from, Rational length) {
        Rational end() {
            return from.plus(length);
        }
    }

    static Cut read(String text, Optional<FrameRate> given) throws CutFault {
        JsonTree root = JsonTree.read(text);
        if (!isA(root, "Timeline")) {
            throw new CutFault(0, "is JSON, but no OpenTimelineIO timeline");
        }
        Optional<FrameRate> own = rateOf(root.get("global_start_time")).or(() -> firstRate(root.get("tracks")));
        if (given.or(() -> own).isEmpty()) {
            throw new CutFault(0, "names no frame rate; give it with --rate");
        }
        Optional<FrameRate> stated = stated(root);
        if (given.isPresent() && stated.isPresent()) {
            CutFault.requireSame(0, stated.get(), given.get());
        }
        boolean infers = given.isEmpty() && own.filter(FrameRate::canDrop).isPresent();
        FrameRate rate = given.or(() -> own.map(found -> found.counting(found.canDrop())))
                .orElseThrow();
        Optional<Rational> global = seconds(root.get("global_start_time"));
        Timecode start = Timecode.wrapped(rate, global.map(rate::nearestFrame).orElse(0L));
        OtioReader reader = new OtioReader(rate, start);
        if (infers) {
            reader.notes.add("OpenTimelineIO does not say how frames are counted: read as " + rate.text()
                    + ", as its own tools do; give --rate for other counting");
        }
        reader.tracks(root.get("tracks"));
        return new Cut(root.get("name").text(), rate, start, reader.events, reader.notes);
    }

    /**
     * What the list counts the programme at: the rate of its start, or where that is no more than zero, the one rate of all its
     * ranges. Empty where ranges differ and no start says: then it is for the user to say.
     */
    private static Optional<FrameRate> stated(JsonTree root) {
        JsonTree global = root.get("global_start_time");
        Set<FrameRate> rates = new LinkedHashSet<>();
        allRates(root.get("tracks"), rates);
        boolean begins =
                global.get("value").number().filter(value -> value != 0).isPresent();
        Optional<FrameRate> start = rateOf(global).filter(FrameRate::isInUse);
        Optional<FrameRate> only =
                rates.size() == 1 ? rates.stream().filter(FrameRate::isInUse).findFirst() : Optional.empty();
        return begins ? start.or(() -> only) : only.or(() -> start);
    }

    private static void allRates(JsonTree item, Set<FrameRate> rates) {
        rateOf(item.get("source_range").get("duration")).ifPresent(rates::add);
        item.get("children").items().forEach(child -> allRates(child, rates));
    }

    private void tracks(JsonTree stack) throws CutFault {
        int video = 0;
        int audio = 0;
        for (JsonTree track : stack.get("children").items()) {
            boolean sound = track.get("kind")
                    .text()
                    .filter(kind -> kind.equalsIgnoreCase("Audio"))
                    .isPresent();
            String name = sound ? "A" + ++audio : "V" + ++video;
            Span whole = span(track).orElse(new Span(Rational.of(0), length(track)));
            place(track, whole, Rational.of(0), name);
        }
    }

    /**
     * Lays out one item.
     *
     * @param shown which part of it, in its own time
     * @param at where that part begins in the programme
     */
    private void place(JsonTree item, Span shown, Rational at, String track) throws CutFault {
        if (isA(item, "Clip")) {
            clip(item, shown, at, track);
        } else if (isA(item, "Stack")) {
            for (JsonTree child : item.get("children").items()) {
                Span own = span(child).orElse(new Span(Rational.of(0), length(child)));
                inside(child, own, Rational.of(0), shown, at, track);
            }
        } else if (isA(item, "Track")) {
            track(item, shown, at, track);
        }
    }

    private void track(JsonTree item, Span shown, Rational at, String track) throws CutFault {
        List<JsonTree> children = item.get("children").items();
        Rational position = Rational.of(0);
        for (int i = 0; i < children.size(); i++) {
            JsonTree child = children.get(i);
            if (isA(child, "Transition")) {
                continue;
            }
            Span own = span(child).orElse(new Span(Rational.of(0), length(child)));
            Rational before = offset(children, i - 1, "in_offset");
            Rational after = offset(children, i + 1, "out_offset");
            Span seen =
                    new Span(own.from().minus(before), own.length().plus(before).plus(after));
            inside(child, seen, position.minus(before), shown, at, track);
            position = position.plus(own.length());
        }
    }

    /** While it dissolves, both clips are seen. */
    private static Rational offset(List<JsonTree> children, int index, String name) {
        return index >= 0 && index < children.size() && isA(children.get(index), "Transition")
                ? seconds(children.get(index).get(name)).orElse(Rational.of(0))
                : Rational.of(0);
    }

    /** Places what of a child lies in the shown part of its owner. */
    private void inside(JsonTree child, Span own, Rational position, Span shown, Rational at, String track)
            throws CutFault {
        Rational from = max(position, shown.from());
        Rational to = min(position.plus(own.length()), shown.end());
        if (to.compareTo(from) > 0) {
            Span visible = new Span(own.from().plus(from.minus(position)), to.minus(from));
            place(child, visible, at.plus(from.minus(shown.from())), track);
        }
    }

    private void clip(JsonTree clip, Span shown, Rational at, String track) throws CutFault {
        if (events.size() >= CutReader.MOST_EVENTS) {
            throw new CutFault(0, "has more than " + CutReader.MOST_EVENTS + " clips");
        }
        JsonTree media = media(clip);
        long first = rate.nearestFrame(at);
        long after = rate.nearestFrame(at.plus(shown.length()));
        if (after <= first) {
            return;
        }
        JsonTree reel = clip.get("metadata").get("cmx_3600").get("reel");
        events.add(new CutEvent(
                events.size() + 1,
                track,
                clip.get("name").text(),
                reel.text().or(() -> media.get("metadata").get("reel").text()),
                media.get("target_url").text().map(OtioReader::fileName),
                start.plus(first),
                start.plus(after),
                source(clip, media, shown),
                speed(clip),
                markers(clip),
                Optional.empty()));
    }

    private static JsonTree media(JsonTree clip) {
        String active = clip.get("active_media_reference_key").text().orElse("DEFAULT_MEDIA");
        JsonTree several = clip.get("media_references").get(active);
        return several instanceof JsonTree.Group ? several : clip.get("media_reference");
    }

    private static String fileName(String url) {
        String name = CutReader.fileName(url);
        try {
            return java.net.URLDecoder.decode(name.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private Optional<SourceRange> source(JsonTree clip, JsonTree media, Span shown) {
        JsonTree available = media.get("available_range").get("start_time");
        Optional<FrameRate> counted = rateOf(clip.get("source_range").get("start_time"))
                .or(() -> rateOf(available))
                .map(own -> own.perSecond().equals(rate.perSecond()) ? rate : own);
        Optional<Timecode> begins =
                counted.flatMap(own -> seconds(available).map(time -> Timecode.wrapped(own, own.nearestFrame(time))));
        return counted.map(own -> new SourceRange(
                Timecode.wrapped(own, own.nearestFrame(shown.from())),
                Timecode.wrapped(own, own.nearestFrame(shown.end())),
                begins));
    }

    private static Rational speed(JsonTree clip) {
        Rational speed = Rational.ONE;
        for (JsonTree effect : clip.get("effects").items()) {
            if (isA(effect, "FreezeFrame")) {
                return Rational.of(0);
            }
            Optional<Double> scalar = effect.get("time_scalar").number();
            if (isA(effect, "LinearTimeWarp")
                    && scalar.filter(s -> Math.abs(s) < 10_000).isPresent()) {
                speed = speed.times(new Rational(Math.round(scalar.get() * 1000), 1000));
            }
        }
        return speed;
    }

    private static List<String> markers(JsonTree clip) {
        List<String> markers = new ArrayList<>();
        for (JsonTree marker : clip.get("markers").items()) {
            marker.get("name").text().ifPresent(markers::add);
            marker.get("comment").text().ifPresent(markers::add);
        }
        return markers;
    }

    /** The item's own range, or for a clip that has none all of its media. */
    private static Optional<Span> span(JsonTree item) {
        return range(item.get("source_range")).or(() -> range(media(item).get("available_range")));
    }

    private static Optional<Span> range(JsonTree range) {
        Optional<Rational> from = seconds(range.get("start_time"));
        Optional<Rational> length = seconds(range.get("duration"));
        return from.isPresent() && length.isPresent()
                ? Optional.of(new Span(from.get(), length.get()))
                : Optional.empty();
    }

    private static Rational length(JsonTree item) {
        Rational longest = Rational.of(0);
        Rational sum = Rational.of(0);
        for (JsonTree child : item.get("children").items()) {
            if (!isA(child, "Transition")) {
                Rational one = span(child).map(Span::length).orElseGet(() -> length(child));
                longest = max(longest, one);
                sum = sum.plus(one);
            }
        }
        return isA(item, "Stack") ? longest : sum;
    }

    private static Optional<Rational> seconds(JsonTree time) {
        Optional<FrameRate> rate = rateOf(time);
        Optional<Double> value = time.get("value").number().filter(frames -> Math.abs(frames) < 1e10);
        return rate.isPresent() && value.isPresent()
                ? Optional.of(new Rational(Math.round(value.get() * 1000), 1000)
                        .times(rate.get().seconds(1)))
                : Optional.empty();
    }

    private static Optional<FrameRate> rateOf(JsonTree time) {
        return time.get("rate").number().flatMap(FrameRate::near);
    }

    private static Optional<FrameRate> firstRate(JsonTree item) {
        Optional<FrameRate> own = rateOf(item.get("source_range").get("duration"));
        for (JsonTree child : item.get("children").items()) {
            own = own.or(() -> firstRate(child));
        }
        return own;
    }

    private static boolean isA(JsonTree item, String schema) {
        return item.get("OTIO_SCHEMA")
                .text()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(schema.toLowerCase(Locale.ROOT) + "."))
                .isPresent();
    }

    private static Rational max(Rational one, Rational other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Rational min(Rational one, Rational other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
