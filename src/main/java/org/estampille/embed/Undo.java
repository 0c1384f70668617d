package org.estampille.embed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;

/** The steps that change a file where it stands, and those that bring it back; each may be the last, and can be taken again. */
record Undo(HeadShift shifting, Steps steps) {

    /** Few enough that a process killed while writing is met in the middle. */
    private static final int CHUNK = 4096;

    /** Moves and overwrites {@code file}; everything is on the disk when this returns. */
    void apply(Path file, InPlaceChange change) throws IOException {
        try (FileChannel channel = open(file)) {
            if (change.shift() != 0) {
                shift(file, change.shift(), channel);
            }
            for (InPlaceChange.Piece piece : change.writes()) {
                write(channel, piece.at(), piece.octets());
            }
            force(channel);
        }
    }

    /**
     * Brings {@code file} back to what it was, from wherever its change was cut short.
     *
     * @throws IOException when the file is not the one of the record any more; nothing is written then
     */
    void revert(Path file, UndoRecord record) throws IOException {
        boolean moved = isMoved(file, record);
        try (FileChannel channel = open(file)) {
            if (moved) {
                shift(file, -record.shift(), channel);
            }
            for (InPlaceChange.Piece piece : record.saved()) {
                write(channel, piece.at(), piece.octets());
            }
            force(channel);
        }
        steps.next();
        Files.setLastModifiedTime(file, record.modified());
    }

    private static boolean isMoved(Path file, UndoRecord record) throws IOException {
        try (FileSource now = FileSource.openToStream(file)) {
            boolean moved = record.shift() != 0 && now.length() == record.movedLength();
            if (!moved && now.length() != record.length() || !record.fits(now, moved ? record.shift() : 0)) {
                throw new IOException("it was changed by somebody else since; restore it from a copy");
            }
            return moved;
        }
    }

    /** Whether {@code file} can be opened to be changed. */
    static boolean mayWrite(Path file) {
        try (FileChannel channel = open(file)) {
            return channel.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void shift(Path file, long octets, FileChannel channel) throws IOException {
        steps.next();
        shifting.shift(file, octets);
        force(channel);
    }

    /** Writes {@code octets} piece by piece. */
    void write(FileChannel channel, long position, Octets octets) throws IOException {
        for (int from = 0; from < octets.length(); from += CHUNK) {
            steps.next();
            ByteBuffer chunk =
                    octets.slice(from, Math.min(CHUNK, octets.length() - from)).asBuffer();
            long at = position + from;
            while (chunk.hasRemaining()) {
                at += channel.write(chunk, at);
            }
        }
    }

    /** Puts what was written on the disk. */
    void force(FileChannel channel) throws IOException {
        steps.next();
        channel.force(true);
    }
}
