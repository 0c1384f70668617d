package org.estampille.cawg;

import java.util.Set;
import org.estampille.trust.TrustAnchors;

/**
 * Whom the user trusts to vouch for named actors; never the same question as whom to trust as signers of claims.
 *
 * @param anchors authorities and single certificates trusted for {@code cawg.x509.cose}
 * @param issuers DIDs of trusted aggregators; with none the question is left open, since no list of them exists (clause 8.1.5)
 * @param dids finds DID documents
 */
public record IdentityTrust(TrustAnchors anchors, Set<String> issuers, DidResolver dids) {

    public IdentityTrust {
        issuers = Set.copyOf(issuers);
    }

    /** Nobody, and no documents. */
    public static IdentityTrust none() {
        return new IdentityTrust(TrustAnchors.empty(), Set.of(), DidDocuments.none());
    }
}
