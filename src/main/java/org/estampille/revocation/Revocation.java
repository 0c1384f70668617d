package org.estampille.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the revocation of a certificate.
 *
 * @param status the outcome
 * @param source where the answer came from; empty without one
 * @param asOf from when the answer is known to be right
 * @param explanation one clause
 */
public record Revocation(Status status, Optional<Source> source, Optional<Instant> asOf, String explanation) {

    /** What was found out. */
    public enum Status {
        NOT_REVOKED,
        REVOKED,
        /** The responder does not know the certificate. */
        UNKNOWN,
        /** Nothing usable came with the file, and nobody was asked. */
        NOT_CHECKED,
        /** A responder was asked and gave no usable answer. */
        INACCESSIBLE,
        /** The certificate names no responder, which counts as not revoked (clause 13.5.2). */
        NO_SERVICE
    }

    /** Where an answer came from. */
    public enum Source {
        /** The header of the signature. */
        STAPLED,
        /** An assertion of some manifest of the store. */
        ASSERTION,
        /** The responder itself. */
        ONLINE
    }

    public static Revocation without(Status status, String explanation) {
        return new Revocation(status, Optional.empty(), Optional.empty(), explanation);
    }
}
