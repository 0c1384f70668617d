package org.estampille.revocation;

/** Whether a response says something about a certificate. */
public sealed interface OcspOutcome {

    /**
     * It does, and it is signed by one who may.
     *
     * @param answer what it says
     */
    record Answered(OcspAnswer answer) implements OcspOutcome {}

    /**
     * It does not, or nobody has to believe it.
     *
     * @param reason one clause
     */
    record Unusable(String reason) implements OcspOutcome {}
}
