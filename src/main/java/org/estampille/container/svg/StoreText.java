package org.estampille.container.svg;

import java.util.Base64;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * A manifest store as the text of an element.
 *
 * @param storeLength octets of the store
 */
record StoreText(long storeLength) implements UnaryOperator<Octets> {

    long slotLength() {
        return (storeLength + 2) / 3 * 4;
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return Octets.adopt(Base64.getEncoder().encode(store.toByteArray()));
    }
}
