package org.estampille.container.gif;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Makes the application extension of a manifest store: introducer, label, identifier, version, data sub-blocks of at most 255
 * octets, terminator (C2PA 2.5 clause A.3.10).
 *
 * @param storeLength octets of the store
 */
record StoreBlock(long storeLength) implements UnaryOperator<Octets> {

    /** Block size, identifier and major version 1, minor version 0; what follows introducer and label. */
    static final Octets IDENTIFIER = Octets.concat(Octets.of(11), Octets.ofAscii("C2PA_GIF"));

    static final Octets VERSION = Octets.of(1, 0, 0);

    private static final Octets START = Octets.concat(Octets.of(0x21, 0xFF), IDENTIFIER, VERSION);
    private static final int MOST_DATA = 255;

    long slotLength() {
        return START.length() + storeLength + (storeLength + MOST_DATA - 1) / MOST_DATA + 1;
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        byte[] slot = new byte[Math.toIntExact(slotLength())];
        ByteBuffer out = ByteBuffer.wrap(slot);
        out.put(START.asBuffer());
        for (int at = 0; at < store.length(); at += MOST_DATA) {
            int count = Math.min(MOST_DATA, store.length() - at);
            out.put((byte) count).put(store.slice(at, count).asBuffer());
        }
        return Octets.adopt(slot);
    }
}
