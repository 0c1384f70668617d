package org.estampille.jumbf;

import org.estampille.bytes.Octets;

/** A box inside a JUMBF superbox. */
public sealed interface JumbfBox permits SuperBox, ContentBox {

    /** The whole box, header included, as it was read or will be written. */
    Octets octets();
}
