package org.estampille.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CredentialHeader;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.cose.TimeStampHeader;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.TestEngines;
import org.estampille.timestamp.TimeStampCheck;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaimSignaturesTest {

    private static final Octets CLAIM = Octets.ofAscii("the claim");
    private static final Holder ROOT = TestCertificates.root("Root");

    record Case(SignatureAlgorithm algorithm, KeyPair keys) {}

    static Stream<Case> cases() {
        KeyPair rsa = TestCertificates.keys("RSA", "2048");
        return Stream.of(
                new Case(SignatureAlgorithm.ES256, TestCertificates.p256()),
                new Case(SignatureAlgorithm.ES384, TestCertificates.keys("EC", "secp384r1")),
                new Case(SignatureAlgorithm.ES512, TestCertificates.keys("EC", "secp521r1")),
                new Case(SignatureAlgorithm.PS256, rsa),
                new Case(SignatureAlgorithm.PS384, rsa),
                new Case(SignatureAlgorithm.PS512, rsa),
                new Case(SignatureAlgorithm.ED25519, TestCertificates.keys("Ed25519", "")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_algorithm_signs_what_every_engine_verifies(Case given) throws Exception {
        for (CryptoEngine engine : TestEngines.all()) {
            ClaimSigner signer = signer(given.algorithm, given.keys, engine);
            int reserved = ClaimSignatures.reserve(signer, false);
            Octets box = ClaimSignatures.sign(signer, Optional.empty(), CLAIM, reserved);
            assertThat(box.length()).isEqualTo(reserved);
            CoseSign1 read = CoseSign1.read(box, ReadLimits.standard());
            assertThat(read.algorithm()).contains(given.algorithm);
            assertThat(read.timeStamp()).isEqualTo(new TimeStampHeader.Absent());
            for (CryptoEngine other : TestEngines.all()) {
                assertThat(check(other, read, CLAIM)).isEqualTo(SignatureOutcome.VERIFIED);
                assertThat(check(other, read, Octets.empty())).isEqualTo(SignatureOutcome.MISMATCH);
            }
        }
    }

    @Test
    void a_time_stamp_is_over_the_signature_as_version_two_asks() throws Exception {
        ClaimSigner signer = signer(SignatureAlgorithm.ES256, TestCertificates.p256(), CryptoEngine.platform());
        try (LoopbackTimeStampAuthority responder = LoopbackTimeStampAuthority.start()) {
            TimeStampAuthority authority = new HttpTimeStampAuthority(
                    responder.address(), Duration.ofSeconds(5), new SecureRandom(), CryptoEngine.platform());
            int reserved = ClaimSignatures.reserve(signer, true);
            CoseSign1 read = CoseSign1.read(
                    ClaimSignatures.sign(signer, Optional.of(authority), CLAIM, reserved), ReadLimits.standard());
            Octets stamped =
                    SigStructure.counterSignature(read.protectedOctets(), SigStructure.serialized(read.signature()));
            assertThat(read.timeStamp())
                    .isInstanceOfSatisfying(
                            TimeStampHeader.OfSignature.class,
                            header -> assertThat(TimeStampCheck.check(
                                                    header.token(), stamped, Optional.of(responder.anchors()))
                                            .trusted())
                                    .isTrue());
            assertThat(check(CryptoEngine.platform(), read, CLAIM)).isEqualTo(SignatureOutcome.VERIFIED);
        }
    }

    @Test
    void fills_every_length_exactly_past_the_jumps_of_a_byte_strings_head() throws Exception {
        ClaimSigner signer =
                signer(SignatureAlgorithm.ED25519, TestCertificates.keys("Ed25519", ""), CryptoEngine.platform());
        Octets plain = ClaimSignatures.sign(signer, Optional.empty(), CLAIM, ClaimSignatures.reserve(signer, false));
        int smallest = plain.length() - 64;
        for (int extra = 5; extra < 320; extra++) {
            assertPadded(signer, smallest + extra);
        }
        for (int extra = 65_530; extra < 65_560; extra++) {
            assertPadded(signer, smallest + extra);
        }
        assertPadded(signer, smallest);
    }

    private static void assertPadded(ClaimSigner signer, int length)
            throws SigningException, MalformedContentException {
        Octets box = ClaimSignatures.sign(signer, Optional.empty(), CLAIM, length);
        assertThat(box.length()).isEqualTo(length);
        assertThat(CborWriter.write(CborReader.read(box, ReadLimits.standard())))
                .as("deterministic at %d", length)
                .isEqualTo(box);
    }

    @Test
    void refuses_a_space_that_is_too_small() throws Exception {
        ClaimSigner signer = signer(SignatureAlgorithm.ES256, TestCertificates.p256(), CryptoEngine.platform());
        int smallest = ClaimSignatures.reserve(signer, false) - 64;
        assertThatThrownBy(() -> ClaimSignatures.sign(signer, Optional.empty(), CLAIM, smallest - 1))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("larger than the space reserved");
        assertThatThrownBy(() -> ClaimSignatures.sign(signer, Optional.empty(), CLAIM, smallest + 3))
                .isInstanceOf(SigningException.class);
        TimeStampAuthority lavish = (message, algorithm) -> Octets.zeros(100_000);
        assertThatThrownBy(() ->
                        ClaimSignatures.sign(signer, Optional.of(lavish), CLAIM, ClaimSignatures.reserve(signer, true)))
                .isInstanceOf(SigningException.class);
    }

    @Test
    void signs_nothing_when_the_authority_fails() throws Exception {
        ClaimSigner signer = signer(SignatureAlgorithm.ES256, TestCertificates.p256(), CryptoEngine.platform());
        TimeStampAuthority closed = ClaimSignaturesTest::fail;
        assertThatThrownBy(() -> ClaimSignatures.sign(signer, Optional.of(closed), CLAIM, 20_000))
                .isInstanceOf(SigningException.class)
                .hasMessage("closed");
    }

    private static Octets fail(Octets message, HashAlgorithm algorithm) throws SigningException {
        throw new SigningException("closed");
    }

    static ClaimSigner signer(SignatureAlgorithm algorithm, KeyPair keys, CryptoEngine engine) throws Exception {
        CertificateChain chain =
                new CertificateChain(List.of(new TestCertificates.Recipe("Signer").issuedBy(ROOT, keys)));
        return new KeySigner(algorithm, chain, keys.getPrivate(), engine);
    }

    static SignatureOutcome check(CryptoEngine engine, CoseSign1 signature, Octets claim)
            throws MalformedContentException {
        CredentialHeader.Chain header = (CredentialHeader.Chain) signature.credential();
        return SignatureCheck.check(
                engine,
                signature.algorithm().orElseThrow(),
                CertificateChain.read(header.der()).publicKey(),
                SigStructure.signature1(signature.protectedOctets(), claim),
                signature.signature());
    }
}
