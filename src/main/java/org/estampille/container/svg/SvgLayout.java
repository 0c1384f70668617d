package org.estampille.container.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;
import org.estampille.container.svg.Markup.Element;

/**
 * Plans an SVG file with a store at the start of its metadata, or without any. A metadata element that holds a manifest and not
 * one octet more was made for it and goes with it; so an empty one of the author is left alone, and the store gets its own. A
 * picture of one empty-element tag gets an end tag, and a blank in the tag of the metadata says so: without the store it is one
 * tag again.
 */
final class SvgLayout {

    private static final String START = "<c2pa:manifest xmlns:c2pa=\"http://c2pa.org/manifest\">";
    private static final String END = "</c2pa:manifest>";

    private final Octets octets;
    private final Markup markup;

    /** Elements that go, by their start. */
    private final TreeMap<Long, ByteRange> removed = new TreeMap<>();

    private Optional<Element> place = Optional.empty();

    SvgLayout(Octets octets, Markup markup) {
        this.octets = octets;
        this.markup = markup;
        for (Markup.Manifest manifest : markup.manifests()) {
            ByteRange range = manifest.element().range();
            removed.put(range.start(), range);
        }
        for (Element metadata : markup.metadata()) {
            look(metadata);
        }
    }

    private void look(Element metadata) {
        List<Element> manifests = markup.within(metadata);
        long rest = metadata.content().length();
        for (Element manifest : manifests) {
            rest -= manifest.range().length();
        }
        if (rest == 0 && !manifests.isEmpty()) {
            for (Element manifest : manifests) {
                removed.remove(manifest.range().start());
            }
            removed.put(metadata.range().start(), metadata.range());
        } else if (rest > 0 && place.isEmpty()) {
            place = Optional.of(metadata);
        }
    }

    Layout layout(long storeLength) {
        SegmentList segments = new SegmentList();
        Optional<ByteRange> wasEmpty = contentOfOnce();
        if (storeLength == 0) {
            if (wasEmpty.isPresent()) {
                segments.copy(ByteRange.between(0, wasEmpty.get().start() - ">".length()));
                segments.fresh(latin1("/>"));
                segments.copy(ByteRange.between(wasEmpty.get().end(), octets.length()));
            } else {
                copy(segments, 0, octets.length());
            }
            return Layout.withoutStore(segments.toList());
        }
        StoreText text = new StoreText(storeLength);
        boolean empty = markup.rootIsEmpty();
        List<String> around = new ArrayList<>(List.of(START, END));
        long at = markup.rootTag().end();
        if (place.isPresent()) {
            at = place.get().content().start();
        } else {
            around.set(0, "<" + metadata() + (empty || wasEmpty.isPresent() ? " >" : ">") + START);
            around.set(1, END + "</" + metadata() + ">");
        }
        copy(segments, 0, empty ? at - "/>".length() : at);
        segments.fresh(latin1((empty ? ">" : "") + around.get(0)));
        segments.slot(text.slotLength());
        segments.fresh(latin1(around.get(1) + (empty ? endTag() : "")));
        copy(segments, at, octets.length());
        return new Layout(segments.toList(), text);
    }

    private String metadata() {
        String prefix = Tag.prefix(markup.rootName());
        return prefix.isEmpty() ? "metadata" : prefix + ":metadata";
    }

    private String endTag() {
        return "</" + markup.rootName() + ">";
    }

    /** What stands behind the tag of a picture that was an empty one: a metadata element that goes, and the end tag, no more. */
    private Optional<ByteRange> contentOfOnce() {
        long start = markup.rootTag().end();
        return Optional.ofNullable(removed.get(start))
                .filter(first -> reads(start, "<" + metadata() + " >") && reads(first.end(), endTag()))
                .map(first -> ByteRange.between(start, first.end() + endTag().length()));
    }

    private boolean reads(long at, String text) {
        return octets.from((int) at).startsWith(latin1(text));
    }

    /** Names may have letters beyond ASCII; they were read octet by octet and are written so. */
    private static Octets latin1(String text) {
        return Octets.adopt(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private void copy(SegmentList segments, long start, long end) {
        long at = start;
        for (ByteRange range : removed.subMap(start, end).values()) {
            if (range.start() >= at) {
                segments.copy(ByteRange.between(at, range.start()));
                at = range.end();
            }
        }
        segments.copy(ByteRange.between(at, Math.max(at, end)));
    }
}
