package org.estampille.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.TimeStampHeader;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.Manifest;
import org.estampille.revocation.Revocation;
import org.estampille.timestamp.TimeStampToken;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationContext;
import org.junit.jupiter.api.Test;

/** Files with OCSP responses that a real authority gave. */
class RevocationCorpusTest {

    private static final Instant AFTERWARDS = Instant.parse("2025-09-01T00:00:00Z");

    private static ValidatedManifest active(String file, TrustAnchors timeStampAnchors) {
        ValidationContext context = new ValidationContext(
                CryptoEngine.platform(),
                TrustAnchors.empty(),
                timeStampAnchors,
                AFTERWARDS,
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(20));
        return new Verifier(context)
                .verify(SharedCorpus.file(file), file)
                .validation()
                .orElseThrow()
                .active();
    }

    /** The authorities that the time-stamp of a file presents, so that it counts. */
    private static TrustAnchors stampers(Manifest manifest) throws MalformedContentException {
        Octets box = manifest.find(List.of("c2pa.signature"))
                .orElseThrow()
                .content("cbor")
                .orElseThrow();
        TimeStampHeader header = CoseSign1.read(box, ReadLimits.standard()).timeStamp();
        TimeStampToken token = header instanceof TimeStampHeader.OfClaim first
                ? TimeStampToken.ofResponse(first.response())
                : TimeStampToken.read(((TimeStampHeader.OfSignature) header).token());
        List<X509Certificate> authorities =
                new ArrayList<>(CertificateChain.read(token.certificates()).certificates());
        return new TrustAnchors(authorities.subList(1, authorities.size()));
    }

    private static Revocation revocation(ValidatedManifest manifest) {
        return manifest.signer().orElseThrow().revocation();
    }

    @Test
    void a_stapled_answer_counts_once_the_time_stamp_is_trusted() throws IOException, MalformedContentException {
        ValidatedManifest open = active("c2pa-rs/ocsp.jpg", TrustAnchors.empty());
        assertThat(revocation(open).status()).isEqualTo(Revocation.Status.NOT_CHECKED);
        assertThat(open.has(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED)).isTrue();
        ValidatedManifest stamped = active("c2pa-rs/ocsp.jpg", stampers(open.manifest()));
        assertThat(stamped.time().trusted()).isTrue();
        assertThat(stamped.has(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED)).isTrue();
        assertThat(revocation(stamped).source()).contains(Revocation.Source.STAPLED);
    }

    @Test
    void answers_in_header_and_assertion_agree_once_the_time_stamp_is_trusted()
            throws IOException, MalformedContentException {
        ValidatedManifest open = active("c2pa-rs/ocsp_with_assertion.jpg", TrustAnchors.empty());
        ValidatedManifest stamped = active("c2pa-rs/ocsp_with_assertion.jpg", stampers(open.manifest()));
        assertThat(stamped.time().trusted()).isTrue();
        assertThat(revocation(stamped).status()).isEqualTo(Revocation.Status.NOT_REVOKED);
        assertThat(stamped.has(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED)).isTrue();
    }
}
