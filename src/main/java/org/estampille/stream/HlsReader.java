package org.estampille.stream;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/** Reads HLS playlists: master playlists with variants and renditions, and the media playlists they lead to (RFC 8216). */
final class HlsReader {

    private static final String FORMAT = "HLS playlist";
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"\\r\\n]*\"|[^\",\\r\\n]*)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,17})(?:@(\\d{1,17}))?");
    private static final int MOST_TEXT = 16 << 20;

    private final LocalFiles files;
    private final ReadLimits limits;
    private final TrackList tracks;
    private final List<Presentation.Document> documents = new ArrayList<>();
    private final List<Presentation.Unbound> unbound = new ArrayList<>();
    private final Set<Path> read = new LinkedHashSet<>();

    private HlsReader(Path root, ReadLimits limits) {
        this.files = new LocalFiles(FORMAT, root);
        this.limits = limits;
        this.tracks = new TrackList(limits);
    }

    static Presentation read(Path playlist, ReadLimits limits) throws IOException, MalformedContentException {
        Path root = LocalFiles.parent(playlist);
        HlsReader reader = new HlsReader(root, limits);
        reader.playlist(root.resolve(playlist.getFileName()), 0);
        return new Presentation(root, reader.documents, reader.tracks.toList(), reader.unbound);
    }

    private void playlist(Path file, int depth) throws IOException, MalformedContentException {
        if (!read.add(file)) {
            return;
        }
        LimitExceededException.check("playlists", read.size(), limits.manifests());
        LimitExceededException.check("playlist depth", depth, limits.depth());
        if (!Files.isRegularFile(file)) {
            throw files.malformed("the playlist " + files.reference(file) + " is named and is not here");
        }
        LimitExceededException.check("playlist", Files.size(file), Math.min(MOST_TEXT, limits.buffer()));
        String text = text(file);
        if (!text.startsWith("#EXTM3U") && !text.startsWith("\uFEFF#EXTM3U")) {
            throw files.malformed(file.getFileName() + " does not start with #EXTM3U");
        }
        List<HlsLine> lines = HlsLine.of(text);
        lines.stream().flatMap(line -> line.doubt().stream()).distinct().forEach(doubt -> doubts(file, doubt));
        boolean leads = lines.stream().anyMatch(line -> line.kind() == HlsLine.Kind.LEADS);
        if (leads && lines.stream().anyMatch(line -> line.kind() == HlsLine.Kind.PLAYS)) {
            throw files.malformed(file.getFileName() + " is a master and a media playlist at once");
        }
        String base = files.reference(file);
        if (leads) {
            documents.add(new Presentation.Document(file, List.of()));
            for (String reference : references(lines)) {
                playlist(files.file(files.resolve(base, reference)), depth + 1);
            }
        } else {
            new Media(file, base).read(lines);
        }
    }

    private String text(Path file) throws IOException, MalformedContentException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw files.malformed("the playlist " + files.reference(file) + " is no UTF-8 text");
        }
    }

    private void doubts(Path playlist, String doubt) {
        unbound.add(new Presentation.Unbound(playlist, doubt));
    }

    private List<String> references(List<HlsLine> lines) throws MalformedContentException {
        List<String> references = new ArrayList<>();
        for (HlsLine line : lines) {
            if (line.kind() == HlsLine.Kind.REFERENCE) {
                references.add(line.text().strip());
            } else if (line.kind() == HlsLine.Kind.LEADS) {
                Optional.ofNullable(attributes(line).get("URI")).ifPresent(references::add);
            }
        }
        return references;
    }

    private Map<String, String> attributes(HlsLine line) throws MalformedContentException {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(line.value());
        while (matcher.find()) {
            String value = matcher.group(2);
            String plain = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
            if (attributes.put(matcher.group(1), plain) != null) {
                throw files.malformed("the tag " + line.name() + " states " + matcher.group(1) + " twice");
            }
        }
        return attributes;
    }

    /** One media playlist on its way through its lines. */
    private final class Media {

        /** A range whose file comes later, or without a start. */
        private record Pending(int at, int length, long octets, Optional<Long> start) {}

        private final Path playlist;
        private final String base;
        private final List<StatedRange> ranges = new ArrayList<>();
        private final Map<Path, Long> ends = new HashMap<>();
        private final List<MediaSegment> segments = new ArrayList<>();
        private Optional<Path> map = Optional.empty();
        private Optional<Pending> pending = Optional.empty();
        private Duration now = Duration.ZERO;
        private Duration length = Duration.ZERO;
        private boolean gap;
        private boolean framesOnly;
        private int stretch = 1;

        Media(Path playlist, String base) {
            this.playlist = playlist;
            this.base = base;
        }

        void read(List<HlsLine> lines) throws IOException, MalformedContentException {
            for (HlsLine line : lines) {
                line(line);
            }
            finish();
            documents.add(new Presentation.Document(playlist, ranges));
        }

        private void line(HlsLine line) throws IOException, MalformedContentException {
            switch (line.name()) {
                case "EXTINF" -> length = duration(line.value());
                case "EXT-X-BYTERANGE" ->
                    pending = Optional.of(pending(
                            line.text(), line.at(), line.valueAt(), line.text().length()));
                case "EXT-X-MAP" -> map(line);
                case "EXT-X-GAP" -> gap = true;
                case "EXT-X-I-FRAMES-ONLY" -> framesOnly = true;
                case "" -> segment(files.file(files.resolve(base, line.text())));
                default -> {
                    // Says nothing about segments; HlsLine doubts what might.
                }
            }
        }

        private Pending pending(String line, int at, int from, int to) throws MalformedContentException {
            Matcher range = RANGE.matcher(line.substring(from, to));
            if (!range.lookingAt()) {
                throw files.malformed("a byte range that cannot be read in " + playlist.getFileName());
            }
            Optional<Long> start = Optional.ofNullable(range.group(2)).map(Long::parseLong);
            return new Pending(at + from, range.end(), Long.parseLong(range.group(1)), start);
        }

        private void map(HlsLine line) throws IOException, MalformedContentException {
            finish();
            Map<String, String> attributes = attributes(line);
            String uri = attributes.get("URI");
            if (uri == null) {
                throw files.malformed("an EXT-X-MAP without URI in " + playlist.getFileName());
            }
            Path file = files.file(files.resolve(base, uri));
            String range = attributes.get("BYTERANGE");
            if (range != null) {
                String text = line.text();
                int from = text.indexOf("BYTERANGE=") + 10;
                int quoted = from + (text.startsWith("\"", from) ? 1 : 0);
                ByteRange octets = state(pending(text, line.at(), quoted, quoted + range.length()), file);
                if (octets.start() != 0) {
                    throw files.malformed("an initialization segment that does not start its file");
                }
            }
            map = Optional.of(file);
        }

        private ByteRange state(Pending range, Path file) {
            long start = range.start().orElseGet(() -> ends.getOrDefault(file, 0L));
            ByteRange octets = new ByteRange(start, range.octets());
            ranges.add(new StatedRange(file, octets, range.at(), range.length(), StatedRange.Form.LENGTH_AND_START));
            ends.put(file, octets.end());
            return octets;
        }

        private void segment(Path file) throws LimitExceededException {
            tracks.admit();
            Optional<ByteRange> octets = pending.map(range -> state(range, file));
            pending = Optional.empty();
            TimeRange time = new TimeRange(now, now.plus(length));
            now = time.end();
            // A player that knows no gaps fetches what is there.
            if (!gap || Files.exists(file)) {
                segments.add(new MediaSegment(file, octets, Optional.of(time)));
            }
            gap = false;
        }

        /** Ends a stretch with one initialization segment. */
        private void finish() {
            if (!segments.isEmpty()) {
                String name = playlist.getFileName() + (stretch > 1 ? " part " + stretch : "");
                boolean flat = map.isPresent()
                        && segments.stream().allMatch(segment -> segment.file().equals(map.get()));
                boolean shared =
                        segments.stream().anyMatch(segment -> segment.range().isPresent());
                if (map.isEmpty()) {
                    leaveOut("its playlist names no initialization segment (EXT-X-MAP)");
                } else if (shared && framesOnly) {
                    leaveOut("its playlist plays single pictures out of fragments (EXT-X-I-FRAMES-ONLY)");
                } else if (shared && !flat) {
                    leaveOut("its fragments share a file that does not hold their initialization segment");
                } else {
                    tracks.add(name, map.get(), segments);
                }
                stretch++;
            }
            segments.clear();
        }

        private void leaveOut(String reason) {
            Set<Path> named = new LinkedHashSet<>();
            map.ifPresent(named::add);
            segments.forEach(segment -> named.add(segment.file()));
            named.forEach(file -> unbound.add(new Presentation.Unbound(file, reason)));
        }

        private Duration duration(String text) throws MalformedContentException {
            int comma = text.indexOf(',');
            String number = (comma < 0 ? text : text.substring(0, comma)).strip();
            if (!number.matches("\\d{1,9}(\\.\\d{1,18})?")) {
                throw files.malformed("a duration that cannot be read in " + playlist.getFileName());
            }
            return Duration.ofNanos(new BigDecimal(number).movePointRight(9).longValue());
        }
    }
}
