package org.estampille.container.svg;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;

/**
 * What matters of a scanned SVG file.
 *
 * @param rootTag the start tag of the picture
 * @param rootName its name, with a prefix if it has one
 * @param rootIsEmpty whether the start tag is the whole picture
 * @param metadata elements with that name directly below the picture
 * @param manifests elements that are called a manifest, wherever they stand
 */
record Markup(
        ByteRange rootTag, String rootName, boolean rootIsEmpty, List<Element> metadata, List<Manifest> manifests) {

    /**
     * An element.
     *
     * @param range tags included
     * @param content between the tags; empty for an empty-element tag
     */
    record Element(ByteRange range, ByteRange content) {}

    /**
     * An element called a manifest.
     *
     * @param fault why it holds no store; empty when it may hold one
     */
    record Manifest(Element element, Optional<String> fault) {}

    Markup {
        metadata = List.copyOf(metadata);
        manifests = List.copyOf(manifests);
    }

    /** The manifests in a metadata element. */
    List<Element> within(Element place) {
        return manifests.stream()
                .map(Manifest::element)
                .filter(element -> place.content().contains(element.range()))
                .toList();
    }
}
