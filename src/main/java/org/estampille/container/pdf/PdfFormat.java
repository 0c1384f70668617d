package org.estampille.container.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.PartList;
import org.estampille.container.SegmentList;

/**
 * PDF documents. Nothing that is there changes: an incremental update is appended. Taking a store out restores the file where the
 * update that brought it is the last one and was written here; else a further update takes it out of the catalog.
 */
public final class PdfFormat implements ContainerFormat {

    static final String NAME = "PDF";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.data("embedded file, appended", "C2PA 2.5 A.4", "encrypted documents take a sidecar only");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        WatchedSource source = WatchedSource.of(asset.source());
        PdfTail tail = PdfTail.read(source, limits);
        PdfStores stores = new PdfStores(source, limits);
        PdfReader.read(source, true, stores::look);
        PartList parts = new PartList("PDF parts", limits);
        long header = Math.min(source.length(), 8);
        parts.add("header", header);
        for (EmbeddedStore store : stores.stores()) {
            parts.add("body", store.extent().start());
            parts.add(BoxNames.STORE, store.extent().end());
        }
        boolean last = tail.startXref() > parts.end() && tail.startXref() < source.length();
        parts.add("body", last ? tail.startXref() : source.length());
        parts.add("xref", source.length());
        return new ContainerMap(asset.format(), source.length(), parts.toList(), stores.stores(), stores.suspicions());
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        ByteSource base = OwnUpdate.before(asset.source(), map, limits);
        boolean unchanged = wish.storeLength() == 0
                && (base.length() < asset.source().length() || map.stores().isEmpty());
        if (unchanged) {
            SegmentList segments = new SegmentList();
            segments.copy(base.range());
            return Layout.withoutStore(segments.toList());
        }
        StoreStream store = wish.storeLength() == 0 ? new StoreStream(0, 0) : StoreStream.roomyFor(wish.storeLength());
        return PdfUpdate.of(base, store, limits);
    }

    /** The stream keeps its length, which the hard binding covers: an update takes from the zeros behind the store. */
    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        EmbeddedStore store = map.stores().get(0);
        ByteRange present = store.extent();
        boolean plain = store.store().length() + store.padding().length() == present.length();
        if (!plain || update.updatedLength() > present.length()) {
            throw new MalformedContentException(
                    NAME,
                    present,
                    "the embedded file of the manifest store has no room for an update of " + update.updatedLength()
                            + " octets; tag the file anew");
        }
        Optional<Boolean> signed = PdfReader.read(
                WatchedSource.of(asset.source()), true, document -> isSignedFrom(document, present.start()));
        if (signed.orElse(true)) {
            throw new MalformedContentException(
                    NAME, present, "a PDF signature covers the manifest store, which an update would break");
        }
        SegmentList segments = new SegmentList();
        segments.copy(ByteRange.between(0, present.start()));
        segments.slot(present.length());
        segments.copy(ByteRange.between(present.end(), map.length()));
        return new Layout(segments.toList(), new StoreStream(update.updatedLength(), present.length()));
    }

    private static boolean isSignedFrom(PDDocument document, long offset) throws IOException {
        List<PDSignature> signatures = document.getSignatureDictionaries();
        for (PDSignature signature : signatures) {
            int[] range = signature.getByteRange();
            if (range.length != 4 || (long) range[2] + range[3] > offset) {
                return true;
            }
        }
        return false;
    }
}
