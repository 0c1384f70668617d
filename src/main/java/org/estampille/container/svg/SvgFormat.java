package org.estampille.container.svg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.PartList;
import org.estampille.container.SegmentList;

/**
 * SVG files. The store is the base64 text of an element in the metadata of the picture (C2PA 2.5 clause A.3.3). Its slot is the
 * text alone, so that the tags around it are hashed.
 */
public final class SvgFormat implements ContainerFormat {

    static final String NAME = "SVG";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.data(
                "c2pa:manifest element in metadata",
                "C2PA 2.5 A.3.3",
                "not UTF-16, below 64 MiB; the clause prefers --sidecar");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        Octets octets = asset.source().octets(asset.source().range(), limits);
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        PartList parts = new PartList("C2PA manifest elements", limits);
        for (Markup.Manifest manifest : new MarkupScan(octets, limits).scan().manifests()) {
            ByteRange content = manifest.element().content();
            Optional<Octets> store = manifest.fault().isPresent() ? Optional.empty() : store(octets, content, limits);
            if (store.isPresent()) {
                parts.add("markup", content.start());
                parts.add("c2pa:manifest", content.end());
                stores.add(EmbeddedStore.split(List.of(content), store.get(), EmbeddedStore.Role.MANIFEST));
            } else {
                String fault = manifest.fault().orElse("a C2PA manifest element whose text is not base64");
                suspicions.add(new Suspicion(manifest.element().range(), fault));
            }
        }
        parts.add("markup", octets.length());
        return new ContainerMap(asset.format(), octets.length(), parts.toList(), stores, suspicions);
    }

    private static Optional<Octets> store(Octets octets, ByteRange content, ReadLimits limits)
            throws LimitExceededException {
        LimitExceededException.check("manifest store", content.length() / 4 * 3, limits.manifestStore());
        String text =
                octets.slice((int) content.start(), (int) content.length()).latin1();
        try {
            return Optional.of(Octets.adopt(Base64.getDecoder().decode(withoutBlanks(text))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutBlanks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets octets = asset.source().octets(asset.source().range(), limits);
        return new SvgLayout(octets, new MarkupScan(octets, limits).scan()).layout(wish.storeLength());
    }

    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits) {
        ByteRange present = map.stores().get(0).extent();
        StoreText text = new StoreText(update.updatedLength());
        SegmentList segments = new SegmentList();
        segments.copy(new ByteRange(0, present.start()));
        segments.slot(text.slotLength());
        segments.copy(ByteRange.between(present.end(), map.length()));
        return new Layout(segments.toList(), text);
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) {
        return new Xmp.Nowhere("the XMP of an SVG file is markup among other markup, which is not written here");
    }
}
