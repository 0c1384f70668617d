package org.estampille.validate;

import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.revocation.OcspSource;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustLists;

/**
 * What a validation depends on besides the asset.
 *
 * @param engine computes hashes and signatures
 * @param anchors whom to trust as signers; none makes every signer untrusted
 * @param timeStampAnchors whom to trust as time-stamping authorities
 * @param at the time "now" stands for
 * @param limits what reading may cost
 * @param threads how many cores one asset may use
 * @param credentials remembers what was found out about certificates
 * @param lists the trust lists the user imported; asked about signers where {@code anchors} know nothing
 * @param ocsp how to reach responders; empty asks none
 */
public record ValidationContext(
        CryptoEngine engine,
        TrustAnchors anchors,
        TrustAnchors timeStampAnchors,
        Instant at,
        ReadLimits limits,
        int threads,
        CertificateCache credentials,
        TrustLists lists,
        Optional<OcspSource> ocsp) {

    /** A context without trust lists that asks nobody outside. */
    public ValidationContext(
            CryptoEngine engine,
            TrustAnchors anchors,
            TrustAnchors timeStampAnchors,
            Instant at,
            ReadLimits limits,
            int threads,
            CertificateCache credentials) {
        this(engine, anchors, timeStampAnchors, at, limits, threads, credentials, TrustLists.none(), Optional.empty());
    }
}
