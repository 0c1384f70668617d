package org.estampille.tag;

import java.util.Optional;

/**
 * What a tagged file gets beside the signed declaration.
 *
 * @param identity who else stands behind the statements
 * @param xmp whether the AI properties also go into the XMP of the file, before signing
 * @param anonymous whether file names of ingredients are left out
 */
public record Additions(Optional<HouseIdentity> identity, boolean xmp, boolean anonymous) {

    /** Nothing more. */
    public static final Additions NONE = new Additions(Optional.empty(), false, false);
}
