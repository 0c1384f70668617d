package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/** What came out of a claim box. */
public sealed interface ClaimReading permits Claim, IllFormedClaim {

    SuperBox box();
}
