package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;

/**
 * Files made of ISO base media boxes. The store stands in a top-level {@code uuid} box after {@code ftyp} and before any
 * {@code moov} or {@code mdat} (C2PA 2.5 clause A.5.2).
 */
public final class BmffFormat implements ContainerFormat {

    /** The name of a part that no box claims. */
    public static final String TRAILING = "trailing";

    @Override
    public FormatTraits traits(AssetFormat format) {
        boolean film = !format.mediaType().startsWith("image/");
        return new FormatTraits(
                "uuid box",
                "C2PA 2.5 A.5",
                true,
                List.of("c2pa.hash.bmff.v3", "c2pa.hash.bmff.v2", "c2pa.hash.data"),
                film ? "Merkle tree above 64 MiB" : "");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        ByteSource source = asset.source();
        BmffFile file = BmffFile.read(source, limits);
        List<Part> parts = new ArrayList<>();
        for (BmffBox box : file.boxes()) {
            parts.add(new Part(box.type(), box.range()));
        }
        file.trailing().ifPresent(range -> parts.add(new Part(TRAILING, range)));
        List<EmbeddedStore> stores = new ArrayList<>();
        List<ContainerMap.Suspicion> suspicions = new ArrayList<>();
        for (ProvenanceBox box : ProvenanceBox.in(source, file)) {
            switch (box.purpose()) {
                case ProvenanceBox.MANIFEST ->
                    stores.add(StoreBox.read(source, box, EmbeddedStore.Role.MANIFEST, limits));
                case ProvenanceBox.ORIGINAL ->
                    stores.add(StoreBox.read(source, box, EmbeddedStore.Role.ORIGINAL, limits));
                case ProvenanceBox.UPDATE -> stores.add(StoreBox.read(source, box, EmbeddedStore.Role.UPDATE, limits));
                case ProvenanceBox.MERKLE -> {
                    if (StoreBox.holdsStore(source, box)) {
                        suspicions.add(new ContainerMap.Suspicion(
                                box.range(), "a manifest store in a C2PA box of purpose 'merkle'"));
                    }
                }
                default ->
                    suspicions.add(new ContainerMap.Suspicion(
                            box.range(), "a C2PA box with the unknown purpose '" + box.purpose() + "'"));
            }
        }
        suspicions.addAll(StoreFields.check(source, file, stores));
        return new ContainerMap(asset.format(), source.length(), parts, stores, suspicions, breakOff(source, file));
    }

    /** Why the octets at the end are no box. */
    private static Optional<ContainerMap.Suspicion> breakOff(ByteSource source, BmffFile file) throws IOException {
        if (file.trailing().isEmpty()) {
            return Optional.empty();
        }
        ByteRange trailing = file.trailing().get();
        try {
            BmffBox.at(new BoxHeaders(source, trailing.end()), trailing.start(), trailing.end(), true);
            return Optional.empty();
        } catch (MalformedContentException e) {
            return Optional.of(new ContainerMap.Suspicion(trailing, e.problem()));
        }
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        return new BmffLayout(asset.source(), wish, limits).lay();
    }

    @Override
    public boolean keepsUpdatesApart() {
        return true;
    }

    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        return new BmffUpdate(asset.source(), map, update, limits).lay();
    }

    /** Still images keep XMP as an item of their {@code meta} box, which is not written here. */
    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        return asset.format().mediaType().startsWith("image/")
                ? new Xmp.Nowhere("the XMP of HEIC and AVIF files is an item among others, which is not written yet")
                : new Xmp.Place(XmpBox.packet(asset.source(), BmffFile.read(asset.source(), limits), limits));
    }
}
