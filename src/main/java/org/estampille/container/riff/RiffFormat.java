package org.estampille.container.riff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * RIFF files. The store is the last chunk of the first form (C2PA 2.5 clause A.3.9). A WebP file in the simple layout stays in
 * it: the clause asks for no {@code VP8X} chunk, decoders of the simple layout skip what follows the picture, and the picture
 * comes back octet for octet when the store is taken out.
 */
public final class RiffFormat implements ContainerFormat {

    static final String NAME = "RIFF";

    private static final Set<String> LONG_FORMS = Set.of("RF64", "BW64");

    @Override
    public FormatTraits traits(AssetFormat format) {
        String carrier = "C2PA chunk";
        return format == AssetFormat.RF64
                ? FormatTraits.boxes(
                        carrier,
                        "none; as for RIFF",
                        "outside C2PA 2.5: other validators may not read it, --sidecar is safer")
                : FormatTraits.boxes(
                        carrier,
                        "C2PA 2.5 A.3.9",
                        format == AssetFormat.AVI ? "the first form below 4 GiB" : "below 4 GiB");
    }

    /** The size of the file, which stands in the header of the first form, or in its ds64 chunk where that says so. */
    @Override
    public List<ByteRange> lengthFields(Asset asset, Optional<ByteRange> store, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (asset.source().length() < RiffForm.HEADER) {
            return List.of();
        }
        Octets head = asset.source().octets(new ByteRange(0, RiffForm.HEADER), limits);
        String id = head.slice(0, RiffForm.SIZE_AT).latin1();
        boolean inDs64 = head.slice(RiffForm.SIZE_AT, 4).equals(Octets.u32le(LongSizes.IN_DS64));
        if (LONG_FORMS.contains(id) && inDs64) {
            return List.of(new ByteRange(LongSizes.RIFF_SIZE_AT, 8));
        }
        return id.equals("RIFF") || LONG_FORMS.contains(id) ? List.of(new ByteRange(RiffForm.SIZE_AT, 4)) : List.of();
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        List<RiffForm> forms = new RiffWalk(asset.format(), asset.source(), limits).forms();
        PartList parts = new PartList("RIFF chunks", limits);
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        for (RiffForm form : forms) {
            parts.add(form.type(), form.range().start() + RiffForm.HEADER);
            for (RiffChunk chunk : form.chunks()) {
                parts.add(chunk.name(), chunk.range().end());
                if (chunk.isStore() && form.isFirst()) {
                    stores.add(store(asset, chunk, limits));
                } else if (chunk.isStore()) {
                    suspicions.add(new Suspicion(chunk.range(), "a C2PA chunk stands outside the first RIFF form"));
                }
            }
            parts.add("extraneous", form.range().end());
        }
        parts.add("trailing", asset.source().length());
        return new ContainerMap(asset.format(), asset.source().length(), parts.toList(), stores, suspicions);
    }

    private static EmbeddedStore store(Asset asset, RiffChunk chunk, ReadLimits limits)
            throws IOException, MalformedContentException {
        LimitExceededException.check("manifest store", chunk.data().length(), limits.manifestStore());
        ByteRange payload =
                ByteRange.between(chunk.data().start(), chunk.range().end());
        Octets octets = asset.source().octets(payload, limits);
        return EmbeddedStore.split(List.of(chunk.range()), octets, EmbeddedStore.Role.MANIFEST);
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<RiffForm> forms = new RiffWalk(asset.format(), asset.source(), limits).forms();
        return new RiffLayout(asset, forms, wish).layout(limits);
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        RiffForm form =
                new RiffWalk(asset.format(), asset.source(), limits).forms().get(0);
        if (!XmpChunk.hasPlace(form)) {
            return new Xmp.Nowhere("a WebP file in the simple layout has no place for XMP");
        }
        Optional<RiffChunk> chunk = XmpChunk.find(form);
        return new Xmp.Place(
                chunk.isPresent()
                        ? Optional.of(asset.source().octets(chunk.get().data(), limits))
                        : Optional.empty());
    }
}
