package org.estampille.container.id3;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Makes the GEOB frame of a manifest store (ID3v2.4.0 clause 4.15). The object is the store and zeros: the hard binding leaves the
 * object out and nothing else, so that updates find room without any size that is hashed changing.
 *
 * @param storeLength octets of the store
 * @param objectLength octets of the object
 */
record StoreFrame(long storeLength, long objectLength) implements UnaryOperator<Octets> {

    /** Media types of a store: today's, and that of earlier versions (C2PA 2.5 clause 11.8). */
    private static final Set<String> MEDIA_TYPES = Set.of("application/c2pa", "application/x-c2pa-manifest-store");

    /** Room for two or three update manifests with certificates and time-stamps. */
    static final int RESERVE = 48 << 10;

    private static final int WIDE_1 = 1;
    private static final int WIDE_2 = 2;

    /** Encoding (ISO 8859-1), media type, file name, description. */
    private static final Octets FIELDS =
            Octets.concat(Octets.of(0), Octets.ofAscii("application/c2pa\0c2pa\0c2pa manifest store\0"));

    static StoreFrame roomyFor(long storeLength) {
        return new StoreFrame(storeLength, storeLength + RESERVE);
    }

    /** Octets of the whole frame. */
    long length() {
        return Id3Frame.HEADER + FIELDS.length() + objectLength;
    }

    /** Everything before the object. */
    Octets head(int version) {
        long size = FIELDS.length() + objectLength;
        Octets length = version == 4 ? syncsafe(size) : Octets.u32be(size);
        return Octets.concat(Octets.ofAscii("GEOB"), length, Octets.zeros(2), FIELDS);
    }

    static Octets syncsafe(long size) {
        return Octets.of(
                (int) (size >> 21) & 0x7F, (int) (size >> 14) & 0x7F, (int) (size >> 7) & 0x7F, (int) size & 0x7F);
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        return Octets.concat(store, Octets.zeros((int) (objectLength - store.length())));
    }

    /** Where the object starts in the content of a GEOB frame with a manifest store; empty for other frames. */
    static Optional<Integer> objectStart(Octets content) {
        int typeEnd = content.length() < 2 ? -1 : end(content, 1, false);
        if (typeEnd < 0 || !MEDIA_TYPES.contains(content.slice(1, typeEnd - 2).latin1())) {
            return Optional.empty();
        }
        boolean wide = content.at(0) == WIDE_1 || content.at(0) == WIDE_2;
        int nameEnd = end(content, typeEnd, wide);
        int descriptionEnd = nameEnd < 0 ? -1 : end(content, nameEnd, wide);
        return descriptionEnd < 0 ? Optional.empty() : Optional.of(descriptionEnd);
    }

    /** Behind the text that starts at {@code from}, its end mark included; negative where it has none. */
    private static int end(Octets content, int from, boolean wide) {
        int step = wide ? 2 : 1;
        for (int at = from; at + step <= content.length(); at += step) {
            if (content.at(at) == 0 && (!wide || content.at(at + 1) == 0)) {
                return at + step;
            }
        }
        return -1;
    }
}
