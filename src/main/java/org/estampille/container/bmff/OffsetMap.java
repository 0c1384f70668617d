package org.estampille.container.bmff;

import java.util.List;
import org.estampille.bytes.ByteRange;

/**
 * Where each octet of the source file stands in the file to be written.
 *
 * <p>An offset into a box that is left out maps to what follows it. An offset past the end of the source maps to itself: it never
 * meant anything in this file. Offsets into the inside of a box that changes its length are as exact as its start.
 */
final class OffsetMap implements Relocation {

    /**
     * One top-level box and where it goes.
     *
     * @param source where it stands now; the moves cover the source without gaps
     * @param headerLength octets of its header now
     * @param target where it will start
     * @param growth octets its header gains
     * @param dropped whether it is left out
     * @param preface octets put in just before it that belong to it
     */
    record Move(ByteRange source, int headerLength, long target, int growth, boolean dropped, long preface) {

        private long map(long offset) {
            long inside = offset - source.start();
            return dropped ? target : target + inside + (inside < headerLength ? 0 : growth);
        }
    }

    private final List<Move> moves;
    private final long sourceLength;
    private final long targetLength;

    OffsetMap(List<Move> moves, long sourceLength, long targetLength) {
        this.moves = List.copyOf(moves);
        this.sourceLength = sourceLength;
        this.targetLength = targetLength;
    }

    @Override
    public long media(long offset) {
        return place(offset);
    }

    @Override
    public long place(long offset) {
        if (offset >= sourceLength || offset < 0) {
            return offset == sourceLength ? targetLength : offset;
        }
        return at(offset).map(offset);
    }

    @Override
    public long segment(long offset) {
        if (offset >= sourceLength || offset < 0) {
            return place(offset);
        }
        Move move = at(offset);
        return offset == move.source().start() ? move.target() - move.preface() : move.map(offset);
    }

    private Move at(long offset) {
        int low = 0;
        int high = moves.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (moves.get(middle).source().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return moves.get(low);
    }

    @Override
    public boolean knows(long offset) {
        return offset >= 0 && offset <= sourceLength;
    }
}
