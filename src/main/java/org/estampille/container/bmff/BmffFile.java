package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.PartList;

/**
 * The top level of a file.
 *
 * @param boxes in file order, without gaps except a slot
 * @param trailing octets at the end that cannot be a box, such as a box cut short; no binding may accept them
 */
public record BmffFile(List<BmffBox> boxes, Optional<ByteRange> trailing) {

    public BmffFile {
        boxes = List.copyOf(boxes);
    }

    /**
     * Reads the headers of the top level.
     *
     * @throws MalformedContentException when the file does not even start with a box
     */
    public static BmffFile read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        List<BmffBox> boxes = new ArrayList<>();
        Optional<ByteRange> trailing = boxes(source, 0, source.length(), boxes, limits);
        if (boxes.isEmpty()) {
            throw new MalformedContentException("BMFF", source.range(), "the file does not start with a box");
        }
        return new BmffFile(boxes, trailing);
    }

    /**
     * Reads a planned file in which {@code slot} is the room for the box that will hold the manifest store; that box is not among
     * the result.
     *
     * @throws MalformedContentException when a box runs into the slot
     */
    public static BmffFile read(ByteSource source, ByteRange slot, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<BmffBox> boxes = new ArrayList<>();
        Optional<ByteRange> beforeSlot = boxes(source, 0, slot.start(), boxes, limits);
        if (beforeSlot.isPresent()) {
            throw new MalformedContentException("BMFF", beforeSlot.get(), "octets before the slot that are no box");
        }
        Optional<ByteRange> trailing = boxes(source, slot.end(), source.length(), boxes, limits);
        return new BmffFile(boxes, trailing);
    }

    /** Whether the file holds movie fragments. */
    public boolean fragmented() {
        return !named("moof").isEmpty();
    }

    /** The top-level boxes of one type. */
    public List<BmffBox> named(String type) {
        List<BmffBox> found = new ArrayList<>();
        for (BmffBox box : boxes) {
            if (box.type().equals(type)) {
                found.add(box);
            }
        }
        return found;
    }

    private static Optional<ByteRange> boxes(
            ByteSource source, long from, long end, List<BmffBox> boxes, ReadLimits limits)
            throws IOException, MalformedContentException {
        BoxHeaders headers = new BoxHeaders(source, end);
        long at = from;
        while (at < end) {
            PartList.admit("boxes", boxes.size() + 1L, limits);
            Optional<BmffBox> box = box(headers, at, end);
            if (box.isEmpty()) {
                return Optional.of(ByteRange.between(at, end));
            }
            boxes.add(box.get());
            at = box.get().range().end();
        }
        return Optional.empty();
    }

    private static Optional<BmffBox> box(BoxHeaders headers, long at, long end) throws IOException {
        try {
            return Optional.of(BmffBox.at(headers, at, end, true));
        } catch (MalformedContentException noBox) {
            return Optional.empty();
        }
    }
}
