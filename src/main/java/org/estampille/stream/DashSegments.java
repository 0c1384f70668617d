package org.estampille.stream;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.xml.XmlElement;

/**
 * The segments of one representation, by template, list or single file.
 *
 * @param levels the representation, its adaptation set, its period: what one does not state the next may
 * @param base that references start from
 * @param files resolves them
 * @param ranges told what each stated range of octets is a range of
 * @param tracks counts the segments
 * @param limits on what is read
 * @param start of the period
 * @param length of the period; empty when nobody knows
 */
record DashSegments(
        List<XmlElement> levels,
        String base,
        LocalFiles files,
        DashRanges ranges,
        TrackList tracks,
        ReadLimits limits,
        Duration start,
        Optional<Duration> length) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,17})-(\\d{1,17})");
    private static final String TEMPLATE = "SegmentTemplate";
    private static final String LIST = "SegmentList";
    private static final String SINGLE = "SegmentBase";

    /** The file that the base itself names. */
    Optional<Path> single() throws IOException, MalformedContentException {
        return base.isEmpty() || base.endsWith("/") ? Optional.empty() : Optional.of(files.file(base));
    }

    /** Tells {@link #ranges} where the index of that file is stated. */
    void noteIndex() throws IOException, MalformedContentException {
        for (XmlElement one : stating(SINGLE)) {
            if (one.attributes().containsKey("indexRange")) {
                ranges.use(one, "indexRange", files.file(base));
            }
        }
    }

    Optional<Path> initialization() throws IOException, MalformedContentException {
        Optional<String> template = value(TEMPLATE, "initialization");
        if (template.isPresent()) {
            return Optional.of(file(new SegmentTemplate(template.get()).fill(names())));
        }
        for (String kind : List.of(LIST, SINGLE, TEMPLATE)) {
            for (XmlElement one : stating(kind)) {
                if (kind.equals(SINGLE)) {
                    noteIndex();
                }
                Optional<XmlElement> init = one.child("Initialization");
                if (init.isPresent()) {
                    Optional<String> source = init.get().attribute("sourceURL");
                    Path file = source.isPresent() ? file(source.get()) : files.file(base);
                    Optional<ByteRange> range = range(init.get().attribute("range"));
                    if (range.isPresent() && range.get().start() != 0) {
                        throw files.malformed("an initialization segment that does not start its file");
                    }
                    ranges.use(init.get(), "range", file);
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    List<MediaSegment> media() throws IOException, MalformedContentException {
        Optional<String> template = value(TEMPLATE, "media");
        if (template.isPresent()) {
            return byTemplate(new SegmentTemplate(template.get()));
        }
        List<XmlElement> lists = stating(LIST);
        return lists.isEmpty() ? List.of() : byList(lists.get(0));
    }

    private List<MediaSegment> byList(XmlElement list) throws IOException, MalformedContentException {
        List<DashTimeline.Stretch> times = timeline(LIST);
        Optional<Long> each = number(LIST, "duration");
        List<MediaSegment> segments = new ArrayList<>();
        for (XmlElement url : list.children("SegmentURL")) {
            tracks.admit();
            Optional<String> media = url.attribute("media");
            Path file = media.isPresent() ? file(media.get()) : files.file(base);
            Optional<ByteRange> range = range(url.attribute("mediaRange"));
            ranges.use(url, "mediaRange", file);
            ranges.use(url, "indexRange", file);
            int index = segments.size();
            Optional<TimeRange> time = index < times.size()
                    ? Optional.of(times.get(index).played())
                    : each.isPresent() ? Optional.of(evenly(LIST, index, each.get())) : Optional.empty();
            segments.add(new MediaSegment(file, range, time));
        }
        return segments;
    }

    private Optional<ByteRange> range(Optional<String> stated) throws MalformedContentException {
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(stated.get());
        if (!range.matches() || Long.parseLong(range.group(2)) < Long.parseLong(range.group(1))) {
            throw files.malformed("'" + stated.get() + "' is no range of octets");
        }
        return Optional.of(ByteRange.between(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)) + 1));
    }

    private List<MediaSegment> byTemplate(SegmentTemplate template) throws IOException, MalformedContentException {
        long first = number(TEMPLATE, "startNumber").orElse(1L);
        List<MediaSegment> segments = new ArrayList<>();
        List<DashTimeline.Stretch> times = timeline(TEMPLATE);
        if (!times.isEmpty()) {
            for (int i = 0; i < times.size(); i++) {
                DashTimeline.Stretch time = times.get(i);
                segments.add(segment(template, first + i, time.ticks(), Optional.of(time.played())));
            }
            return segments;
        }
        Optional<Long> each = number(TEMPLATE, "duration");
        Optional<Long> last = number(TEMPLATE, "endNumber");
        if (each.isEmpty() || each.get() == 0 || last.isEmpty() && length.isEmpty()) {
            return present(template, first, each);
        }
        long count = evenCount(first, last, each.get());
        LimitExceededException.check("segments", count, limits.items());
        for (long i = 0; i < count; i++) {
            tracks.admit();
            segments.add(segment(template, first + i, i * each.get(), Optional.of(evenly(TEMPLATE, i, each.get()))));
        }
        return segments;
    }

    /** Not every player knows endNumber. */
    private long evenCount(long first, Optional<Long> last, long each) throws MalformedContentException {
        return Math.max(last.orElse(0L) - first + 1, length.isPresent() ? count(each) : 0);
    }

    /** A tail that is here, behind the last segment of those that are counted by their duration. */
    Optional<MediaSegment> tail(Path init) throws IOException, MalformedContentException {
        Optional<String> template = value(TEMPLATE, "media");
        long each = number(TEMPLATE, "duration").orElse(0L);
        boolean counted = template.isPresent()
                && each > 0
                && length.isPresent()
                && stating(TEMPLATE).stream()
                        .noneMatch(one -> one.child("SegmentTimeline").isPresent());
        if (!counted) {
            return Optional.empty();
        }
        long first = number(TEMPLATE, "startNumber").orElse(1L);
        long count = evenCount(first, number(TEMPLATE, "endNumber"), each);
        TimeRange room = evenly(TEMPLATE, count, each);
        MediaSegment next = segment(
                new SegmentTemplate(template.get()), first + count, Math.multiplyExact(count, each), Optional.of(room));
        Duration segment = TimeRange.ofTicks(0, each, timescale(TEMPLATE)).end();
        return SegmentTail.length(init, next.file(), segment, limits)
                .map(lasts -> new TimeRange(room.start(), room.start().plus(lasts)))
                .map(played -> new MediaSegment(next.file(), Optional.of(played)));
    }

    private long count(long each) throws MalformedContentException {
        BigInteger nanos = BigInteger.valueOf(length.orElse(Duration.ZERO).toNanos());
        BigInteger one = BigInteger.valueOf(each).multiply(BigInteger.valueOf(1_000_000_000));
        BigInteger[] split =
                nanos.multiply(BigInteger.valueOf(timescale(TEMPLATE))).divideAndRemainder(one);
        long full = split[0].min(BigInteger.valueOf(Long.MAX_VALUE / 2)).longValue();
        return full + (split[1].signum() > 0 ? 1 : 0);
    }

    /** Nobody says how many there are, as in live streams: those that are there. */
    private List<MediaSegment> present(SegmentTemplate template, long first, Optional<Long> each)
            throws IOException, MalformedContentException {
        String reference = files.resolve(base, template.text());
        Path folder = LocalFiles.parent(file(template.fill(names("0", "0"))));
        String prefix = files.reference(folder);
        Pattern pattern = new SegmentTemplate(reference).pattern(names("0", "0"));
        TreeMap<Long, Path> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = (prefix.isEmpty() ? "" : prefix + "/") + entry.getFileName();
                    Matcher match = pattern.matcher(name);
                    if (match.matches() && !match.group(1).isEmpty()) {
                        tracks.admit();
                        found.put(Long.parseLong(match.group(1)), entry);
                    }
                }
            }
        }
        List<MediaSegment> segments = new ArrayList<>();
        for (Map.Entry<Long, Path> entry : found.entrySet()) {
            Optional<TimeRange> time = each.isPresent() && entry.getKey() >= first
                    ? Optional.of(evenly(TEMPLATE, entry.getKey() - first, each.get()))
                    : Optional.empty();
            segments.add(new MediaSegment(entry.getValue(), time));
        }
        return segments;
    }

    private MediaSegment segment(SegmentTemplate template, long number, long time, Optional<TimeRange> played)
            throws IOException, MalformedContentException {
        String name = template.fill(names(Long.toString(number), Long.toString(time)));
        return new MediaSegment(file(name), played);
    }

    private Path file(String reference) throws IOException, MalformedContentException {
        return files.file(files.resolve(base, reference));
    }

    private TimeRange evenly(String kind, long index, long each) throws MalformedContentException {
        return TimeRange.ofTicks(Math.multiplyExact(index, each), each, timescale(kind))
                .shifted(start);
    }

    /** Nothing where no timeline is stated. */
    private List<DashTimeline.Stretch> timeline(String kind) throws MalformedContentException {
        for (XmlElement one : stating(kind)) {
            Optional<XmlElement> timeline = one.child("SegmentTimeline");
            if (timeline.isPresent()) {
                long offset = number(kind, "presentationTimeOffset").orElse(0L);
                return new DashTimeline(files, tracks, timescale(kind), offset, start, length).read(timeline.get());
            }
        }
        return List.of();
    }

    private long timescale(String kind) throws MalformedContentException {
        return Math.max(1, number(kind, "timescale").orElse(1L));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        names.put("RepresentationID", levels.get(0).attribute("id").orElse(""));
        names.put("Bandwidth", levels.get(0).attribute("bandwidth").orElse("0"));
        return names;
    }

    private Map<String, String> names(String number, String time) {
        Map<String, String> names = names();
        names.put("Number", number);
        names.put("Time", time);
        return names;
    }

    private List<XmlElement> stating(String kind) {
        List<XmlElement> stating = new ArrayList<>();
        levels.forEach(level -> level.child(kind).ifPresent(stating::add));
        return stating;
    }

    private Optional<String> value(String kind, String attribute) {
        for (XmlElement one : stating(kind)) {
            if (one.attribute(attribute).isPresent()) {
                return one.attribute(attribute);
            }
        }
        return Optional.empty();
    }

    private Optional<Long> number(String kind, String attribute) throws MalformedContentException {
        return files.number(value(kind, attribute), attribute);
    }
}
