package org.estampille.stream;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.xml.XmlDocuments;
import org.estampille.xml.XmlElement;

/** Reads DASH manifests: periods, adaptation sets, representations and their segments (ISO/IEC 23009-1 clause 5.3). */
final class DashReader {

    static final String FORMAT = "DASH manifest";
    private static final Pattern DURATION = Pattern.compile(
            "P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,12})?)S)?)?");
    private static final int MOST_TEXT = 16 << 20;

    private final LocalFiles files;
    private final ReadLimits limits;
    private final TrackList tracks;
    private final DashRanges ranges;
    private final List<Presentation.Unbound> unbound = new ArrayList<>();

    private DashReader(Path root, DashRanges ranges, ReadLimits limits) {
        this.files = new LocalFiles(FORMAT, root);
        this.limits = limits;
        this.tracks = new TrackList(limits);
        this.ranges = ranges;
    }

    static Presentation read(Path manifest, ReadLimits limits) throws IOException, MalformedContentException {
        Path root = LocalFiles.parent(manifest);
        LimitExceededException.check("DASH manifest", Files.size(manifest), Math.min(MOST_TEXT, limits.buffer()));
        String text = text(manifest, root);
        XmlElement mpd = XmlDocuments.readApart(Octets.adopt(text.getBytes(StandardCharsets.UTF_8)), limits);
        DashRanges ranges = new DashRanges(mpd);
        DashReader reader = new DashReader(root, ranges, limits);
        try {
            reader.mpd(mpd);
        } catch (ArithmeticException e) {
            throw reader.files.malformed("it states times beyond all measure");
        }
        for (String doubt : DashDoubts.in(mpd)) {
            String reason = "its " + doubt + " may lead a player to what is not judged here";
            reader.unbound.add(new Presentation.Unbound(root.resolve(manifest.getFileName()), reason));
        }
        Presentation.Document document =
                new Presentation.Document(root.resolve(manifest.getFileName()), ranges.stated(text));
        return new Presentation(root, List.of(document), reader.tracks.toList(), reader.unbound);
    }

    private static String text(Path manifest, Path root) throws IOException, MalformedContentException {
        try {
            return Files.readString(manifest);
        } catch (CharacterCodingException e) {
            throw new LocalFiles(FORMAT, root).malformed("it is no UTF-8 text");
        }
    }

    private void mpd(XmlElement mpd) throws IOException, MalformedContentException {
        if (!mpd.name().equals("MPD")) {
            throw files.malformed("its root element is '" + mpd.name() + "', not 'MPD'");
        }
        boolean live = mpd.attribute("type").orElse("static").equals("dynamic");
        Optional<Duration> whole = duration(mpd.attribute("mediaPresentationDuration"));
        String base = base("", mpd);
        List<XmlElement> periods = mpd.children("Period");
        Duration start = Duration.ZERO;
        for (int i = 0; i < periods.size(); i++) {
            XmlElement period = periods.get(i);
            start = duration(period.attribute("start")).orElse(start);
            Duration from = start;
            Optional<Duration> next =
                    i + 1 < periods.size() ? duration(periods.get(i + 1).attribute("start")) : whole;
            Optional<Duration> length =
                    duration(period.attribute("duration")).or(() -> next.map(end -> end.minus(from)));
            period(period, base, periods.size() > 1 ? "period " + (i + 1) + " " : "", start, live, length);
            start = start.plus(length.orElse(Duration.ZERO));
        }
    }

    private void period(
            XmlElement period, String outer, String prefix, Duration start, boolean live, Optional<Duration> length)
            throws IOException, MalformedContentException {
        String base = base(outer, period);
        for (XmlElement set : period.children("AdaptationSet")) {
            String inner = base(base, set);
            for (XmlElement representation : set.children("Representation")) {
                String name = prefix + representation.attribute("id").orElse("representation");
                DashSegments segments = new DashSegments(
                        List.of(representation, set, period),
                        base(inner, representation),
                        files,
                        ranges,
                        tracks,
                        limits,
                        start,
                        live ? Optional.empty() : length);
                representation(segments, name, mediaType(representation, set));
            }
        }
    }

    private void representation(DashSegments segments, String name, String mediaType)
            throws IOException, MalformedContentException {
        Optional<Path> init = segments.initialization();
        List<MediaSegment> media = segments.media();
        boolean bound = mediaType.isEmpty() || mediaType.endsWith("/mp4");
        if (!bound || init.isEmpty() && !media.isEmpty()) {
            String reason = bound ? "it names no initialization segment" : "it is " + mediaType;
            init.ifPresent(file -> unbound.add(new Presentation.Unbound(file, reason)));
            media.forEach(segment -> unbound.add(new Presentation.Unbound(segment.file(), reason)));
            if (media.isEmpty() && init.isEmpty()) {
                segments.single().ifPresent(file -> unbound.add(new Presentation.Unbound(file, reason)));
            }
            return;
        }
        if (init.isEmpty() || media.isEmpty()) {
            Optional<Path> file = init.isPresent() ? init : segments.single();
            if (file.isPresent()) {
                segments.noteIndex();
                tracks.add(name, file.get(), List.of());
            }
        } else if (shareAFile(media, init.get())) {
            String reason = "its fragments share a file that does not hold their initialization segment";
            unbound.add(new Presentation.Unbound(init.get(), reason));
            unbound.add(new Presentation.Unbound(media.get(0).file(), reason));
        } else {
            List<MediaSegment> whole = new ArrayList<>(media);
            segments.tail(init.get()).ifPresent(whole::add);
            tracks.add(name, init.get(), whole);
        }
    }

    private static boolean shareAFile(List<MediaSegment> media, Path init) {
        return media.stream().anyMatch(segment -> segment.range().isPresent())
                && !media.stream().allMatch(segment -> segment.file().equals(init));
    }

    private static String mediaType(XmlElement representation, XmlElement set) {
        return representation
                .attribute("mimeType")
                .or(() -> set.attribute("mimeType"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** Only the first of several: they name the same octets elsewhere. */
    private String base(String outer, XmlElement element) throws MalformedContentException {
        Optional<XmlElement> base = element.child("BaseURL");
        return base.isPresent() ? files.resolve(outer, base.get().text()) : outer;
    }

    private Optional<Duration> duration(Optional<String> stated) throws MalformedContentException {
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = DURATION.matcher(stated.get().strip());
        if (!parts.matches()) {
            throw files.malformed("'" + stated.get() + "' is no duration");
        }
        long days = number(parts, 1) * 365 + number(parts, 2) * 30 + number(parts, 3);
        Duration whole = Duration.ofDays(days).plusHours(number(parts, 4)).plusMinutes(number(parts, 5));
        BigDecimal seconds = new BigDecimal(Optional.ofNullable(parts.group(6)).orElse("0"));
        return Optional.of(whole.plusNanos(seconds.movePointRight(9).longValue()));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
