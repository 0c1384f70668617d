package org.estampille.validate;

import org.estampille.cose.SignatureAlgorithm;
import org.estampille.revocation.Revocation;
import org.estampille.trust.CertificateChain;

/**
 * The holder of the key a claim was signed with, as its certificate says.
 *
 * @param chain leaf first
 * @param algorithm of the signature
 * @param standing what is known of the certificate
 * @param basis what decided whether the certificate is trusted
 * @param revocation what is known about its revocation
 */
public record Signer(
        CertificateChain chain,
        SignatureAlgorithm algorithm,
        Standing standing,
        TrustBasis basis,
        Revocation revocation) {

    /** The name of the algorithm in reports, such as {@code ES256}. */
    public String algorithmName() {
        return algorithm.label();
    }

    /** What is known of a signer's certificate. */
    public enum Standing {
        /** Leads to an anchor of a list the user trusts. */
        TRUSTED,
        /** Leads to no such anchor. */
        UNTRUSTED,
        /** Was not valid at the time that counts. */
        EXPIRED,
        /** Breaks the certificate profile. */
        UNFIT
    }
}
