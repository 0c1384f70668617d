package org.estampille.container.bmff;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/**
 * When fragments are played: time scales and default durations of the tracks of a {@code moov} (ISO/IEC 14496-12 clauses 8.3.2,
 * 8.4.2 and 8.8.3), applied to the {@code moof} boxes that refer to it (clauses 8.8.7, 8.8.8 and 8.8.12).
 *
 * @param tracks by track ID
 */
public record FragmentTimes(Map<Long, Track> tracks) {

    /**
     * One track.
     *
     * @param timescale ticks in a second, at least 1
     * @param sampleDuration ticks of a sample for which no fragment says otherwise
     */
    public record Track(long timescale, long sampleDuration) {}

    /**
     * When one run of samples of a track is played, in ticks of its time scale.
     *
     * @param track its ID
     * @param start decode time of the first sample
     * @param duration of all samples
     * @param timescale ticks in a second
     */
    public record Span(long track, long start, long duration, long timescale) {}

    private static final String FORMAT = "BMFF";
    private static final int FLAGS = 0xFFFFFF;
    private static final long NO_TIMESCALE = 1;

    public FragmentTimes {
        tracks = Map.copyOf(tracks);
    }

    /** The tracks that the {@code moov} of {@code file} describes; none without one. */
    public static FragmentTimes of(ByteSource source, BmffFile file, ReadLimits limits)
            throws IOException, MalformedContentException {
        Map<Long, Track> tracks = new TreeMap<>();
        for (BmffBox box : file.named("moov")) {
            Octets moov = source.octets(box.payload(), limits);
            for (BmffBox trak : children(moov, "trak", limits)) {
                Octets inside = payload(moov, trak);
                tracks.put(trackId(inside, limits), new Track(timescale(inside, limits), 0));
            }
            for (BmffBox mvex : children(moov, "mvex", limits)) {
                Octets inside = payload(moov, mvex);
                for (BmffBox trex : children(inside, "trex", limits)) {
                    ByteCursor cursor = cursor(payload(inside, trex));
                    cursor.skip(4);
                    long id = cursor.u32be();
                    cursor.skip(4);
                    long duration = cursor.u32be();
                    tracks.computeIfPresent(id, (any, track) -> new Track(track.timescale(), duration));
                }
            }
        }
        return new FragmentTimes(tracks);
    }

    /** The ID of the only or first track; empty when there is none. */
    public Optional<Long> firstTrack() {
        return tracks.keySet().stream().min(Long::compare);
    }

    private static long trackId(Octets trak, ReadLimits limits) throws IOException, MalformedContentException {
        for (BmffBox tkhd : children(trak, "tkhd", limits)) {
            ByteCursor cursor = cursor(payload(trak, tkhd));
            boolean wide = cursor.u8() == 1;
            cursor.skip(3 + (wide ? 16 : 8));
            return cursor.u32be();
        }
        return 0;
    }

    private static long timescale(Octets trak, ReadLimits limits) throws IOException, MalformedContentException {
        for (BmffBox mdia : children(trak, "mdia", limits)) {
            Octets inside = payload(trak, mdia);
            for (BmffBox mdhd : children(inside, "mdhd", limits)) {
                ByteCursor cursor = cursor(payload(inside, mdhd));
                boolean wide = cursor.u8() == 1;
                cursor.skip(3 + (wide ? 16 : 8));
                return Math.max(NO_TIMESCALE, cursor.u32be());
            }
        }
        return NO_TIMESCALE;
    }

    /**
     * When the first track fragment of {@code moof} is played; empty when it states no decode time.
     *
     * @throws MalformedContentException when its boxes are broken
     */
    public Optional<Span> span(ByteSource source, BmffBox moof, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets inside = source.octets(moof.payload(), limits);
        for (BmffBox traf : children(inside, "traf", limits)) {
            return spanOf(payload(inside, traf), limits);
        }
        return Optional.empty();
    }

    /** When the first {@code moof} among {@code boxes} is played; empty when nobody can tell. */
    public Optional<Span> first(ByteSource source, List<BmffBox> boxes, ReadLimits limits) throws IOException {
        for (BmffBox box : boxes) {
            if (box.type().equals("moof")) {
                try {
                    return span(source, box, limits);
                } catch (MalformedContentException broken) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The ID of the track that the first track fragment of {@code moof} belongs to. */
    public Optional<Long> trackOf(ByteSource source, BmffBox moof, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets inside = source.octets(moof.payload(), limits);
        for (BmffBox traf : children(inside, "traf", limits)) {
            Octets fields = payload(inside, traf);
            for (BmffBox tfhd : children(fields, "tfhd", limits)) {
                ByteCursor cursor = cursor(payload(fields, tfhd));
                cursor.skip(4);
                return Optional.of(cursor.u32be());
            }
        }
        return Optional.empty();
    }

    private Optional<Span> spanOf(Octets traf, ReadLimits limits) throws IOException, MalformedContentException {
        Optional<Long> start = Optional.empty();
        long track = 0;
        long sampleDuration = 0;
        long duration = 0;
        for (BmffBox child : BmffBox.in(new OctetsSource(traf), new ByteRange(0, traf.length()), limits)) {
            ByteCursor cursor = cursor(payload(traf, child));
            switch (child.type()) {
                case "tfhd" -> {
                    int flags = (int) cursor.u32be() & FLAGS;
                    track = cursor.u32be();
                    Track known = tracks.getOrDefault(track, new Track(NO_TIMESCALE, 0));
                    cursor.skip(((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0));
                    sampleDuration = (flags & 8) != 0 ? cursor.u32be() : known.sampleDuration();
                }
                case "tfdt" -> {
                    boolean wide = cursor.u8() == 1;
                    cursor.skip(3);
                    start = Optional.of(wide ? cursor.u64be() : cursor.u32be());
                }
                case "trun" -> duration += duration(cursor, sampleDuration);
                default -> {}
            }
        }
        long timescale = tracks.getOrDefault(track, new Track(NO_TIMESCALE, 0)).timescale();
        return start.isPresent() && tracks.containsKey(track)
                ? Optional.of(new Span(track, start.get(), duration, timescale))
                : Optional.empty();
    }

    private static long duration(ByteCursor trun, long sampleDuration) throws MalformedContentException {
        int flags = (int) trun.u32be() & FLAGS;
        long samples = trun.u32be();
        if ((flags & 0x100) == 0) {
            return samples * sampleDuration;
        }
        trun.skip(((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0));
        int rest = ((flags & 0x200) != 0 ? 4 : 0) + ((flags & 0x400) != 0 ? 4 : 0) + ((flags & 0x800) != 0 ? 4 : 0);
        long duration = 0;
        for (long i = 0; i < samples; i++) {
            duration += trun.u32be();
            trun.skip(rest);
        }
        return duration;
    }

    private static List<BmffBox> children(Octets inside, String type, ReadLimits limits)
            throws IOException, MalformedContentException {
        return BmffBox.in(new OctetsSource(inside), new ByteRange(0, inside.length()), limits).stream()
                .filter(box -> box.type().equals(type))
                .toList();
    }

    private static Octets payload(Octets parent, BmffBox box) {
        return parent.slice((int) box.payload().start(), (int) box.payload().length());
    }

    private static ByteCursor cursor(Octets octets) {
        return new ByteCursor(FORMAT, octets, 0);
    }
}
