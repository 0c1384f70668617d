package org.estampille.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.estampille.SharedCorpus;
import org.estampille.bytes.ReadLimits;
import org.estampille.cawg.DidDocuments;
import org.estampille.cawg.IdentityTrust;
import org.estampille.crypto.CryptoEngine;
import org.estampille.report.JsonReport;
import org.estampille.report.Language;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.ValidationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of the people behind a file, and when it says nothing. */
class IdentitiesTest {

    private static final String FILE = "cawg/generated/identity-1.2/assets/x509-es256-jpeg.jpg";
    private static final String LIST = "cawg/generated/identity-1.2/trust/cawg-allowed.pem";

    private static VerificationReport verify(Path file, IdentityTrust trust) {
        ValidationContext context = new ValidationContext(
                CryptoEngine.platform(),
                TrustAnchors.empty(),
                TrustAnchors.empty(),
                Instant.parse("2026-08-06T00:00:00Z"),
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(10));
        return new Verifier(context, trust).verify(file, "a.jpg");
    }

    private static IdentityTrust listed() throws Exception {
        return new IdentityTrust(TrustAnchors.ofPem(SharedCorpus.text(LIST)), Set.of(), DidDocuments.none());
    }

    @Test
    void trust_in_an_identity_is_no_trust_in_the_signer() throws Exception {
        VerificationReport report = verify(SharedCorpus.file(FILE), listed());
        assertThat(report.state()).isEqualTo(VerificationReport.State.VALID);
        assertThat(new TextReport(Language.ENGLISH).card(report))
                .contains("Identity   verified: CAWG Identity 1.2 ES256 Test Actor");
        assertThat(new JsonReport().line(report))
                .contains(
                        "\"identity\":[{\"label\":\"cawg.identity\"", "\"trust\":\"trusted\"", "cawg.identity.trusted");
    }

    @Test
    void nobody_is_called_verified_whom_nobody_vouches_for() {
        VerificationReport report = verify(SharedCorpus.file(FILE), IdentityTrust.none());
        assertThat(new TextReport(Language.ENGLISH).card(report))
                .contains("Identity   declared by CAWG Identity 1.2 ES256 Test Actor")
                .doesNotContain("verified:");
    }

    @Test
    void a_file_that_was_changed_shows_nobody(@TempDir Path folder) throws Exception {
        byte[] octets = Files.readAllBytes(SharedCorpus.file(FILE));
        octets[octets.length - 4] ^= 1;
        Path changed = Files.write(folder.resolve("changed.jpg"), octets);
        VerificationReport report = verify(changed, listed());
        assertThat(report.state()).isEqualTo(VerificationReport.State.INVALID);
        assertThat(report.identities()).isEmpty();
    }
}
