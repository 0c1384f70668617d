package org.estampille.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.container.bmff.BmffBox;

/**
 * What an exclusion list leaves out of a file.
 *
 * @param wholeBoxes starts of the top-level boxes left out whole
 * @param ranges everything left out, ascending, disjoint
 */
record ExcludedOctets(Set<Long> wholeBoxes, List<ByteRange> ranges) {

    ExcludedOctets {
        wholeBoxes = Set.copyOf(wholeBoxes);
        ranges = merge(ranges);
    }

    private static List<ByteRange> merge(List<ByteRange> ranges) {
        List<ByteRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(ByteRange::start));
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && range.start() <= merged.get(last).end()) {
                ByteRange before = merged.get(last);
                merged.set(last, ByteRange.between(before.start(), Math.max(before.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }

    /** Whether any octet of {@code range} is left out. */
    boolean touches(ByteRange range) {
        int first = firstEndingAfter(range.start());
        return first < ranges.size() && ranges.get(first).start() < range.end();
    }

    /**
     * The hash of some top-level boxes: of each box that is not left out whole its offset in the file, then what is left of it
     * (C2PA 2.5 clause 16.3.2.2).
     */
    DigestPlan plan(List<BmffBox> boxes, HashAlgorithm algorithm) {
        List<DigestPlan.Input> inputs = new ArrayList<>();
        for (BmffBox box : boxes) {
            if (!wholeBoxes.contains(box.range().start())) {
                inputs.add(new DigestPlan.Literal(Octets.u64be(box.range().start())));
                addRest(box.range(), inputs);
            }
        }
        return new DigestPlan(algorithm, inputs);
    }

    private void addRest(ByteRange box, List<DigestPlan.Input> inputs) {
        long at = box.start();
        for (int i = firstEndingAfter(at); i < ranges.size() && ranges.get(i).start() < box.end(); i++) {
            if (ranges.get(i).start() > at) {
                inputs.add(new DigestPlan.FileRange(
                        ByteRange.between(at, ranges.get(i).start())));
            }
            at = ranges.get(i).end();
        }
        if (at < box.end()) {
            inputs.add(new DigestPlan.FileRange(ByteRange.between(at, box.end())));
        }
    }

    private int firstEndingAfter(long offset) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
