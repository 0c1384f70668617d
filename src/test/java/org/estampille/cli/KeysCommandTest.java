package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_request_is_signed_by_its_key_and_asks_for_what_the_profile_wants()
            throws IOException, OperatorCreationException, PKCSException {
        Terminal terminal = new Terminal(folder);
        String[] arguments = {"keys", "csr", "--out", "k", "--name", "A signer", "--organization", "Somebody"};
        assertThat(terminal.run(arguments)).isZero();
        String pem = Files.readString(folder.resolve("k/request.csr"));
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            PKCS10CertificationRequest request = (PKCS10CertificationRequest) parser.readObject();
            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(request.getSubjectPublicKeyInfo())))
                    .isTrue();
            assertThat(request.getSubject()).hasToString("O=Somebody,CN=A signer");
            ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(request.getRequestedExtensions());
            assertThat(purposes.hasKeyPurposeId(KeyPurposeId.id_kp_emailProtection))
                    .isTrue();
            assertThat(purposes.getUsages()).anyMatch(usage -> usage.getId().equals("1.3.6.1.4.1.62558.2.1"));
            Extension usage = request.getRequestedExtensions().getExtension(Extension.keyUsage);
            assertThat(usage.isCritical()).isTrue();
            assertThat(KeyUsage.getInstance(usage.getParsedValue()).hasUsages(KeyUsage.digitalSignature))
                    .isTrue();
        }
        assertThat(Files.readString(folder.resolve("k/leaf.key.pem"))).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(terminal.run(arguments)).isEqualTo(6);
    }

    @Test
    void a_certificate_that_keeps_the_profile_is_accepted_with_every_clause_named() {
        Terminal terminal = new Terminal(folder);
        terminal.run("keys", "demo", "--out", "demo");
        assertThat(terminal.run("keys", "inspect", "demo/chain.pem")).isZero();
        assertThat(terminal.out())
                .contains("ok     the signer's certificate: version 3", "accepted: it keeps the profile")
                .doesNotContain("FAILS");
    }

    @Test
    void a_certificate_that_breaks_the_profile_is_refused_with_the_clause() throws IOException {
        Terminal terminal = new Terminal(folder);
        terminal.run("keys", "demo", "--out", "demo");
        assertThat(terminal.run("keys", "inspect", "demo/root.pem")).isEqualTo(1);
        assertThat(terminal.out()).contains("FAILS  the signer's certificate: extended key usage present");
        Files.writeString(folder.resolve("none.pem"), "nothing");
        assertThat(terminal.run("keys", "inspect", "none.pem")).isEqualTo(2);
        Files.copy(SharedCorpus.file("c2pa-rs/certs/es256.pub"), folder.resolve("es256.pem"));
        assertThat(terminal.run("keys", "inspect", "es256.pem")).isZero();
    }
}
