package org.estampille.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;
import org.estampille.SharedCorpus;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureOutcome;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.TestEngines;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyFilesTest {

    private static final String PASSPHRASE = "correct horse";
    private static final Supplier<char[]> NOBODY_ASKS = () -> {
        throw new AssertionError("the passphrase was asked for");
    };

    private final Holder root = TestCertificates.root("Root");
    private final Holder intermediate = TestCertificates.intermediate("Intermediate", root);

    @TempDir
    private Path folder;

    static Stream<KeyPair> keys() {
        return Stream.of(
                TestCertificates.p256(),
                TestCertificates.keys("EC", "secp384r1"),
                TestCertificates.keys("EC", "secp521r1"),
                TestCertificates.keys("RSA", "2048"),
                TestCertificates.keys("RSASSA-PSS", "2048"),
                TestCertificates.keys("Ed25519", ""));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void loads_a_pkcs8_key_plain_and_encrypted(KeyPair keys) throws Exception {
        Path certificates = write("cert.pem", pem(certificate(keys)));
        Path plain = write("plain.pem", pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        Path encrypted = write("encrypted.pem", encrypted(keys));
        assertSigns(KeyFiles.load(plain, Optional.of(certificates), NOBODY_ASKS, CryptoEngine.platform()));
        assertSigns(KeyFiles.load(encrypted, Optional.of(certificates), passphrase(), CryptoEngine.platform()));
        assertRefused(encrypted, Optional.of(certificates), "wrong"::toCharArray, "passphrase does not open");
        assertMissesPassphrase(encrypted, Optional.of(certificates));
    }

    @Test
    void loads_the_older_pem_forms() throws Exception {
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            KeyPair keys = TestCertificates.keys("EC", curve);
            for (String text : sec1(keys)) {
                Path key = write("sec1.pem", pem(certificate(keys)) + text);
                assertSigns(KeyFiles.load(key, Optional.empty(), NOBODY_ASKS, CryptoEngine.platform()));
            }
        }
        KeyPair rsa = TestCertificates.keys("RSA", "2048");
        Path key = write("pkcs1.pem", pem(rsa.getPrivate()));
        assertThat(Files.readString(key)).contains("BEGIN RSA PRIVATE KEY");
        Path certificate = write("cert.pem", pem(certificate(rsa)));
        assertSigns(KeyFiles.load(key, Optional.of(certificate), NOBODY_ASKS, CryptoEngine.platform()));
        Path old = write(
                "old.pem",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertRefused(old, Optional.of(certificate), NOBODY_ASKS, "openssl pkcs8 -topk8");
    }

    @Test
    void loads_a_pkcs12_container_and_wipes_the_passphrase() throws Exception {
        KeyPair keys = TestCertificates.p256();
        Path file = pkcs12(keys, certificate(keys), intermediate.certificate(), root.certificate());
        char[] secret = PASSPHRASE.toCharArray();
        ClaimSigner signer = KeyFiles.load(file, Optional.empty(), () -> secret, CryptoEngine.platform());
        assertSigns(signer);
        assertThat(signer.chain().certificates()).containsExactly(signer.chain().leaf(), intermediate.certificate());
        assertThat(secret).containsOnly('\0');
        assertRefused(file, Optional.empty(), "wrong"::toCharArray, "passphrase is wrong");
        assertMissesPassphrase(file, Optional.empty());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file, Optional.empty(), () -> new char[0], "it is damaged");
    }

    @Test
    void puts_the_chain_in_order_and_leaves_the_root_out() throws Exception {
        KeyPair keys = TestCertificates.p256();
        Certificate leaf = certificate(keys);
        Path key = write("key.pem", pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        Path certificates = write("all.pem", pem(root.certificate()) + pem(intermediate.certificate()) + pem(leaf));
        ClaimSigner signer = KeyFiles.load(key, Optional.of(certificates), NOBODY_ASKS, CryptoEngine.platform());
        assertThat(signer.chain().certificates()).isEqualTo(List.of(leaf, intermediate.certificate()));
    }

    @Test
    void refuses_what_does_not_belong_together_or_is_not_there() throws Exception {
        KeyPair keys = TestCertificates.p256();
        Path key = write("key.pem", pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        Path others = write("others.pem", pem(certificate(TestCertificates.p256())));
        Path otherKind = write("rsa.pem", pem(certificate(TestCertificates.keys("RSA", "2048"))));
        assertRefused(key, Optional.of(others), NOBODY_ASKS, "no certificate belongs to the private key");
        assertRefused(key, Optional.of(otherKind), NOBODY_ASKS, "no certificate belongs to the private key");
        assertRefused(key, Optional.empty(), NOBODY_ASKS, "no certificate with the key");
        assertRefused(others, Optional.empty(), NOBODY_ASKS, "no private key");
        assertRefused(write("empty", ""), Optional.empty(), NOBODY_ASKS, "no private key");
        assertRefused(write("cut", "-----BEGIN PRIVATE KEY-----\nAAAA"), Optional.empty(), NOBODY_ASKS, "end line");
        assertThatThrownBy(() ->
                        KeyFiles.load(folder.resolve("absent"), Optional.empty(), NOBODY_ASKS, CryptoEngine.platform()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refuses_a_certificate_that_breaks_the_profile_or_has_expired() throws Exception {
        KeyPair keys = TestCertificates.p256();
        Path key = write("key.pem", pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        Path broken = write(
                "broken.pem", pem(new Recipe("Signer").withoutUsage().purposes().issuedBy(intermediate, keys)));
        assertRefused(key, Optional.of(broken), NOBODY_ASKS, "no key usage; the signer's certificate has no extended");
        Path good = write("good.pem", pem(certificate(keys)));
        ClaimSigner signer = KeyFiles.load(key, Optional.of(good), NOBODY_ASKS, CryptoEngine.platform());
        Suitability.require(signer, TestCertificates.NOON);
        assertThatThrownBy(() -> Suitability.require(signer, TestCertificates.NOON.plusSeconds(86_400 * 31)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("'Signer' expired at");
        assertThatThrownBy(() -> Suitability.require(signer, TestCertificates.NOON.minusSeconds(86_400 * 31)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("not valid before");
    }

    @ParameterizedTest
    @CsvSource({
        "es256, ES256",
        "es384, ES384",
        "es512, ES512",
        "ps256, PS256",
        "ps384, PS384",
        "ps512, PS512",
        "ed25519, ED25519"
    })
    void loads_the_reference_sdks_test_keys(String name, SignatureAlgorithm algorithm) throws Exception {
        for (CryptoEngine engine : TestEngines.all()) {
            ClaimSigner signer = KeyFiles.load(
                    SharedCorpus.file("c2pa-rs/certs/" + name + ".pem"),
                    Optional.of(SharedCorpus.file("c2pa-rs/certs/" + name + ".pub")),
                    NOBODY_ASKS,
                    engine);
            assertThat(signer.algorithm()).isEqualTo(algorithm);
            assertThat(signer.chain().certificates()).hasSize(2);
            assertSigns(signer);
        }
    }

    private void assertRefused(Path key, Optional<Path> cert, Supplier<char[]> passphrase, String part) {
        assertThatThrownBy(() -> KeyFiles.load(key, cert, passphrase, CryptoEngine.platform()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(part);
    }

    private void assertMissesPassphrase(Path key, Optional<Path> cert) {
        assertThatThrownBy(() -> KeyFiles.load(key, cert, () -> new char[0], CryptoEngine.platform()))
                .isInstanceOf(MissingPassphraseException.class)
                .hasMessage("the key is protected with a passphrase, and none was given");
    }

    private static void assertSigns(ClaimSigner signer) throws Exception {
        Octets claim = Octets.ofAscii("claim");
        Octets box = ClaimSignatures.sign(signer, Optional.empty(), claim, ClaimSignatures.reserve(signer, false));
        assertThat(ClaimSignaturesTest.check(
                        CryptoEngine.platform(), CoseSign1.read(box, ReadLimits.standard()), claim))
                .isEqualTo(SignatureOutcome.VERIFIED);
    }

    private static Supplier<char[]> passphrase() {
        return PASSPHRASE::toCharArray;
    }

    private Certificate certificate(KeyPair keys) {
        return new Recipe("Signer").issuedBy(intermediate, keys);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path pkcs12(KeyPair keys, Certificate... chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("signer", keys.getPrivate(), PASSPHRASE.toCharArray(), chain);
        Path file = folder.resolve("signer.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSPHRASE.toCharArray());
        }
        return file;
    }

    private static String encrypted(KeyPair keys) throws Exception {
        String scheme = "PBEWithHmacSHA256AndAES_256";
        SecretKey secret =
                SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(PASSPHRASE.toCharArray()));
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                secret,
                new PBEParameterSpec(new byte[16], 2048, new IvParameterSpec(new byte[16])));
        byte[] info = new org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(
                                PKCSObjectIdentifiers.id_PBES2,
                                ASN1Primitive.fromByteArray(
                                        cipher.getParameters().getEncoded())),
                        cipher.doFinal(keys.getPrivate().getEncoded()))
                .getEncoded();
        return pem(new PemObject("ENCRYPTED PRIVATE KEY", info));
    }

    /** An ECPrivateKey as OpenSSL writes it, which names its curve, and as others do, with the curve beside it. */
    private static List<String> sec1(KeyPair keys) throws IOException {
        ECPrivateKey key = (ECPrivateKey) keys.getPrivate();
        ASN1ObjectIdentifier curve = (ASN1ObjectIdentifier)
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                        .getAlgorithm()
                        .getParameters();
        int bits = key.getParams().getOrder().bitLength();
        byte[] named = new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getS(), curve).getEncoded();
        byte[] bare = new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getS()).getEncoded();
        return List.of(
                pem(new PemObject("EC PRIVATE KEY", named)),
                pem(new PemObject("EC PARAMETERS", curve.getEncoded())) + pem(new PemObject("EC PRIVATE KEY", bare)));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
