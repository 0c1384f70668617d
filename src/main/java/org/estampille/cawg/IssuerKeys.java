package org.estampille.cawg;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** The keys of the issuer of a credential (clause 8.1.5, obtain the credential issuer's public key). */
final class IssuerKeys {

    private final DidResolver resolver;
    private final CawgFindings findings;

    IssuerKeys(DidResolver resolver, CawgFindings findings) {
        this.resolver = resolver;
        this.findings = findings;
    }

    /** None when they cannot be had, which is a failure then. */
    List<PublicKey> of(String did) {
        DidResolver.Resolution resolution = resolver.resolve(did);
        if (resolution instanceof DidResolver.Found found) {
            Optional<DidDocument> document = DidDocument.read(did, found.content());
            if (document.isPresent()) {
                return document.get().assertionKeys();
            }
            findings.add(CawgCode.ICA_INVALID_DID_DOCUMENT, "no usable assertion key for " + did);
        } else if (resolution instanceof DidResolver.Broken broken) {
            findings.add(CawgCode.ICA_INVALID_DID_DOCUMENT, broken.problem());
        } else if (resolution instanceof DidResolver.Unavailable unavailable) {
            findings.add(CawgCode.ICA_DID_UNAVAILABLE, "no document for " + did);
            if (unavailable.networkNeeded()) {
                findings.add(CawgCode.IDENTITY_NETWORK_TRAFFIC_BLOCKED, "the document was not fetched");
            }
        } else {
            findings.add(CawgCode.ICA_DID_UNSUPPORTED_METHOD, did);
        }
        return List.of();
    }
}
