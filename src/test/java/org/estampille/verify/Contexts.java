package org.estampille.verify;

import java.time.Instant;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.ValidationContext;

/** Validation contexts for tests. */
public final class Contexts {
    private Contexts() {}

    /** The platform's engine, standard limits, two threads. */
    public static ValidationContext trusting(TrustAnchors anchors, Instant at) {
        return new ValidationContext(
                CryptoEngine.platform(),
                anchors,
                TrustAnchors.empty(),
                at,
                ReadLimits.standard(),
                2,
                CertificateCache.bounded(100));
    }
}
