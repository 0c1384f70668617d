package org.estampille.container.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;
import org.estampille.container.tiff.Directory.StoreEntry;

/**
 * Plans a TIFF file with a directory for the store at its end, or without any. Where a store was taken away the file ends
 * earlier, or zeros stand: what is behind must not move, since nobody knows all offsets of a raw picture.
 *
 * <p>A directory starts at an even offset. A file of odd length gets one zero before the directory and two behind it; the latter
 * say, when the store is taken out again, that the former was not there.
 */
final class TiffLayout {

    private static final int ODD_MARK = 2;
    private static final Octets JUMBF = Octets.ofAscii("jumb");

    private final ByteSource source;
    private final TiffFile file;
    private final Encoding encoding;
    private final ReadLimits limits;
    private final List<Directory> kept = new ArrayList<>();

    /** What goes, by its start: stores and the directories that held nothing else. */
    private final TreeMap<Long, ByteRange> dropped = new TreeMap<>();

    private final TreeMap<Long, Octets> patches = new TreeMap<>();

    TiffLayout(ByteSource source, TiffFile file, ReadLimits limits) {
        this.source = source;
        this.file = file;
        this.encoding = file.encoding();
        this.limits = limits;
    }

    Layout layout(long storeLength) throws IOException, MalformedContentException {
        for (Directory directory : file.directories()) {
            sort(directory);
        }
        if (kept.isEmpty()) {
            throw new MalformedContentException(
                    TiffFormat.NAME, file.last().range(), "has no directory but that of its manifest");
        }
        long end = source.length();
        for (ByteRange range : dropped.descendingMap().values()) {
            if (range.end() == end) {
                end = range.start();
            } else {
                patches.put(range.start(), Octets.zeros(limits.admit(range.length())));
            }
        }
        int odd = (int) (end & 1);
        long added = end + odd;
        link(storeLength > 0 ? added : 0);
        SegmentList segments = new SegmentList(patches);
        segments.copy(new ByteRange(0, end));
        if (storeLength == 0) {
            return Layout.withoutStore(segments.toList());
        }
        segments.fresh(Octets.concat(
                Octets.zeros(odd), directory(added, odd * ODD_MARK, storeLength), Octets.zeros(odd * ODD_MARK)));
        segments.slot(storeLength);
        return new Layout(segments.toList(), new StoreValue(storeLength));
    }

    private void sort(Directory directory) throws IOException, MalformedContentException {
        boolean onlyStore = directory.store().isPresent() && directory.entries() == 1;
        if (directory.store().isPresent()) {
            StoreEntry entry = directory.store().get();
            drop(entry);
            if (onlyStore) {
                ByteRange range = hasOddMark(directory.range(), entry.data())
                        ? new ByteRange(
                                directory.range().start() - 1, directory.range().length() + 1 + ODD_MARK)
                        : directory.range();
                dropped.put(range.start(), range);
            }
        }
        if (!onlyStore) {
            kept.add(directory);
        }
    }

    /** A value that is no box, or lies where something else does, is somebody else's. */
    private void drop(StoreEntry entry) throws IOException, MalformedContentException {
        ByteRange data = entry.data();
        boolean store = data.length() > JUMBF.length() + 4
                && source.octets(new ByteRange(data.start() + 4, JUMBF.length()), limits)
                        .equals(JUMBF);
        Map.Entry<Long, ByteRange> before = dropped.lowerEntry(data.end());
        boolean free = before == null || before.getValue().end() <= data.start();
        if (store && free && !file.overlapsStructure(data)) {
            dropped.put(data.start(), data);
        }
    }

    private boolean hasOddMark(ByteRange directory, ByteRange data) throws IOException, MalformedContentException {
        return data.end() == source.length()
                && data.start() == directory.end() + ODD_MARK
                && source.octets(new ByteRange(directory.end(), ODD_MARK), limits)
                        .isZero()
                && source.octets(new ByteRange(directory.start() - 1, 1), limits)
                        .isZero()
                && !file.overlapsStructure(new ByteRange(directory.start() - 1, 1));
    }

    /** Chains what is kept, and what is added behind it. */
    private void link(long added) throws IOException, MalformedContentException {
        Directory first = kept.get(0);
        if (first.pointerAt() != encoding.firstPointerAt()) {
            patches.put(
                    (long) encoding.firstPointerAt(),
                    encoding.offset(first.range().start()));
        }
        for (int i = 0; i < kept.size(); i++) {
            boolean last = i == kept.size() - 1;
            Octets next = encoding.offset(last ? added : kept.get(i + 1).range().start());
            Directory directory = kept.get(i);
            if (directory.store().isPresent()) {
                patches.put(directory.range().start(), withoutStore(directory, next));
            } else {
                patches.put(directory.nextPointerAt(encoding), next);
            }
        }
    }

    /** The directory without the entry of the store, in the same place; zeros fill it up. */
    private Octets withoutStore(Directory directory, Octets next) throws IOException, MalformedContentException {
        StoreEntry store = directory.store().orElseThrow();
        long entriesAt = directory.range().start() + encoding.entryCountLength();
        ByteRange before = ByteRange.between(entriesAt, store.range().start());
        ByteRange behind = ByteRange.between(store.range().end(), directory.nextPointerAt(encoding));
        return Octets.concat(
                encoding.entryCount(directory.entries() - 1),
                source.octets(before, limits),
                source.octets(behind, limits),
                next,
                Octets.zeros(encoding.entryLength()));
    }

    /** The directory of the store, to stand at {@code at}, with {@code gap} octets between the two. */
    private Octets directory(long at, int gap, long storeLength) throws MalformedContentException {
        long storeAt = at + encoding.entryCountLength() + encoding.entryLength() + encoding.offsetLength() + gap;
        encoding.offset(storeAt + storeLength);
        return Octets.concat(
                encoding.entryCount(1),
                encoding.u16(StoreEntry.TAG),
                encoding.u16(StoreEntry.UNDEFINED),
                encoding.offset(storeLength),
                encoding.offset(storeAt),
                encoding.offset(0));
    }
}
