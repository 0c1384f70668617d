package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.xmp.XmpPacket;

/** What a file says of prompts outside of its manifests, where no profile and no redaction reaches. */
public final class OutsidePrompts {

    /** The property that names a person. */
    public static final String WRITER = "AIPromptWriterName";

    private OutsidePrompts() {}

    /** Prompts and their writers in the file's XMP, by the name of the property; none where there is no XMP that can be read. */
    public static Map<String, String> inXmp(Path file, ReadLimits limits) throws IOException {
        try (FileSource source = FileSource.open(file)) {
            Asset asset = Assets.detect(file, source);
            ContainerFormat format = Containers.of(asset.format());
            ContainerMap map = format.map(asset, limits);
            Optional<Octets> packet = format.xmp(asset, map, limits) instanceof ContainerFormat.Xmp.Place place
                    ? place.packet()
                    : Optional.empty();
            return packet.isPresent() ? XmpPacket.prompts(packet.get()) : Map.of();
        } catch (MalformedContentException | TaggingRefusedException unread) {
            return Map.of();
        }
    }
}
