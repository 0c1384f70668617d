package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told whose key or certificate does not do. */
final class SigningKeyTest {

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";

    private static final String DOCUMENTS = "1.3.6.1.5.5.7.3.36";

    @TempDir
    private Path folder;

    private Terminal terminal;
    private final Holder root = TestCertificates.root("Own authority");

    @BeforeEach
    void has_a_declaration_and_pictures() throws IOException {
        terminal = OwnFiles.in(folder);
        pem("own-root.pem", "CERTIFICATE", encoded(root.certificate()));
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pem(String name, String label, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private Certificate signer(KeyPair keys, String... purposes) throws IOException {
        Certificate certificate = new Recipe("Signer")
                .purposes(purposes)
                .valid(Terminal.NOW.minus(Duration.ofDays(1)), Terminal.NOW.plus(Duration.ofDays(1)))
                .issuedBy(root, keys);
        pem("own.pem", "CERTIFICATE", encoded(certificate));
        pem("own.key", "PRIVATE KEY", keys.getPrivate().getEncoded());
        return certificate;
    }

    private static String[] tag(String key, String... more) {
        return Stream.concat(Stream.of("tag", "--declare", "decl.yaml", "--key", key), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void a_protected_key_without_a_passphrase_says_how_to_give_one() throws Exception {
        KeyPair keys = TestCertificates.p256();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate certificate = signer(keys, TestCertificates.CLAIM_SIGNING);
        store.setKeyEntry("signer", keys.getPrivate(), "secret".toCharArray(), new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(folder.resolve("own.p12"))) {
            store.store(out, "secret".toCharArray());
        }
        assertThat(terminal.run(tag("own.p12", "picture.jpg", "--out", "o.jpg")))
                .isEqualTo(7);
        assertThat(terminal.err())
                .isEqualTo("estampille: own.p12: the key is protected with a passphrase, and none was given;"
                        + " give it with --passphrase-file or in ESTAMPILLE_KEY_PASSPHRASE.\n");
        assertThat(terminal.run(tag("own.p12", "picture.jpg", "--out", "o.jpg", "--identity-key", "own.p12")))
                .isEqualTo(7);
        assertThat(terminal.runWith(
                        Map.of("ESTAMPILLE_KEY_PASSPHRASE", "secret"),
                        tag("own.p12", "picture.jpg", "--out", "o.jpg", "--identity-key", "own.p12")))
                .isEqualTo(7);
        assertThat(terminal.err()).contains("none was given; give it in ESTAMPILLE_IDENTITY_PASSPHRASE.");
        assertThat(terminal.runWith(
                        Map.of("ESTAMPILLE_KEY_PASSPHRASE", "wrong"), tag("own.p12", "picture.jpg", "--out", "o.jpg")))
                .isEqualTo(7);
        assertThat(terminal.err()).contains("the passphrase is wrong");
        assertThat(terminal.runWith(
                        Map.of("ESTAMPILLE_KEY_PASSPHRASE", "secret"), tag("own.p12", "picture.jpg", "--out", "o.jpg")))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void a_key_that_is_too_short_is_refused_for_that_although_its_certificate_is_there() throws IOException {
        signer(TestCertificates.keys("RSA", "1024"), TestCertificates.CLAIM_SIGNING);
        assertThat(terminal.run(tag("own.key", "--cert", "own.pem", "picture.jpg", "--out", "o.jpg")))
                .isEqualTo(7);
        assertThat(terminal.err())
                .contains("own.key with own.pem: ", "the signer's RSA key has 1024 bits, fewer than 2048")
                .doesNotContain("no certificate belongs");
    }

    @Test
    void a_certificate_for_something_else_signs_with_one_warning_a_run_that_nobody_will_trust_it() throws IOException {
        signer(TestCertificates.p256(), SERVER, "1.3.6.1.5.5.7.3.2");
        assertThat(terminal.run(tag("own.key", "--cert", "own.pem", "picture.jpg", "picture.png", "--out", "o")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err().lines().filter(line -> line.startsWith("estampille: warning: own.pem")))
                .containsExactly(
                        "estampille: warning: own.pem: verifiers will not trust what it signs: none of its extended key"
                                + " usages (1.3.6.1.5.5.7.3.1, 1.3.6.1.5.5.7.3.2) is for signing claims; get a certificate for"
                                + " c2pa-kp-claimSigning, emailProtection or documentSigning.");
        assertThat(terminal.run("verify", "o/picture.jpg", "--trust", "own-root.pem", "--json"))
                .isEqualTo(4);
        assertThat(terminal.out()).contains("none of its extended key usages is for this purpose");
        assertThat(terminal.run("keys", "inspect", "own.pem")).isZero();
        assertThat(terminal.out()).contains("  trust  verifiers will not trust what it signs: none of its");
    }

    @Test
    void a_certificate_for_claims_mail_or_documents_signs_without_a_warning() throws IOException {
        for (String purpose :
                new String[] {TestCertificates.CLAIM_SIGNING, TestCertificates.EMAIL_PROTECTION, DOCUMENTS}) {
            signer(TestCertificates.p256(), SERVER, purpose);
            String[] words = tag("own.key", "--cert", "own.pem", "picture.jpg", "--out", purpose + ".jpg");
            assertThat(terminal.run(words)).as(terminal.err()).isZero();
            assertThat(terminal.err()).doesNotContain("verifiers will not trust");
        }
    }
}
