package org.estampille.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;

/**
 * What it takes to bring a file back that is changed where it stands. Written, with its closing hash, before the first change.
 *
 * <pre>
 * "ESTAMPILLE UNDO", version 1 | octets up to the closing hash | length, shift | modification time: seconds, nanoseconds
 * number of probes, each: offset, length, SHA-256 | number of saved pieces, each: offset, length, octets
 * SHA-256 of all that, written when all that is on the disk
 * </pre>
 *
 * @param length octets of the file before the change
 * @param shift octets its content is moved by
 * @param modified its modification time before the change
 * @param probes what must stand in the file wherever the change was cut short, by its place before the change
 * @param saved what the change overwrites or removes, by its place before the change
 */
record UndoRecord(long length, long shift, FileTime modified, List<Probe> probes, List<InPlaceChange.Piece> saved) {

    /** Longer records are not ours. */
    static final int MOST = 48 << 20;

    private static final int HASH = 32;
    private static final Octets MAGIC = Octets.ofAscii("ESTAMPILLE UNDO\1");

    /** Octets of the magic and of the length that follows it. */
    private static final int START = 24;

    private static final int PROBES = 64;
    private static final int PROBE = 4096;

    UndoRecord {
        probes = List.copyOf(probes);
        saved = List.copyOf(saved);
    }

    /**
     * A sample of what the change leaves alone.
     *
     * @param range in the file before the change
     * @param hash SHA-256 of it
     */
    record Probe(ByteRange range, Octets hash) {}

    /** The record for {@code change} of {@code file}. */
    static UndoRecord of(ByteSource file, InPlaceChange change, FileTime modified) throws IOException {
        ByteRange kept = change.kept();
        int length = (int) Math.min(PROBE, kept.length());
        long room = kept.length() - length;
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; length > 0 && i < PROBES; i++) {
            ByteRange range = new ByteRange(kept.start() + room / (PROBES - 1) * i, length);
            probes.add(new Probe(range, hash(file, range, 0)));
        }
        return new UndoRecord(change.length(), change.shift(), modified, probes, change.saved());
    }

    /** Octets of the file once it is moved. */
    long movedLength() {
        return length + shift;
    }

    /** Whether {@code file} holds what it should when everything in it stands {@code moved} octets further on. */
    boolean fits(ByteSource file, long moved) throws IOException {
        for (Probe probe : probes) {
            if (probe.range().end() + moved > file.length()
                    || !hash(file, probe.range(), moved).equals(probe.hash())) {
                return false;
            }
        }
        return true;
    }

    /** Everything but the closing hash. */
    Octets body() {
        List<Octets> parts = new ArrayList<>();
        Instant time = modified.toInstant();
        parts.add(Octets.u64be(length));
        parts.add(Octets.u64be(shift));
        parts.add(Octets.u64be(time.getEpochSecond()));
        parts.add(Octets.u32be(time.getNano()));
        parts.add(Octets.u32be(probes.size()));
        for (Probe probe : probes) {
            parts.add(Octets.u64be(probe.range().start()));
            parts.add(Octets.u32be(probe.range().length()));
            parts.add(probe.hash());
        }
        parts.add(Octets.u32be(saved.size()));
        for (InPlaceChange.Piece piece : saved) {
            parts.add(Octets.u64be(piece.at()));
            parts.add(Octets.u32be(piece.octets().length()));
            parts.add(piece.octets());
        }
        Octets content = Octets.concat(parts);
        return Octets.concat(MAGIC, Octets.u64be(START + (long) content.length()), content);
    }

    /**
     * Whether {@code octets} are the start of a record whose closing hash was not written yet. As long as it is not, the file was
     * not changed.
     */
    static boolean isUnfinished(Octets octets) {
        if (octets.length() < START) {
            int known = Math.min(octets.length(), MAGIC.length());
            return octets.slice(0, known).equals(MAGIC.slice(0, known));
        }
        long end = octets.asBuffer().getLong(MAGIC.length());
        return octets.startsWith(MAGIC) && end > octets.length() - HASH && end <= MOST;
    }

    /** SHA-256. */
    static Octets hash(Octets octets) {
        var digest = CryptoEngine.platform().digest(HashAlgorithm.SHA256);
        digest.update(octets.asBuffer());
        return Octets.adopt(digest.digest());
    }

    /**
     * Reads a record with its closing hash.
     *
     * @throws MalformedContentException when it is none, or was damaged
     */
    static UndoRecord read(Octets octets) throws MalformedContentException {
        int end = Math.max(0, octets.length() - HASH);
        ByteCursor cursor = new ByteCursor("undo record", octets.slice(0, end), 0);
        cursor.verify(
                hash(octets.slice(0, end)).equals(octets.from(end)), "its octets are not those that were written");
        cursor.verify(cursor.take(MAGIC.length()).equals(MAGIC), "it is of another release");
        cursor.verify(cursor.u64be() == end, "it is longer or shorter than it says");
        long length = cursor.u64be();
        long shift = cursor.take(8).asBuffer().getLong();
        cursor.verify(shift > -length && shift <= Long.MAX_VALUE - length, "it moves a file by more than there is");
        FileTime modified = time(cursor);
        List<Probe> probes = new ArrayList<>();
        long count = cursor.u32be();
        cursor.verify(count <= PROBES, "more samples than are ever taken");
        for (; count > 0; count--) {
            ByteRange range = range(cursor, length);
            cursor.verify(range.length() <= PROBE, "a sample longer than any");
            probes.add(new Probe(range, cursor.take(HASH)));
        }
        List<InPlaceChange.Piece> saved = new ArrayList<>();
        for (long i = cursor.u32be(); i > 0; i--) {
            ByteRange range = range(cursor, length);
            saved.add(new InPlaceChange.Piece(range.start(), cursor.take(range.length())));
        }
        cursor.verify(cursor.atEnd(), "octets follow its end");
        return new UndoRecord(length, shift, modified, probes, saved);
    }

    private static ByteRange range(ByteCursor cursor, long length) throws MalformedContentException {
        long start = cursor.u64be();
        long count = cursor.u32be();
        cursor.verify(start <= length && count <= length - start && count <= MOST, "a place outside the file");
        return new ByteRange(start, count);
    }

    private static FileTime time(ByteCursor cursor) throws MalformedContentException {
        long seconds = cursor.take(8).asBuffer().getLong();
        long nanoseconds = cursor.u32be();
        try {
            return FileTime.from(Instant.ofEpochSecond(seconds, nanoseconds));
        } catch (DateTimeException | ArithmeticException e) {
            cursor.verify(false, "a time out of bounds");
            throw new IllegalStateException(e);
        }
    }

    private static Octets hash(ByteSource file, ByteRange range, long moved) throws IOException {
        byte[] octets = new byte[(int) range.length()];
        file.read(range.start() + moved, ByteBuffer.wrap(octets));
        return hash(Octets.adopt(octets));
    }
}
