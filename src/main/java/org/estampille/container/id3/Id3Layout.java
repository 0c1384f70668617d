package org.estampille.container.id3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;

/** Plans a file with a store as the last frame of its tag, or without any. Other frames and the padding stay as they are. */
final class Id3Layout {

    private static final int NEW_VERSION = 4;

    /** Behind the only frame of a new tag: without it a widespread metadata reader warns of the size of the frame. */
    private static final int NEW_PADDING = 10;

    private final ByteSource source;
    private final Optional<Id3Tag> tag;
    private final long storeLength;
    private final StoreFrame frame;
    private final ReadLimits limits;

    Id3Layout(Asset asset, Optional<Id3Tag> tag, long storeLength, ReadLimits limits) {
        this.source = asset.source();
        this.tag = tag;
        this.storeLength = storeLength;
        this.frame = StoreFrame.roomyFor(storeLength);
        this.limits = limits;
    }

    Layout layout() throws IOException, MalformedContentException {
        SegmentList segments;
        if (tag.isEmpty()) {
            segments = new SegmentList();
            if (storeLength > 0) {
                segments.fresh(header(NEW_VERSION, 0, frame.length() + NEW_PADDING));
                insert(segments, NEW_VERSION);
                segments.fresh(Octets.zeros(NEW_PADDING));
            }
            segments.copy(source.range());
        } else {
            segments = inTag(tag.get());
        }
        return storeLength > 0 ? new Layout(segments.toList(), frame) : Layout.withoutStore(segments.toList());
    }

    private SegmentList inTag(Id3Tag present) throws IOException, MalformedContentException {
        List<Id3Stores.Found> found =
                new Id3Stores(source, limits).look(present).found();
        if (storeLength == 0 && found.isEmpty()) {
            SegmentList unchanged = new SegmentList();
            unchanged.copy(source.range());
            return unchanged;
        }
        if (present.version() == 2) {
            throw refused(
                    present,
                    "the ID3v2.2 tag has no frame for a manifest store; renew it as ID3v2.3, or use --sidecar");
        }
        return present.isUnsynchronisedWhole() ? renewed(present) : patched(present, found);
    }

    private SegmentList patched(Id3Tag present, List<Id3Stores.Found> found) throws MalformedContentException {
        if (present.checked()) {
            throw refused(present, "the ID3 tag carries a CRC that a manifest store would break; use --sidecar");
        }
        List<ByteRange> removed = new ArrayList<>();
        long size = present.body().length();
        for (Id3Stores.Found store : found) {
            removed.add(store.frame().range());
            size -= store.frame().range().length();
        }
        size += storeLength > 0 ? frame.length() : 0;
        boolean nothingLeft = size == NEW_PADDING
                && removed.size() == present.frames().size()
                && present.flags() == 0
                && present.version() == NEW_VERSION;
        SegmentList segments = new SegmentList(patches(present, size));
        if (!nothingLeft) {
            copy(segments, removed, 0, present.framesEnd());
            if (storeLength > 0) {
                insert(segments, present.version());
            }
            copy(segments, removed, present.framesEnd(), present.range().end());
        }
        segments.copy(ByteRange.between(present.range().end(), source.length()));
        return segments;
    }

    /**
     * The flag of the tag says that all frames are unsynchronised (ID3v2.4.0 clause 3.1), which the new one is not: the others say
     * so for themselves.
     */
    private NavigableMap<Long, Octets> patches(Id3Tag present, long size) throws MalformedContentException {
        admit(size);
        NavigableMap<Long, Octets> patches = new TreeMap<>();
        patches.put((long) Id3Tag.SIZE_AT, StoreFrame.syncsafe(size));
        if (present.hasFooter()) {
            patches.put(present.body().end() + Id3Tag.SIZE_AT, StoreFrame.syncsafe(size));
        }
        if (present.isUnsynchronised() && storeLength > 0) {
            Octets flags = Octets.of(present.synchronisedFlags());
            patches.put((long) Id3Tag.FLAGS_AT, flags);
            if (present.hasFooter()) {
                patches.put(present.body().end() + Id3Tag.FLAGS_AT, flags);
            }
            for (Id3Frame other : present.frames()) {
                patches.put(
                        other.range().start() + Id3Frame.HEADER - 1,
                        Octets.of(other.format() | Id3Frame.UNSYNCHRONISED_4));
            }
        }
        return patches;
    }

    /** An ID3v2.3 tag that was unsynchronised as a whole is written anew without that: lengths would follow the signature else. */
    private SegmentList renewed(Id3Tag present) throws IOException, MalformedContentException {
        Octets plain = Unsynchronisation.undo(source.octets(present.body(), limits));
        Id3Tag walked = Id3Walk.synchronised(present, plain, limits);
        if (walked.checked()) {
            throw refused(present, "the ID3 tag carries a CRC that a manifest store would break; use --sidecar");
        }
        List<Octets> kept = new ArrayList<>();
        kept.add(plain.slice(0, (int) walked.framesStart() - Id3Tag.HEADER));
        List<Id3Frame> stores = new Id3Stores(source, limits)
                .look(present).found().stream().map(Id3Stores.Found::frame).toList();
        for (Id3Frame other : walked.frames()) {
            if (!stores.contains(other)) {
                kept.add(plain.slice((int) other.range().start() - Id3Tag.HEADER, (int)
                        other.range().length()));
            }
        }
        Octets frames = Octets.concat(kept);
        Octets padding = plain.from((int) walked.framesEnd() - Id3Tag.HEADER);
        long size = (long) frames.length() + padding.length() + (storeLength > 0 ? frame.length() : 0);
        SegmentList segments = new SegmentList();
        segments.fresh(header(present.version(), present.synchronisedFlags(), size));
        segments.fresh(frames);
        if (storeLength > 0) {
            insert(segments, present.version());
        }
        segments.fresh(padding);
        segments.copy(ByteRange.between(present.range().end(), source.length()));
        return segments;
    }

    private void insert(SegmentList segments, int version) {
        segments.fresh(frame.head(version));
        segments.slot(frame.objectLength());
    }

    private static void copy(SegmentList segments, List<ByteRange> removed, long start, long end) {
        long at = start;
        for (ByteRange range : removed) {
            if (range.start() >= start && range.end() <= end) {
                segments.copy(ByteRange.between(at, range.start()));
                at = range.end();
            }
        }
        segments.copy(ByteRange.between(at, end));
    }

    private static Octets header(int version, int flags, long size) throws MalformedContentException {
        admit(size);
        return Octets.concat(Octets.ofAscii("ID3"), Octets.of(version, 0, flags), StoreFrame.syncsafe(size));
    }

    private static void admit(long size) throws MalformedContentException {
        if (size > Id3Tag.LARGEST) {
            throw new MalformedContentException(
                    Id3Format.NAME, new ByteRange(0, 0), "an ID3 tag holds less than 256 MiB; use --sidecar");
        }
    }

    private static MalformedContentException refused(Id3Tag tag, String cause) {
        return new MalformedContentException(Id3Format.NAME, tag.range(), cause);
    }
}
