package org.estampille.container.tiff;

import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * The value of the tag is the store, whatever the octet order of the file.
 *
 * @param storeLength octets of the store
 */
record StoreValue(long storeLength) implements UnaryOperator<Octets> {

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return store;
    }
}
