package org.estampille.tag;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Xmp;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.declaration.DeclarationAssertions;
import org.estampille.xmp.XmpPacket;

/** The XMP a file will have: its own, with what the declaration says of AI. Laid out before anything is hashed. */
final class MetadataPacket {
    private MetadataPacket() {}

    /** Refuses XMP in a file that is not to be touched. */
    static void refuse(TaggingRequest request) throws TaggingRefusedException {
        if (request.additions().xmp() && request.destination() instanceof Destination.Sidecar) {
            throw TaggingRefusedException.conflict("gets a manifest beside it and is not touched; leave out --xmp");
        }
    }

    /** The packet; empty when none is asked for. */
    static Optional<Octets> of(TaggingRequest request, Asset asset, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException, TaggingRefusedException {
        if (!request.additions().xmp()) {
            return Optional.empty();
        }
        Xmp xmp = Containers.of(asset.format()).xmp(asset, map, limits);
        if (xmp instanceof Xmp.Nowhere nowhere) {
            throw TaggingRefusedException.conflict(
                    "cannot be given XMP: " + nowhere.reason() + "; leave out --xmp, the manifest says the same");
        }
        Optional<Octets> packet = xmp instanceof Xmp.Place place ? place.packet() : Optional.empty();
        Set<String> removed = request.additions().anonymous() ? XmpPacket.PROMPTS : Set.of();
        return Optional.of(
                XmpPacket.with(packet, DeclarationAssertions.iptcProperties(request.declaration()), removed));
    }
}
