package org.estampille.validate;

import java.time.Instant;
import java.util.Optional;

/**
 * When a claim was signed.
 *
 * @param stampedAt the time in a time-stamp whose signature and imprint hold
 * @param authority who stamped
 * @param trusted whether the authority leads to an anchor; only then does the time count
 */
public record SigningTime(Optional<Instant> stampedAt, Optional<String> authority, boolean trusted) {

    static final SigningTime UNKNOWN = new SigningTime(Optional.empty(), Optional.empty(), false);

    /** The time that decides about certificates: that of a trusted stamp. */
    Optional<Instant> attested() {
        return trusted ? stampedAt : Optional.empty();
    }
}
