package org.estampille.container.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;
import org.estampille.container.tiff.Directory.StoreEntry;

/**
 * The main chain of directories.
 *
 * @param encoding how numbers stand in it
 * @param directories in the order of the chain, never empty
 */
record TiffFile(Encoding encoding, List<Directory> directories) {

    static final int WINDOW = 16 << 10;

    TiffFile {
        directories = List.copyOf(directories);
    }

    /** Reads the header and follows the chain. */
    static TiffFile read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        HeaderWindow window = new HeaderWindow(TiffFormat.NAME, source, WINDOW);
        Encoding encoding = Encoding.read(window);
        List<Directory> directories = new ArrayList<>();
        NavigableMap<Long, Long> taken = new TreeMap<>(Map.of(0L, (long) encoding.headerLength()));
        long pointerAt = encoding.firstPointerAt();
        long entries = 0;
        for (long at = encoding.offset(window, pointerAt); at != 0; at = encoding.offset(window, pointerAt)) {
            PartList.admit("TIFF directories", directories.size() + 1L, limits);
            Directory directory = directory(window, encoding, pointerAt, at);
            entries += directory.entries();
            LimitExceededException.check("TIFF entries", entries, limits.items());
            claim(taken, directory.range());
            directories.add(withStore(window, encoding, directory));
            pointerAt = directory.nextPointerAt(encoding);
        }
        if (directories.isEmpty()) {
            throw new MalformedContentException(TiffFormat.NAME, new ByteRange(pointerAt, 0), "has no directory");
        }
        return new TiffFile(encoding, directories);
    }

    /** The directory at {@code at}, which {@code pointerAt} leads to, without a look at its entries. */
    static Directory directory(HeaderWindow window, Encoding encoding, long pointerAt, long at)
            throws IOException, MalformedContentException {
        if (at > window.length()) {
            throw new MalformedContentException(
                    TiffFormat.NAME, new ByteRange(pointerAt, encoding.offsetLength()), "a directory past the file");
        }
        window.require(at, encoding.entryCountLength(), "a directory");
        long entries = encoding.entryCount(window, at);
        if (entries == 0 || entries > window.length() / encoding.entryLength()) {
            throw new MalformedContentException(
                    TiffFormat.NAME, new ByteRange(at, 0), "a directory of " + entries + " entries");
        }
        long length = encoding.entryCountLength() + entries * encoding.entryLength() + encoding.offsetLength();
        window.require(at, length, "a directory of " + entries + " entries");
        return new Directory(pointerAt, new ByteRange(at, length), entries, Optional.empty());
    }

    private static void claim(NavigableMap<Long, Long> taken, ByteRange range) throws MalformedContentException {
        Map.Entry<Long, Long> before = taken.floorEntry(range.end() - 1);
        if (before != null && before.getValue() > range.start()) {
            throw new MalformedContentException(TiffFormat.NAME, range, "its directories overlap or run in a circle");
        }
        taken.put(range.start(), range.end());
    }

    private static Directory withStore(HeaderWindow window, Encoding encoding, Directory directory)
            throws IOException, MalformedContentException {
        long at = directory.range().start() + encoding.entryCountLength();
        for (long i = 0; i < directory.entries(); i++) {
            if (encoding.u16(window, at) == StoreEntry.TAG) {
                StoreEntry entry = entry(window, encoding, at);
                return new Directory(directory.pointerAt(), directory.range(), directory.entries(), Optional.of(entry));
            }
            at += encoding.entryLength();
        }
        return directory;
    }

    /** Values that fit stand in the entry itself; no store is that short. */
    private static StoreEntry entry(HeaderWindow window, Encoding encoding, long at)
            throws IOException, MalformedContentException {
        ByteRange range = new ByteRange(at, encoding.entryLength());
        ByteRange countField = new ByteRange(at + 4, encoding.offsetLength());
        long count = encoding.offset(window, countField.start());
        long valueAt = countField.end();
        long dataAt = count <= encoding.offsetLength() ? valueAt : encoding.offset(window, valueAt);
        if (dataAt > window.length() || count > window.length() - dataAt) {
            throw new MalformedContentException(
                    TiffFormat.NAME, range, "its manifest store of " + count + " octets ends past the file");
        }
        return new StoreEntry(range, encoding.u16(window, at + 2), countField, new ByteRange(dataAt, count));
    }

    /** The directory whose store counts: the last one, else the first, where earlier versions of C2PA put it. */
    Optional<Directory> storeDirectory() {
        Directory last = last();
        if (last.store().isPresent()) {
            return Optional.of(last);
        }
        return directories.get(0).store().isPresent() ? Optional.of(directories.get(0)) : Optional.empty();
    }

    /** Whether a range shares an octet with the header or a directory. */
    boolean overlapsStructure(ByteRange range) {
        if (range.overlaps(new ByteRange(0, encoding.headerLength()))) {
            return true;
        }
        for (Directory directory : directories) {
            if (range.overlaps(directory.range())) {
                return true;
            }
        }
        return false;
    }

    Directory last() {
        return directories.get(directories.size() - 1);
    }
}
