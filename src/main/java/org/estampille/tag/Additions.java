package org.estampille.tag;

import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * What a tagged file gets beside the signed declaration.
 *
 * @param identity who else stands behind the statements
 * @param xmp whether the AI properties also go into the XMP of the file, before signing
 * @param anonymous whether file names of ingredients are left out
 * @param actions what else was done to the content, written after the actions of the declaration
 */
public record Additions(Optional<HouseIdentity> identity, boolean xmp, boolean anonymous, List<CborValue.Map> actions) {

    public Additions {
        actions = List.copyOf(actions);
    }

    public Additions(Optional<HouseIdentity> identity, boolean xmp, boolean anonymous) {
        this(identity, xmp, anonymous, List.of());
    }

    /** Nothing more. */
    public static final Additions NONE = new Additions(Optional.empty(), false, false);
}
