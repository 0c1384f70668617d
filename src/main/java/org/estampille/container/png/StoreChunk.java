package org.estampille.container.png;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.estampille.bytes.Octets;

/**
 * Makes the {@code caBX} chunk of a manifest store: length, type, data, CRC of type and data.
 *
 * @param storeLength octets of the store
 */
record StoreChunk(long storeLength) implements UnaryOperator<Octets> {

    static final String TYPE = "caBX";

    private static final Octets TYPE_OCTETS = Octets.ofAscii(TYPE);

    long slotLength() {
        return PngWalk.CHUNK_OVERHEAD + storeLength;
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return Octets.concat(Octets.u32be(storeLength), TYPE_OCTETS, store, Octets.u32be(crc(store)));
    }

    /** The CRC of a {@code caBX} chunk with that data. */
    static long crc(Octets data) {
        CRC32 crc = new CRC32();
        crc.update(TYPE_OCTETS.asBuffer());
        ByteBuffer buffer = data.asBuffer();
        crc.update(buffer);
        return crc.getValue();
    }
}
