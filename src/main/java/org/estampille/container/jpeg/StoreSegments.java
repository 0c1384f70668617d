package org.estampille.container.jpeg;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Cuts a manifest store into APP11 segments (ISO/IEC 19566-5 clause D.2).
 *
 * @param instance En of all segments
 * @param storeLength octets of the store; its box header is the short one
 */
record StoreSegments(int instance, long storeLength) implements UnaryOperator<Octets> {

    /** Below what a segment could hold, as other writers keep it. */
    private static final int MOST_DATA = 64_000;

    private static final int OVERHEAD = JumbfSegment.PREFIX + JumbfSegment.SHORT_BOX_HEADER;
    private static final int JP = 0x4A50;

    long slotLength() {
        return count() * OVERHEAD + dataLength();
    }

    private long count() {
        return Math.max(1, (dataLength() + MOST_DATA - 1) / MOST_DATA);
    }

    private long dataLength() {
        return storeLength - JumbfSegment.SHORT_BOX_HEADER;
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength || store.uint32At(0) == 1) {
            throw new IllegalArgumentException(
                    "a store of " + storeLength + " octets with a short box header was planned");
        }
        byte[] slot = new byte[Math.toIntExact(slotLength())];
        ByteBuffer out = ByteBuffer.wrap(slot);
        Octets boxHeader = store.slice(0, JumbfSegment.SHORT_BOX_HEADER);
        int at = boxHeader.length();
        for (int sequence = 1; sequence <= count(); sequence++) {
            int data = Math.min(MOST_DATA, store.length() - at);
            out.put((byte) 0xFF).put((byte) Marker.APP11);
            out.putShort((short) (OVERHEAD - 2 + data));
            out.putShort((short) JP).putShort((short) instance).putInt(sequence);
            out.put(boxHeader.asBuffer()).put(store.slice(at, data).asBuffer());
            at += data;
        }
        return Octets.adopt(slot);
    }
}
