package org.estampille.container.pdf;

import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Makes the content of the embedded file: the store and zeros. The hard binding leaves the content out and nothing else, so that
 * updates find room without the length of the stream changing.
 *
 * @param storeLength octets of the store
 * @param streamLength octets of the stream
 */
record StoreStream(long storeLength, long streamLength) implements UnaryOperator<Octets> {

    /** Room for two or three update manifests with certificates and time-stamps. */
    static final int RESERVE = 48 << 10;

    static StoreStream roomyFor(long storeLength) {
        return new StoreStream(storeLength, storeLength + RESERVE);
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return Octets.concat(store, Octets.zeros((int) (streamLength - store.length())));
    }
}
