package org.estampille.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a time-stamp proves (C2PA 2.5 clause 14.8.2).
 *
 * @param kind the first thing that is wrong with it, or that nothing is
 * @param time the attested time; present as soon as the token could be read, so do not rely on it unless validated
 * @param authority the name in the stamper's certificate
 * @param certificate the stamper's own, where the token has it
 * @param anchor the trust anchor its chain leads to; never one unless validated
 * @param explanation one clause; empty when validated
 */
public record TimeStampOutcome(
        Kind kind,
        Optional<Instant> time,
        Optional<String> authority,
        Optional<X509Certificate> certificate,
        Optional<X509Certificate> anchor,
        String explanation) {

    /** In the order the checks are made. */
    public enum Kind {
        /** Not a time-stamp at all, or one without an imprint. */
        MALFORMED,
        /** Made with algorithms or a certificate that cannot be relied on, or by nobody the trust anchors vouch for. */
        UNTRUSTED,
        /** Its own signature is wrong, or it stamps something else. */
        MISMATCH,
        /** The attested time is outside the validity of the authority's certificates. */
        OUTSIDE_VALIDITY,
        /** Everything holds; see {@link TimeStampOutcome#trusted()} where no anchors were given. */
        VALIDATED
    }

    static TimeStampOutcome malformed(String explanation) {
        return new TimeStampOutcome(
                Kind.MALFORMED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), explanation);
    }

    /** Whether its chain leads to a trust anchor. */
    public boolean trusted() {
        return anchor.isPresent();
    }

    public boolean isValidated() {
        return kind == Kind.VALIDATED;
    }
}
