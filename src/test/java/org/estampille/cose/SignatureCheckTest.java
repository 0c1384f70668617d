package org.estampille.cose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.TestEngines;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SignatureCheckTest {

    private static final Octets MESSAGE = Octets.ofAscii("a claim");

    private static final KeyPair P256 = TestCertificates.keys("EC", "secp256r1");
    private static final KeyPair P384 = TestCertificates.keys("EC", "secp384r1");
    private static final KeyPair P521 = TestCertificates.keys("EC", "secp521r1");
    private static final KeyPair RSA = TestCertificates.keys("RSA", "2048");
    private static final KeyPair ED25519 = TestCertificates.keys("Ed25519", "");

    record Case(SignatureAlgorithm algorithm, KeyPair keys) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(SignatureAlgorithm.ES256, P256),
                new Case(SignatureAlgorithm.ES384, P384),
                new Case(SignatureAlgorithm.ES512, P521),
                new Case(SignatureAlgorithm.ES256, P521),
                new Case(SignatureAlgorithm.ES512, P256),
                new Case(SignatureAlgorithm.ESP256, P256),
                new Case(SignatureAlgorithm.ESP384, P384),
                new Case(SignatureAlgorithm.ESP512, P521),
                new Case(SignatureAlgorithm.PS256, RSA),
                new Case(SignatureAlgorithm.PS384, RSA),
                new Case(SignatureAlgorithm.PS512, RSA),
                new Case(SignatureAlgorithm.PS256, TestCertificates.keys("RSASSA-PSS", "2048")),
                new Case(SignatureAlgorithm.ED25519, ED25519));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void verifies_a_signature_and_nothing_else_with_every_engine(Case given) throws Exception {
        Octets signature = sign(given.algorithm, given.keys.getPrivate());
        Octets flipped = Octets.concat(signature.slice(0, 9), Octets.of(signature.at(9) ^ 1), signature.from(10));
        PublicKey key = given.keys.getPublic();
        for (CryptoEngine engine : TestEngines.all()) {
            assertThat(SignatureCheck.check(engine, given.algorithm, key, MESSAGE, signature))
                    .isEqualTo(SignatureOutcome.VERIFIED);
            for (Octets wrong : Stream.of(flipped, signature.from(1), Octets.empty(), Octets.zeros(signature.length()))
                    .toList()) {
                assertThat(SignatureCheck.check(engine, given.algorithm, key, MESSAGE, wrong))
                        .isEqualTo(SignatureOutcome.MISMATCH);
            }
            assertThat(SignatureCheck.check(engine, given.algorithm, key, Octets.empty(), signature))
                    .isEqualTo(SignatureOutcome.MISMATCH);
            assertThat(SignatureCheck.check(engine, given.algorithm, key, MESSAGE, signature))
                    .isEqualTo(SignatureOutcome.VERIFIED);
        }
    }

    @Test
    void refuses_keys_of_another_kind_size_or_pairing() {
        assertUnsuitable(SignatureAlgorithm.ES256, RSA);
        assertUnsuitable(SignatureAlgorithm.PS256, P256);
        assertUnsuitable(SignatureAlgorithm.ED25519, P256);
        assertUnsuitable(SignatureAlgorithm.ESP256, P384);
        assertUnsuitable(SignatureAlgorithm.ED25519, TestCertificates.keys("Ed448", ""));
        assertUnsuitable(SignatureAlgorithm.PS256, TestCertificates.keys("RSA", "1024"));
    }

    @Test
    void picks_the_algorithm_that_belongs_to_a_key() {
        assertThat(SignatureAlgorithm.forKey(P256.getPublic())).contains(SignatureAlgorithm.ES256);
        assertThat(SignatureAlgorithm.forKey(P384.getPublic())).contains(SignatureAlgorithm.ES384);
        assertThat(SignatureAlgorithm.forKey(P521.getPublic())).contains(SignatureAlgorithm.ES512);
        assertThat(SignatureAlgorithm.forKey(RSA.getPublic())).contains(SignatureAlgorithm.PS256);
        assertThat(SignatureAlgorithm.forKey(ED25519.getPublic())).contains(SignatureAlgorithm.ED25519);
        assertThat(SignatureAlgorithm.forKey(TestCertificates.keys("Ed448", "").getPublic()))
                .isEmpty();
    }

    @Test
    void knows_the_numbers_of_the_listed_algorithms_only() {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            assertThat(SignatureAlgorithm.ofCoseId(algorithm.coseId())).contains(algorithm);
        }
        assertThat(Stream.of(-19L, -257L, -47L, 0L, 7L).flatMap(id -> SignatureAlgorithm.ofCoseId(id).stream()))
                .isEmpty();
    }

    private static void assertUnsuitable(SignatureAlgorithm algorithm, KeyPair keys) {
        assertThat(SignatureCheck.check(
                        CryptoEngine.platform(), algorithm, keys.getPublic(), MESSAGE, Octets.zeros(64)))
                .isEqualTo(SignatureOutcome.UNSUITABLE_KEY);
    }

    private static Octets sign(SignatureAlgorithm algorithm, PrivateKey key) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm.jcaName());
        if (algorithm.parameters().isPresent()) {
            signer.setParameter(algorithm.parameters().get());
        }
        signer.initSign(key);
        signer.update(MESSAGE.asBuffer());
        return Octets.adopt(signer.sign());
    }
}
