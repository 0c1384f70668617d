package org.estampille.cose;

/** What the check of one signature found. */
public enum SignatureOutcome {
    /** The private half of the key signed exactly these octets. */
    VERIFIED,
    /** It did not, or the signature is no signature. */
    MISMATCH,
    /** The key is not of a kind, curve or size the algorithm may be used with. */
    UNSUITABLE_KEY
}
