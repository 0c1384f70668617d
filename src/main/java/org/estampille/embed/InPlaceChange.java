package org.estampille.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.Segment;

/**
 * How a file becomes the one a layout plans without being written anew: everything moves by the same number of octets, and little
 * is overwritten.
 *
 * @param length octets of the file before
 * @param shift octets the whole content moves by; negative when octets at the start go
 * @param writes what is overwritten after that, ascending
 * @param saved what is lost by both, by its place in the file before
 * @param kept the longest stretch that only moves, by its place in the file before
 */
public record InPlaceChange(long length, long shift, List<Piece> writes, List<Piece> saved, ByteRange kept) {

    /** What may be overwritten and lost; more is better written anew, and is held in memory. */
    private static final long MOST = 16L << 20;

    /** How exactly it is found out what differs. */
    private static final int GRAIN = 512;

    public InPlaceChange {
        writes = List.copyOf(writes);
        saved = List.copyOf(saved);
    }

    /**
     * Octets at a place.
     *
     * @param at offset of the first
     * @param octets what stands there
     */
    public record Piece(long at, Octets octets) {}

    /**
     * Finds out how {@code source} becomes what {@code layout} plans; the slot counts as zeros.
     *
     * @param step octets that files can be moved by; 0 where they cannot
     * @return empty when the file must be written anew
     */
    public static Optional<InPlaceChange> of(ByteSource source, Layout layout, long step) throws IOException {
        Placed longest = new Placed(0, new Segment.Copied(new ByteRange(0, 0)));
        List<Placed> segments = placed(layout);
        for (Placed segment : segments) {
            if (segment.isCopied() && segment.length() > longest.length()) {
                longest = segment;
            }
        }
        long shift = longest.shift();
        List<ByteRange> fresh = new ArrayList<>();
        long overwritten = Math.max(0, -shift);
        for (Placed segment : segments) {
            if (!segment.isCopied() || segment.shift() != shift) {
                fresh.add(new ByteRange(segment.at(), segment.length()));
                overwritten += segment.length();
            }
        }
        boolean movable = shift == 0 || step > 0 && shift % step == 0 && -shift < source.length();
        if (!movable || overwritten > MOST || layout.length() != source.length() + shift) {
            return Optional.empty();
        }
        ByteRange kept = new ByteRange(longest.at() - shift, longest.length());
        return Optional.of(new Difference(source, new LaidOutSource(source, layout), shift).over(fresh, kept));
    }

    /** A segment and where it goes. */
    private record Placed(long at, Segment segment) {
        long length() {
            return segment.length();
        }

        boolean isCopied() {
            return segment instanceof Segment.Copied;
        }

        long shift() {
            return segment instanceof Segment.Copied copied
                    ? at - copied.range().start()
                    : 0;
        }
    }

    private static List<Placed> placed(Layout layout) {
        List<Placed> placed = new ArrayList<>();
        long at = 0;
        for (Segment segment : layout.segments()) {
            placed.add(new Placed(at, segment));
            at += segment.length();
        }
        return placed;
    }

    /** What differs between a file once it is moved and the file it is to be. */
    private record Difference(ByteSource source, ByteSource planned, long shift) {

        InPlaceChange over(List<ByteRange> fresh, ByteRange kept) throws IOException {
            List<Piece> writes = new ArrayList<>();
            List<Piece> saved = new ArrayList<>();
            if (shift < 0) {
                saved.add(new Piece(0, read(source, new ByteRange(0, -shift))));
            }
            for (ByteRange range : fresh) {
                for (ByteRange differing : differing(range)) {
                    writes.add(new Piece(differing.start(), read(planned, differing)));
                    ByteRange lost = before(differing);
                    if (!lost.isEmpty()) {
                        saved.add(new Piece(lost.start(), read(source, lost)));
                    }
                }
            }
            return new InPlaceChange(source.length(), shift, writes, saved, kept);
        }

        /** The parts of {@code range} of the planned file that do not stand there once everything is moved. */
        private List<ByteRange> differing(ByteRange range) throws IOException {
            List<ByteRange> found = new ArrayList<>();
            long start = -1;
            for (long at = range.start(); at < range.end(); at += GRAIN) {
                ByteRange grain = ByteRange.between(at, Math.min(range.end(), at + GRAIN));
                boolean same = read(planned, grain).equals(moved(grain));
                if (same && start >= 0) {
                    found.add(ByteRange.between(start, at));
                    start = -1;
                } else if (!same && start < 0) {
                    start = at;
                }
            }
            if (start >= 0) {
                found.add(ByteRange.between(start, range.end()));
            }
            return found;
        }

        /** What stands in {@code range} once everything is moved. */
        private Octets moved(ByteRange range) throws IOException {
            ByteRange lost = before(range);
            long inserted = Math.max(0, Math.min(range.end(), shift) - range.start());
            Octets old = read(source, lost);
            Octets zeros = Octets.zeros((int) inserted);
            return Octets.concat(zeros, old, Octets.zeros((int) range.length() - zeros.length() - old.length()));
        }

        /** Where what {@code range} covers stood before. */
        private ByteRange before(ByteRange range) {
            long start = Math.min(source.length(), Math.max(0, range.start() - shift));
            long end = Math.min(source.length(), Math.max(0, range.end() - shift));
            return ByteRange.between(start, end);
        }

        private static Octets read(ByteSource from, ByteRange range) throws IOException {
            byte[] octets = new byte[(int) range.length()];
            from.read(range.start(), ByteBuffer.wrap(octets));
            return Octets.adopt(octets);
        }
    }
}
