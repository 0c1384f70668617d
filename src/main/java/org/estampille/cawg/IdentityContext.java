package org.estampille.cawg;

import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.revocation.OcspSource;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;

/**
 * What the validation of identity assertions depends on besides the manifests.
 *
 * @param engine computes hashes and signatures
 * @param trust whom to trust
 * @param timeStampAnchors whom to trust as time-stamping authorities
 * @param at the time "now" stands for
 * @param limits what reading may cost
 * @param credentials remembers what was found out about certificates
 * @param ocsp how to reach responders; empty asks none
 */
public record IdentityContext(
        CryptoEngine engine,
        IdentityTrust trust,
        TrustAnchors timeStampAnchors,
        Instant at,
        ReadLimits limits,
        CertificateCache credentials,
        Optional<OcspSource> ocsp) {}
