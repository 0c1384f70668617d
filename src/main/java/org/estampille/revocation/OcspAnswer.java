package org.estampille.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * What an authorised responder said about one certificate (RFC 6960 clause 4.2.1).
 *
 * @param standing of the certificate
 * @param thisUpdate from when this is known to be right
 * @param nextUpdate when newer information will be available; empty when it always is
 * @param producedAt when the responder signed
 * @param revokedAt since when the certificate is revoked
 */
public record OcspAnswer(
        Standing standing,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Instant producedAt,
        Optional<Instant> revokedAt) {

    /** The status of a certificate. */
    public enum Standing {
        GOOD,
        REVOKED,
        /** Revoked with the reason removeFromCRL: it was on hold and no longer is. */
        RELEASED,
        UNKNOWN
    }
}
