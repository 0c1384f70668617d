package org.estampille.validate;

/** How far a manifest holds (C2PA 2.5 clause 13.3), and what to say when that could not be found out. */
public enum ValidationState {
    /** The manifest or the asset was altered, or breaks the rules. */
    INVALID,
    /** Something needed for the judgement is outside of what this program can check. */
    INDETERMINATE,
    /** By the rules for its form, without a hard binding or a signature that holds. */
    WELL_FORMED,
    /** Well-formed, unmodified, signed inside the validity of the certificate. */
    VALID,
    /** Valid, and the signer's certificate leads to a trust anchor. */
    TRUSTED;

    public boolean isAtLeast(ValidationState other) {
        return compareTo(other) >= 0;
    }
}
