package org.estampille.container.id3;

import java.io.IOException;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;
import org.estampille.container.SegmentList;

/**
 * MP3 and FLAC files. The store is a GEOB frame, the last of the ID3v2 tag in front of the sound; a file without a tag gets one of
 * version 2.4. C2PA 2.5 clause A.3.5 names FLAC beside MP3 and has no place in native FLAC; the reference SDK reads and writes the
 * same tag before {@code fLaC}.
 */
public final class Id3Format implements ContainerFormat {

    static final String NAME = "ID3";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.data(
                "GEOB frame of an ID3v2 tag",
                "C2PA 2.5 A.3.5",
                format == AssetFormat.FLAC
                        ? "the tag stands before the native stream, as in the reference SDK"
                        : "an ID3v2.2 tag, or one with a CRC, takes a sidecar only");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        return new Id3Map(asset, limits).map();
    }

    @Override
    public void requireWhole(Asset asset, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException {
        long end = named(map, Id3Map.OLD_TAG).map(ByteRange::start).orElse(map.length());
        if (asset.format() == AssetFormat.FLAC) {
            ByteRange streamInfo = named(map, Id3Map.STREAM_INFO).orElseThrow();
            new WholeFlac(asset.source(), limits)
                    .require(streamInfo, named(map, Id3Map.SOUND).orElse(new ByteRange(end, 0)));
        } else {
            long start = named(map, Id3Map.FRAME_HEADER).orElseThrow().start();
            new WholeMpeg(asset.source(), ByteRange.between(start, end)).require();
        }
    }

    private static Optional<ByteRange> named(ContainerMap map, String name) {
        return map.parts().stream()
                .filter(part -> part.name().equals(name))
                .map(Part::range)
                .findFirst();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        Optional<Id3Tag> tag = new Id3Walk(asset.source(), limits).tag();
        return new Id3Layout(asset, tag, wish.storeLength(), limits).layout();
    }

    /** The object keeps its length, which the hard binding covers: an update takes from the zeros behind the store. */
    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws MalformedContentException {
        EmbeddedStore store = map.stores().get(0);
        ByteRange present = store.extent();
        boolean plain = store.store().length() + store.padding().length() == present.length();
        if (!plain || update.updatedLength() > present.length()) {
            throw new MalformedContentException(
                    NAME,
                    present,
                    "the frame of the manifest store has no room for an update of " + update.updatedLength()
                            + " octets; tag the file anew");
        }
        SegmentList segments = new SegmentList();
        segments.copy(ByteRange.between(0, present.start()));
        segments.slot(present.length());
        segments.copy(ByteRange.between(present.end(), map.length()));
        return new Layout(segments.toList(), new StoreFrame(update.updatedLength(), present.length()));
    }
}
