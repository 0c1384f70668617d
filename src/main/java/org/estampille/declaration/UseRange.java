package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.timecode.Timecode;

/**
 * Which part of the file an AI use or a label concerns. Times and frames count from the start of the file.
 *
 * @param shot the production's name for it
 * @param from first moment
 * @param to the moment after the last
 * @param startFrame first frame, from 0
 * @param endFrame last frame
 * @param timecodeIn label of the first frame, counted as the declaration's {@link TimeBase}
 * @param timecodeOut label of the frame after the last
 * @param track the container's number or name of a track
 * @param region part of the picture
 */
public record UseRange(
        Optional<String> shot,
        Optional<PlayTime> from,
        Optional<PlayTime> to,
        Optional<Long> startFrame,
        Optional<Long> endFrame,
        Optional<String> timecodeIn,
        Optional<String> timecodeOut,
        Optional<String> track,
        Optional<Region> region) {

    /** A range without time codes. */
    UseRange(
            Optional<String> shot,
            Optional<PlayTime> from,
            Optional<PlayTime> to,
            Optional<Long> startFrame,
            Optional<Long> endFrame,
            Optional<String> track,
            Optional<Region> region) {
        this(shot, from, to, startFrame, endFrame, Optional.empty(), Optional.empty(), track, region);
    }

    /**
     * A part of the time line, and of the picture where it shows.
     *
     * @param firstFrame where frames are counted
     * @param lastFrame where frames are counted
     */
    public static UseRange between(
            PlayTime from,
            Optional<PlayTime> to,
            Optional<Long> firstFrame,
            Optional<Long> lastFrame,
            Optional<Region> region) {
        return new UseRange(Optional.empty(), Optional.of(from), to, firstFrame, lastFrame, Optional.empty(), region);
    }

    /** Whether it says when, in any way. */
    public boolean isTimed() {
        return from.isPresent()
                || to.isPresent()
                || startFrame.isPresent()
                || endFrame.isPresent()
                || timecodeIn.isPresent()
                || timecodeOut.isPresent();
    }

    /** A part of the picture, all the time. */
    public static UseRange of(Region region) {
        return new UseRange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(region));
    }

    /**
     * A rectangle of the picture, from its upper left corner.
     *
     * @param percent of the picture's size; otherwise pixels
     */
    public record Region(boolean percent, double x, double y, double width, double height) {

        private static final Vocabulary<String> UNITS = Vocabulary.of(List.of("percent", "pixel"), unit -> unit);
        private static final String EXPECTED = "a number of 0 or more";
        /** Thirds and the like need not add up to the last digit. */
        private static final double WHOLE = 100.001;

        static Region read(Fields fields) {
            Region region = new Region(
                    fields.choice("unit", UNITS).orElse("percent").equals("percent"),
                    side(fields, "x"),
                    side(fields, "y"),
                    side(fields, "width"),
                    side(fields, "height"));
            if (region.percent() && region.x() + region.width() > WHOLE) {
                fields.problem("width", "ends beyond the picture: x and width are more than 100 percent together");
            }
            if (region.percent() && region.y() + region.height() > WHOLE) {
                fields.problem("height", "ends beyond the picture: y and height are more than 100 percent together");
            }
            return region;
        }

        private static double side(Fields fields, String name) {
            return fields.requiredNotation(name, Region::size, EXPECTED, 0.0);
        }

        private static Optional<Double> size(String text) {
            return Numbers.real(text).filter(value -> value >= 0);
        }

        CborValue.Map toCbor() {
            return CborValue.map()
                    .put("unit", percent ? "percent" : "pixel")
                    .put("x", new CborValue.Real(x))
                    .put("y", new CborValue.Real(y))
                    .put("width", new CborValue.Real(width))
                    .put("height", new CborValue.Real(height))
                    .build();
        }

        /** The four corners: a polygon has no optional numbers, at which readers are known to stumble; some ask for an origin. */
        private CborValue.Map shape() {
            return CborValue.map()
                    .put("type", "polygon")
                    .put("unit", percent ? "percent" : "pixel")
                    .put("origin", corner(x, y))
                    .put(
                            "vertices",
                            CborValue.array(List.of(
                                    corner(x, y),
                                    corner(x + width, y),
                                    corner(x + width, y + height),
                                    corner(x, y + height))))
                    .build();
        }

        private static CborValue corner(double x, double y) {
            return CborValue.map()
                    .put("x", new CborValue.Real(x))
                    .put("y", new CborValue.Real(y))
                    .build();
        }
    }

    static UseRange read(Fields fields) {
        UseRange range = new UseRange(
                fields.text("shot"),
                fields.notation("from", PlayTime::of, PlayTime.EXPECTED),
                fields.notation("to", PlayTime::of, PlayTime.EXPECTED),
                fields.notation("startFrame", Numbers::count, "a frame number from 0"),
                fields.notation("endFrame", Numbers::count, "a frame number from 0"),
                timecode(fields, "tcIn"),
                timecode(fields, "tcOut"),
                fields.text("track"),
                fields.group("region", Region::read));
        if (fields.isEmpty()) {
            fields.problem(
                    "",
                    "says nothing; give shot, tcIn and tcOut, from and to, startFrame and endFrame, track or region");
        }
        range.checkOrder(fields);
        return range;
    }

    /** Asks that nothing ends before it begins, nor begins before the file. */
    private void checkOrder(Fields fields) {
        if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) <= 0) {
            fields.problem("to", "is not after from");
        }
        if (startFrame.isPresent() && endFrame.isPresent() && endFrame.get() < startFrame.get()) {
            fields.problem("endFrame", "is before startFrame");
        }
        Optional<Long> in = frame(timecodeIn, fields.timeBase());
        Optional<Long> out = frame(timecodeOut, fields.timeBase());
        before(fields, in, "tcIn");
        before(fields, out, "tcOut");
        if (in.isPresent() && out.isPresent() && out.get() <= in.get()) {
            fields.problem("tcOut", "is not after tcIn; it names the frame after the last");
        }
    }

    /** Labels pass midnight once; what comes half a day after the start or later comes before it. */
    private static void before(Fields fields, Optional<Long> frames, String name) {
        Optional<TimeBase> base = fields.timeBase();
        if (frames.isPresent()
                && base.isPresent()
                && frames.get() >= base.get().rate().framesPerDay() / 2) {
            fields.problem(
                    name, "is before startTimecode, " + base.get().start().label() + ", so it is not in the file");
        }
    }

    private static Optional<String> timecode(Fields fields, String name) {
        Optional<String> label =
                fields.notation(name, text -> Optional.of(text).filter(Timecode::isLabel), TimeBase.EXPECTED);
        Optional<TimeBase> base = fields.timeBase();
        if (label.isPresent() && base.isEmpty()) {
            fields.problem(name, TimeBase.NEEDS_RATE);
            return label;
        }
        if (label.isPresent() && Timecode.parse(label.get(), base.get().rate()).isEmpty()) {
            fields.problem(name, TimeBase.notCounted(label.get(), base.get().rate()));
            return Optional.empty();
        }
        return label;
    }

    private Optional<Long> frame(Optional<String> label, Optional<TimeBase> base) {
        return base.flatMap(counting ->
                label.flatMap(text -> Timecode.parse(text, counting.rate())).map(counting::frames));
    }

    /** First frame of the file it concerns, as time codes, frame numbers or times say, in this order. */
    public Optional<Long> firstFrame(TimeBase base) {
        return frame(timecodeIn, Optional.of(base))
                .or(() -> startFrame)
                .or(() -> from.map(time -> base.rate().nearestFrame(time.seconds())));
    }

    /** The frame after the last it concerns. */
    public Optional<Long> frameAfter(TimeBase base) {
        return frame(timecodeOut, Optional.of(base))
                .or(() -> endFrame.map(last -> last + 1))
                .or(() -> to.map(time -> base.rate().nearestFrame(time.seconds())));
    }

    /** The same range with the times and frames that its time codes mean, for readers that know no time codes. */
    UseRange onTimeLine(Optional<TimeBase> base) {
        Optional<Long> in = frame(timecodeIn, base);
        Optional<Long> out = frame(timecodeOut, base);
        return new UseRange(
                shot,
                from.or(() -> in.flatMap(frame -> base.flatMap(b -> b.time(frame)))),
                to.or(() -> out.flatMap(frame -> base.flatMap(b -> b.time(frame)))),
                startFrame.or(() -> in),
                endFrame.or(() -> out.map(frame -> frame - 1)),
                timecodeIn,
                timecodeOut,
                track,
                region);
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("shot", shot)
                .putText("from", from.map(PlayTime::text))
                .putText("to", to.map(PlayTime::text))
                .putValue("startFrame", startFrame.map(CborValue::of))
                .putValue("endFrame", endFrame.map(CborValue::of))
                .putText("tcIn", timecodeIn)
                .putText("tcOut", timecodeOut)
                .putText("track", track)
                .putValue("region", region.map(Region::toCbor))
                .build();
    }

    /** The region of interest (C2PA 2.5 clause 16.9.2) that says the same; empty when only the shot's name is known. */
    Optional<CborValue> regionOfInterest() {
        List<CborValue> ranges = new ArrayList<>();
        if (from.isPresent() || to.isPresent()) {
            ranges.add(times());
        }
        if (startFrame.isPresent() || endFrame.isPresent()) {
            ranges.add(frames());
        }
        region.ifPresent(area -> ranges.add(range("spatial", "shape", area.shape())));
        track.ifPresent(name -> ranges.add(range(
                "identified",
                "item",
                CborValue.map()
                        .put("identifier", Numbers.count(name).isPresent() ? "track_id" : "org.estampille.track")
                        .put("value", name)
                        .build())));
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(CborValue.map()
                        .put("region", CborValue.array(ranges))
                        .putText("name", shot)
                        .build());
    }

    private CborValue times() {
        return range(
                "temporal",
                "time",
                CborValue.map()
                        .put("type", "npt")
                        .putText("start", from.map(PlayTime::text))
                        .putText("end", to.map(PlayTime::text))
                        .build());
    }

    private CborValue frames() {
        return range(
                "frame",
                "frame",
                CborValue.map()
                        .putValue("start", startFrame.map(CborValue::of))
                        .putValue("end", endFrame.map(CborValue::of))
                        .build());
    }

    private static CborValue.Map range(String type, String name, CborValue.Map content) {
        return CborValue.map().put("type", type).put(name, content).build();
    }
}
