package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.bytes.Octets;
import org.estampille.report.VerificationReport;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;
import org.estampille.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing is changed in a signed file; the code that says so must be among the findings. */
class TamperedStoreTest {

    private static final String SIGNED = "peer-signed/sidecar.c2pa";

    @TempDir
    Path folder;

    private VerificationReport verify(byte[] store) throws IOException {
        Files.write(folder.resolve("a.png"), Files.readAllBytes(SharedCorpus.file("peer-signed/sidecar.png")));
        Files.write(folder.resolve("a.c2pa"), store);
        Instant at = Instant.parse("2026-11-22T00:00:00Z");
        return new Verifier(Contexts.trusting(TrustAnchors.empty(), at)).verify(folder.resolve("a.png"), "a.png");
    }

    private static byte[] store() throws IOException {
        return Files.readAllBytes(SharedCorpus.file(SIGNED));
    }

    /** The store with {@code change} added to the octet {@code after} octets behind the end of {@code text}. */
    private static byte[] changed(String text, int after, int change) throws IOException {
        byte[] store = store();
        int at = Octets.copyOf(store)
                .indexOf(Octets.adopt(text.getBytes(StandardCharsets.UTF_8)), 0)
                .orElseThrow();
        store[at + text.length() + after] += (byte) change;
        return store;
    }

    private static List<String> failures(VerificationReport report) {
        return report.validation().orElseThrow().active().findings().stream()
                .filter(Finding::isFailure)
                .map(finding -> finding.code().code())
                .toList();
    }

    @Test
    void the_untouched_store_is_valid() throws IOException {
        VerificationReport report = verify(store());
        assertThat(report.state()).isEqualTo(VerificationReport.State.VALID);
        assertThat(failures(report)).containsExactly("signingCredential.untrusted");
    }

    @Test
    void a_changed_action_is_a_changed_assertion() throws IOException {
        assertThat(failures(verify(changed("c2pa.created", -1, 1)))).contains("assertion.hashedURI.mismatch");
    }

    @Test
    void a_changed_claim_breaks_the_signature() throws IOException {
        VerificationReport report = verify(changed("instanceID", 8, 1));
        assertThat(failures(report)).contains("claimSignature.mismatch");
        assertThat(report.disclosure().statements())
                .allSatisfy(
                        statement -> assertThat(statement.strength().label()).isEqualTo("unverified"));
    }

    @Test
    void a_renamed_assertion_is_missing_and_undeclared() throws IOException {
        List<String> failures = failures(verify(changed("c2pa.hash.data", -1, 1)));
        assertThat(failures).contains("assertion.missing", "assertion.undeclared", "claim.hardBindings.missing");
    }

    @Test
    void every_truncation_of_the_store_is_reported_and_never_valid() throws IOException {
        byte[] whole = store();
        for (int length = 0; length < whole.length; length += 97) {
            VerificationReport report = verify(java.util.Arrays.copyOf(whole, length));
            assertThat(report.state()).as("%s octets", length).isEqualTo(VerificationReport.State.INVALID);
        }
    }
}
