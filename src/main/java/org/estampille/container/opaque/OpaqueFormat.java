package org.estampille.container.opaque;

import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;

/** Any file, as one stretch of octets that nothing can be put into. */
public final class OpaqueFormat implements ContainerFormat {

    private static final String LIMITS = "MXF, OpenEXR, DPX, Matroska, AIFF, JPEG 2000 and all others";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return new FormatTraits(
                "a file beside it",
                "none; external manifest, whole-file binding",
                false,
                List.of("c2pa.hash.data"),
                LIMITS);
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) {
        long length = asset.source().length();
        List<Part> whole = length == 0 ? List.of() : List.of(new Part("file", new ByteRange(0, length)));
        return new ContainerMap(asset.format(), length, whole, List.of(), List.of());
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits) throws MalformedContentException {
        throw new MalformedContentException(
                asset.mediaType(), new ByteRange(0, 0), "nothing can be put into files of this kind; use --sidecar");
    }
}
