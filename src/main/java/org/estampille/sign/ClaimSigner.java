package org.estampille.sign;

import org.estampille.bytes.Octets;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.trust.CertificateChain;

/** Somebody who can sign claims. The key may be in memory, in a token or in another process. Safe for use by several threads. */
public interface ClaimSigner {

    /** How signatures are made. */
    SignatureAlgorithm algorithm();

    /** The signer's certificate and those above it, without the trust anchor (C2PA 2.5 clause 13.5). */
    CertificateChain chain();

    /**
     * A signature over {@code toBeSigned} in the form COSE wants, ECDSA as r and s side by side.
     *
     * @throws SigningException when the key cannot be used
     */
    Octets sign(Octets toBeSigned) throws SigningException;
}
