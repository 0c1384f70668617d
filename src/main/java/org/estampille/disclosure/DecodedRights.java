package org.estampille.disclosure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.OutputRightsCodec;

/**
 * What output-rights assertions were decoded to before: the files of one delivery mostly say the same, octet for octet. Safe for
 * use by several threads; empties itself when full.
 */
public final class DecodedRights {

    private final int capacity;
    private final Map<Octets, OutputRights> known = new ConcurrentHashMap<>();

    private DecodedRights(int capacity) {
        this.capacity = capacity;
    }

    /** Remembers about {@code capacity} assertions. */
    public static DecodedRights bounded(int capacity) {
        return new DecodedRights(capacity);
    }

    /** Decodes {@code map}, which was read from {@code octets}. */
    OutputRights of(Octets octets, CborValue.Map map) {
        OutputRights before = known.get(octets);
        if (before != null) {
            return before;
        }
        OutputRights decoded = OutputRightsCodec.decode(map);
        if (known.size() >= capacity) {
            known.clear();
        }
        // A copy, since a slice would keep the whole manifest store in memory.
        known.put(Octets.copyOf(octets.toByteArray()), decoded);
        return decoded;
    }
}
