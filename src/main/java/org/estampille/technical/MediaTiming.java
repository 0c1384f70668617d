package org.estampille.technical;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;

/**
 * How long a film of the ISO base media family or QuickTime lasts, and how it counts its frames, as its own tables say (ISO/IEC
 * 14496-12 clauses 8.2.2, 8.4.2, 8.6.1.2).
 *
 * @param seconds of the longest that its header or a video track says
 * @param rate of the first video track; empty where its frames last differently
 */
public record MediaTiming(Rational seconds, Optional<FrameRate> rate) {

    private static final int MOST_BOXES = 10_000;
    private static final int MOVIE = 0x6d6f6f76;
    private static final int MOVIE_HEADER = 0x6d766864;
    private static final int MOVIE_EXTENDS = 0x6d766578;
    private static final int TRACK = 0x7472616b;
    private static final int MEDIA = 0x6d646961;
    private static final int MEDIA_HEADER = 0x6d646864;
    private static final int HANDLER = 0x68646c72;
    private static final int VIDEO = 0x76696465;
    private static final int MEDIA_INFORMATION = 0x6d696e66;
    private static final int SAMPLE_TABLE = 0x7374626c;
    private static final int TIME_TO_SAMPLE = 0x73747473;

    /** Reads the tables; empty for other files, for fragmented ones, whose header counts no fragment, and for damaged ones. */
    public static Optional<MediaTiming> read(ByteSource source) throws IOException {
        try {
            return new Walk(source).read();
        } catch (ArithmeticException | IllegalArgumentException beyondAllFilms) {
            return Optional.empty();
        }
    }

    /** Where the content of a box lies. */
    private record Place(long start, long end) {}

    /** Finds boxes by their path. */
    private static final class Walk {

        private final ByteSource source;
        private int boxes;
        private long at;
        private int type;

        private Walk(ByteSource source) {
            this.source = source;
        }

        private Optional<MediaTiming> read() throws IOException {
            Optional<Place> movie = find(new Place(0, source.length()), MOVIE);
            Optional<Place> header = movie.isPresent() ? find(movie.get(), MOVIE_HEADER) : Optional.empty();
            Optional<Rational> longest = header.isPresent() ? duration(header.get()) : Optional.empty();
            if (movie.isEmpty()
                    || longest.isEmpty()
                    || find(movie.get(), MOVIE_EXTENDS).isPresent()) {
                return Optional.empty();
            }
            Rational seconds = longest.get();
            at = movie.get().start();
            for (Optional<Place> box = next(movie.get().end());
                    box.isPresent();
                    box = next(movie.get().end())) {
                Optional<Place> media = type == TRACK ? inTrack(box.get()) : Optional.empty();
                if (media.isPresent()) {
                    Optional<Place> own = find(media.get(), MEDIA_HEADER);
                    Rational video = own.isPresent() ? duration(own.get()).orElse(seconds) : seconds;
                    return Optional.of(
                            new MediaTiming(video.compareTo(seconds) > 0 ? video : seconds, rate(media.get(), own)));
                }
                at = box.get().end();
            }
            return Optional.of(new MediaTiming(seconds, Optional.empty()));
        }

        /** The media box of a video track. */
        private Optional<Place> inTrack(Place track) throws IOException {
            Optional<Place> media = find(track, MEDIA);
            Optional<Place> handler = media.isPresent() ? find(media.get(), HANDLER) : Optional.empty();
            return handler.isPresent() && uint32(handler.get(), 8) == VIDEO ? media : Optional.empty();
        }

        private Optional<Rational> duration(Place header) throws IOException {
            boolean wide = uint32(header, 0) >>> 24 == 1;
            long scale = uint32(header, wide ? 20 : 12);
            long units = wide ? uint32(header, 24) << 32 | uint32(header, 28) : uint32(header, 16);
            boolean known = scale > 0 && units > 0 && units != (wide ? -1L : 0xFFFF_FFFFL);
            return known ? Optional.of(new Rational(units, scale)) : Optional.empty();
        }

        /** Every frame but the last must last as long as the first. */
        private Optional<FrameRate> rate(Place media, Optional<Place> header) throws IOException {
            Optional<Place> place = find(media, MEDIA_INFORMATION);
            place = place.isPresent() ? find(place.get(), SAMPLE_TABLE) : place;
            place = place.isPresent() ? find(place.get(), TIME_TO_SAMPLE) : place;
            if (place.isEmpty() || header.isEmpty()) {
                return Optional.empty();
            }
            long entries = uint32(place.get(), 4);
            long lasting = uint32(place.get(), 12);
            boolean even = entries == 1 || entries == 2 && uint32(place.get(), 16) == 1;
            boolean wide = uint32(header.get(), 0) >>> 24 == 1;
            double perSecond = (double) uint32(header.get(), wide ? 20 : 12) / lasting;
            return even && lasting > 0 ? FrameRate.near(perSecond) : Optional.empty();
        }

        private Optional<Place> find(Place within, int wanted) throws IOException {
            long before = at;
            at = within.start();
            Optional<Place> box = next(within.end());
            while (box.isPresent() && type != wanted) {
                at = box.get().end();
                box = next(within.end());
            }
            at = before;
            return box;
        }

        /** The box that begins at {@link #at}; {@link #type} is its type afterwards. */
        private Optional<Place> next(long end) throws IOException {
            if (end - at < 8 || ++boxes > MOST_BOXES) {
                return Optional.empty();
            }
            Place rest = new Place(at, end);
            long length = uint32(rest, 0);
            int kind = (int) uint32(rest, 4);
            int head = length == 1 ? 16 : 8;
            if (length == 1) {
                length = uint32(rest, 8) << 32 | uint32(rest, 12);
            }
            long last = length == 0 ? end : at + length;
            if (length != 0 && length < head || last > end || last < at) {
                return Optional.empty();
            }
            type = kind;
            return Optional.of(new Place(at + head, last));
        }

        private long uint32(Place place, int offset) throws IOException {
            if (place.start() + offset + 4 > place.end()) {
                return 0;
            }
            return source.glance(place.start() + offset, 4).uint32At(0);
        }
    }
}
