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
 * @param basis on whose word the authority is trusted; only if on somebody's does the time count
 */
public record SigningTime(
        Optional<Instant> stampedAt,
        Optional<String> authority,
        Optional<X509Certificate> certificate,
        TrustBasis basis) {

    static final SigningTime UNKNOWN =
            new SigningTime(Optional.empty(), Optional.empty(), Optional.empty(), new TrustBasis.Nobody());

    static SigningTime of(TimeStampOutcome outcome, TrustBasis basis) {
        return new SigningTime(outcome.time(), outcome.authority(), outcome.certificate(), basis);
    }

    /** Whether the authority leads to an anchor. */
    public boolean trusted() {
        return basis instanceof TrustBasis.Anchors || basis instanceof TrustBasis.List;
    }

    /** The time that decides about certificates: that of a trusted stamp. */
    Optional<Instant> attested() {
        return trusted() ? stampedAt : Optional.empty();
    }
}
