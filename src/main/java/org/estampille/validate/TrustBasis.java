package org.estampille.validate;

import org.estampille.trust.TrustList;

/** On whose word a signer or a time-stamping authority is trusted, or why on nobody's. */
public sealed interface TrustBasis {

    /** An anchor handed in for this run. */
    record Anchors() implements TrustBasis {}

    /**
     * A list the user imported.
     *
     * @param list which
     */
    record List(TrustList.Origin list) implements TrustBasis {}

    /** Some anchor or list was asked, and none vouches for the signer. */
    record Nobody() implements TrustBasis {}

    /** There was nothing to ask: no anchor, no list about claim signers. */
    record NothingToAsk() implements TrustBasis {}
}
