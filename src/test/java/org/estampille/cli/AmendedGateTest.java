package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate judges what is declared now, not what was declared once. */
final class AmendedGateTest {

    @TempDir
    private Path folder;

    private Terminal terminal;
    private String clean = "";

    @BeforeEach
    void has_keys_a_picture_a_release_and_archived_terms() throws IOException {
        terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        media();
        clean = resource("clean.yaml");
        Files.writeString(folder.resolve("release.yaml"), resource("release.yaml"));
        Files.createDirectories(folder.resolve("binder/terms"));
        Files.writeString(folder.resolve("binder/terms/exampleai.html"), "foo");
    }

    private void media() throws IOException {
        try (InputStream media = AmendedGateTest.class.getResourceAsStream("/org/estampille/demo/picture.jpg")) {
            Files.copy(media, folder.resolve("picture.jpg"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A certificate for signing documents: those for claims count for no identity. */
    private void houseIdentity() throws IOException {
        TestCertificates.Holder root = TestCertificates.root("Identity root");
        KeyPair keys = TestCertificates.p256();
        X509Certificate actor = new TestCertificates.Recipe("Studio Legal")
                .purposes("1.3.6.1.5.5.7.3.36")
                .valid(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"))
                .issuedBy(root, keys);
        try {
            pem("actor.pem", "CERTIFICATE", actor.getEncoded());
            pem("actor.key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private void pem(String file, String what, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = AmendedGateTest.class.getResourceAsStream("/org/estampille/policy/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int run(String command, String declaration, String... more) throws IOException {
        Files.writeString(folder.resolve("decl.yaml"), declaration);
        List<String> arguments = new ArrayList<>(List.of(command, "picture.jpg", "--in-place"));
        if (!declaration.isEmpty()) {
            arguments.addAll(List.of("--declare", "decl.yaml"));
        }
        arguments.addAll(List.of("--key", "keys/leaf.key.pem", "--cert", "keys/chain.pem"));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private int gate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "picture.jpg",
                "--trust",
                "keys/root.pem",
                "--policy",
                "theatrical",
                "--release",
                "release.yaml",
                "--evidence",
                "binder",
                "--json"));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    @Test
    void an_unknown_status_is_rejected_until_it_is_amended() throws IOException {
        assertThat(run("tag", clean.replace("status: licensed", "status: unknown")))
                .isZero();
        assertThat(gate()).isEqualTo(1);
        assertThat(terminal.out()).contains("\"verdict\":\"REJECT\"");
        assertThat(run("amend", clean, "--reason", "legal read the contract")).isZero();
        assertThat(gate()).as(terminal.out()).isEqualTo(4);
        assertThat(terminal.out())
                .contains(
                        "\"verdict\":\"REVIEW\"", "legal read the contract", "\"id\":\"R-EV-01\",\"outcome\":\"PASS\"")
                .contains("\"corrects\"", "\"declares\"")
                .doesNotContain("\"outcome\":\"FAIL\"");
    }

    @Test
    void a_correction_for_the_worse_counts_too() throws IOException {
        assertThat(run("tag", clean)).isZero();
        assertThat(gate()).isEqualTo(4);
        assertThat(run("amend", clean.replace("status: licensed", "status: unknown")))
                .isZero();
        assertThat(gate()).isEqualTo(1);
        assertThat(run("amend", clean)).isZero();
        assertThat(gate()).as(terminal.out()).isEqualTo(4);
    }

    @Test
    void what_is_left_after_a_redaction_is_judged_and_reported() throws IOException {
        assertThat(run("tag", clean)).isZero();
        assertThat(run("amend", "", "--redact", "rights")).as(terminal.err()).isZero();
        assertThat(gate()).isEqualTo(1);
        assertThat(terminal.out())
                .contains("\"id\":\"R-EV-01\",\"outcome\":\"FAIL\"")
                .contains("\"declaration\":{", "\"strength\":\"ingredient-signer\"", "\"title\":\"A clean shot\"");
    }

    @Test
    void a_house_that_stands_behind_a_review_need_not_name_the_reviewer() throws IOException {
        String unnamed = clean.replace("by: clearance-01, ", "");
        assertThat(run("tag", unnamed)).isZero();
        assertThat(gate()).isEqualTo(1);
        assertThat(terminal.out()).contains("\"id\":\"R-EV-06\",\"outcome\":\"FAIL\"");
        media();
        houseIdentity();
        assertThat(run(
                        "tag",
                        unnamed,
                        "--identity-key",
                        "actor.key.pem",
                        "--identity-cert",
                        "actor.pem",
                        "--identity-role",
                        "publisher"))
                .as(terminal.err())
                .isZero();
        assertThat(gate("--cawg-trust", "actor.pem")).as(terminal.out()).isNotEqualTo(5);
        assertThat(terminal.out())
                .contains("\"trust\":\"trusted\"")
                .contains("\"id\":\"R-EV-06\",\"outcome\":\"PASS\"");
    }
}
