package org.estampille.container;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;

/**
 * A file to be written: stretches of the source, new octets, and one slot for the manifest store.
 *
 * @param segments the whole file in order
 * @param wrap turns a store of exactly the length planned for into the octets of the slot
 */
public record Layout(List<Segment> segments, UnaryOperator<Octets> wrap) {

    public Layout {
        segments = List.copyOf(segments);
    }

    /** A layout without a manifest store. */
    public static Layout withoutStore(List<Segment> segments) {
        return new Layout(segments, UnaryOperator.identity());
    }

    /** Octets of the file to be written. */
    public long length() {
        long length = 0;
        for (Segment segment : segments) {
            length += segment.length();
        }
        return length;
    }

    /** Where the slot stands in the file to be written. */
    public Optional<ByteRange> slot() {
        long at = 0;
        for (Segment segment : segments) {
            if (segment instanceof Segment.Slot) {
                return Optional.of(new ByteRange(at, segment.length()));
            }
            at += segment.length();
        }
        return Optional.empty();
    }
}
