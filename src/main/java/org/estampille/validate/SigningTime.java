package org.estampille.validate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.estampille.timestamp.TimeStampOutcome;

/**
 * When a claim was signed.
 *
 * @param stampedAt the time in a time-stamp whose signature and imprint hold
 * @param authority who stamped
 * @param certificate of the authority, where the time-stamp has it
 * @param trusted whether the authority leads to an anchor; only then does the time count
 */
public record SigningTime(
        Optional<Instant> stampedAt,
        Optional<String> authority,
        Optional<X509Certificate> certificate,
        boolean trusted) {

    static final SigningTime UNKNOWN = new SigningTime(Optional.empty(), Optional.empty(), Optional.empty(), false);

    static SigningTime of(TimeStampOutcome outcome, boolean trusted) {
        return new SigningTime(outcome.time(), outcome.authority(), outcome.certificate(), trusted);
    }

    /** The time that decides about certificates: that of a trusted stamp. */
    Optional<Instant> attested() {
        return trusted ? stampedAt : Optional.empty();
    }
}
