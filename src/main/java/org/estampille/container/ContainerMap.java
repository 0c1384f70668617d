package org.estampille.container;

import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;

/**
 * What a file is made of. The parts follow one another from the first octet to the last, without gap or overlap.
 *
 * @param format of the file
 * @param length of the file
 * @param parts the whole file, top level only
 * @param stores manifest stores found, in file order; C2PA allows one
 * @param suspicions sentences' worth of facts that a validator must not overlook, such as a C2PA box with an unknown purpose
 * @param breakOff where the structure breaks off before the end of the file, as a file cut short does; a binding may still say
 *     what became of such a file, nothing else can
 */
public record ContainerMap(
        AssetFormat format,
        long length,
        List<Part> parts,
        List<EmbeddedStore> stores,
        List<Suspicion> suspicions,
        Optional<Suspicion> breakOff) {

    /** A map of a file whose structure reaches its end. */
    public ContainerMap(
            AssetFormat format, long length, List<Part> parts, List<EmbeddedStore> stores, List<Suspicion> suspicions) {
        this(format, length, parts, stores, suspicions, Optional.empty());
    }

    /**
     * Something that looks like a manifest store and is not a usable one, or a place where the structure breaks off.
     *
     * @param where it stands
     * @param what is odd, one clause without a full stop
     */
    public record Suspicion(ByteRange where, String what) {}

    public ContainerMap {
        parts = List.copyOf(parts);
        stores = List.copyOf(stores);
        suspicions = List.copyOf(suspicions);
        long at = 0;
        for (Part part : parts) {
            if (part.range().start() != at) {
                throw new IllegalStateException("gap or overlap before part " + part);
            }
            at = part.range().end();
        }
        if (at != length) {
            throw new IllegalStateException("the parts end at " + at + ", the file at " + length);
        }
    }
}
