package org.estampille.cawg;

import java.util.List;
import java.util.Optional;
import org.estampille.trust.CertificateChain;

/** What an identity assertion shows of the named actor. What it says is only true as far as the standing goes. */
public sealed interface IdentityCredential {

    /**
     * A certificate of the named actor (clause 8.2).
     *
     * @param chain leaf first
     */
    record X509(CertificateChain chain) implements IdentityCredential {}

    /**
     * Identities an aggregator verified (clause 8.1).
     *
     * @param issuer the DID of the aggregator; empty when it states none
     * @param identities what it verified
     */
    record Aggregation(Optional<String> issuer, List<VerifiedIdentity> identities) implements IdentityCredential {
        public Aggregation {
            identities = List.copyOf(identities);
        }
    }

    /**
     * One identity inside an aggregation.
     *
     * @param type how it was verified, such as {@code cawg.social_media}
     * @param name display name, or user name where there is no display name
     * @param provider who knows the named actor under that name
     */
    record VerifiedIdentity(String type, Optional<String> name, Optional<String> provider) {}
}
