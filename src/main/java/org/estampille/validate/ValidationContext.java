package org.estampille.validate;

import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.ContentCache;
import org.estampille.manifest.ManifestStoreReader;
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
 * @param contents remembers what assertions were decoded to, where many files are read within these limits
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
        Optional<ContentCache> contents,
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
        this(
                engine,
                anchors,
                timeStampAnchors,
                at,
                limits,
                threads,
                credentials,
                Optional.empty(),
                TrustLists.none(),
                Optional.empty());
    }

    /** The same context, for many files: what one says in the very octets of another is not decoded again. */
    public ValidationContext remembering(ContentCache known) {
        return new ValidationContext(
                engine, anchors, timeStampAnchors, at, limits, threads, credentials, Optional.of(known), lists, ocsp);
    }

    /** A reader of manifest stores within these limits. */
    public ManifestStoreReader storeReader() {
        return new ManifestStoreReader(limits, contents);
    }
}
