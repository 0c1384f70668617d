package org.estampille.container.riff;

import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Makes the {@code C2PA} chunk of a manifest store, padded to an even length.
 *
 * @param storeLength octets of the store
 */
record StoreChunk(long storeLength) implements UnaryOperator<Octets> {

    /** Octets in the file; 0 when there is no store. */
    long slotLength() {
        return storeLength == 0 ? 0 : RiffChunk.HEADER + storeLength + (storeLength & 1);
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return Octets.concat(Octets.ofAscii(RiffChunk.STORE), Octets.u32le(storeLength), store, Octets.zeros((int)
                (storeLength & 1)));
    }
}
