package org.estampille.manifest;

import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;

/**
 * A {@code c2pa.hash.*} assertion: which octets of the asset the manifest stands for.
 *
 * @param box as read
 * @param content its map
 */
public record BindingAssertion(SuperBox box, CborValue.Map content) implements Assertion {

    /**
     * Whether it counts as the hard binding of a standard manifest (C2PA 2.5 clause 14.10.1.2). {@code c2pa.hash.bmff} without
     * version is to be treated as absent, parts and the multi-asset hash bind nothing by themselves.
     */
    public boolean isHardBinding() {
        return isHardBinding(label().base());
    }

    /** Whether a label without instance suffix names a hard binding. */
    public static boolean isHardBinding(String base) {
        return switch (base) {
            case "c2pa.hash.data",
                    "c2pa.hash.boxes",
                    "c2pa.hash.bmff.v2",
                    "c2pa.hash.bmff.v3",
                    "c2pa.hash.collection.data",
                    "c2pa.hash.segment" -> true;
            default -> false;
        };
    }
}
