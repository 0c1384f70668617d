package org.estampille.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.trust.TestCertificates.NOON;

import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.TestEngines;
import org.estampille.sign.HttpTimeStampAuthority;
import org.estampille.sign.LoopbackTimeStampAuthority;
import org.estampille.sign.SigningException;
import org.estampille.timestamp.TimeStampOutcome.Kind;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.MlDsaCertificates;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimeStampCheckTest {

    private static final Octets MESSAGE = Octets.ofAscii("signature");

    /** Where the version and the list of hashes stand, from which nothing is computed. */
    private static final int VERSION_AND_HASHES = 23;

    private static final int CONTENT = 41;

    record Stamped(Octets token, TrustAnchors anchors) {}

    record KeyCase(KeyPair keys, String signature) {}

    static Stream<KeyCase> keys() {
        return Stream.of(
                new KeyCase(TestCertificates.p256(), "SHA256withECDSA"),
                new KeyCase(TestCertificates.keys("EC", "secp384r1"), "SHA384withECDSA"),
                new KeyCase(TestCertificates.keys("RSA", "2048"), "SHA512withRSA"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void validates_tokens_of_every_usual_kind_with_every_engine(KeyCase given) throws Exception {
        Stamped stamped = stamp(given.keys, given.signature, NOON);
        for (CryptoEngine engine : TestEngines.all()) {
            TimeStampCheck check =
                    new TimeStampCheck(engine, CertificateCache.bounded(4), Optional.of(stamped.anchors));
            TimeStampOutcome outcome = check.ofToken(stamped.token, MESSAGE);
            assertThat(outcome)
                    .isEqualTo(new TimeStampOutcome(
                            Kind.VALIDATED,
                            Optional.of(NOON),
                            Optional.of("Loopback TSA"),
                            outcome.certificate(),
                            Optional.of(stamped.anchors.certificates().get(0)),
                            ""));
            assertThat(outcome.certificate().orElseThrow().getPublicKey()).isEqualTo(given.keys.getPublic());
            assertThat(check.ofToken(stamped.token, Octets.empty()).kind()).isEqualTo(Kind.MISMATCH);
        }
    }

    @Test
    void validates_tokens_signed_with_ml_dsa() throws Exception {
        for (String set : List.of("ML-DSA-44", "ML-DSA-65", "ML-DSA-87")) {
            Stamped stamped = stamp(MlDsaCertificates.keys(set), set, NOON);
            TimeStampOutcome outcome = TimeStampCheck.check(stamped.token, MESSAGE, Optional.of(stamped.anchors));
            assertThat(outcome.trusted()).as(outcome.explanation()).isTrue();
            byte[] changed = stamped.token.toByteArray();
            changed[changed.length - 1] ^= 1;
            assertThat(TimeStampCheck.check(Octets.adopt(changed), MESSAGE, Optional.of(stamped.anchors))
                            .kind())
                    .isEqualTo(Kind.MISMATCH);
        }
    }

    @Test
    void leaves_trust_open_without_anchors_and_trusts_nobody_with_none() throws Exception {
        Stamped stamped = stamp(NOON);
        TimeStampOutcome open = TimeStampCheck.check(stamped.token, MESSAGE, Optional.empty());
        assertThat(open.isValidated()).isTrue();
        assertThat(open.trusted()).isFalse();
        assertThat(TimeStampCheck.check(stamped.token, MESSAGE, Optional.of(TrustAnchors.empty()))
                        .kind())
                .isEqualTo(Kind.UNTRUSTED);
    }

    @Test
    void tells_a_time_outside_the_certificates_from_an_unknown_authority() throws Exception {
        Stamped late = stamp(NOON.plus(40, ChronoUnit.DAYS));
        assertThat(TimeStampCheck.check(late.token, MESSAGE, Optional.of(late.anchors))
                        .kind())
                .isEqualTo(Kind.OUTSIDE_VALIDITY);
        assertThat(TimeStampCheck.check(late.token, MESSAGE, Optional.empty()).kind())
                .isEqualTo(Kind.OUTSIDE_VALIDITY);
        TrustAnchors others = stamp(NOON).anchors;
        assertThat(TimeStampCheck.check(late.token, MESSAGE, Optional.of(others))
                        .kind())
                .isEqualTo(Kind.UNTRUSTED);
    }

    @Test
    void finds_every_flipped_octet_and_never_fails_otherwise() throws Exception {
        Stamped stamped = stamp(NOON);
        TimeStampCheck check = new TimeStampCheck(
                CryptoEngine.platform(), CertificateCache.bounded(1000), Optional.of(stamped.anchors));
        int unnoticed = 0;
        for (int i = 0; i < stamped.token.length(); i++) {
            for (int flip : new int[] {0x01, 0x80}) {
                Octets flipped = Octets.concat(
                        stamped.token.slice(0, i), Octets.of(stamped.token.at(i) ^ flip), stamped.token.from(i + 1));
                boolean harmless = i >= VERSION_AND_HASHES && i < CONTENT;
                unnoticed += !harmless && check.ofToken(flipped, MESSAGE).isValidated() ? 1 : 0;
            }
        }
        // The signer's version, and the hash inside the name of the signature algorithm, which is stated twice.
        assertThat(unnoticed).isLessThanOrEqualTo(3);
    }

    @Test
    void calls_truncated_and_hostile_octets_malformed() throws Exception {
        Octets token = stamp(NOON).token;
        for (int length = 0; length < token.length(); length += 7) {
            assertThat(TimeStampCheck.check(token.slice(0, length), MESSAGE, Optional.empty())
                            .kind())
                    .isEqualTo(Kind.MALFORMED);
        }
        byte[] definite = new byte[200_000];
        byte[] indefinite = new byte[200_000];
        for (int i = 0; i < definite.length; i += 2) {
            definite[i] = 0x30;
            definite[i + 1] = 0x7E;
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        for (Octets hostile : new Octets[] {Octets.adopt(definite), Octets.adopt(indefinite), Octets.zeros(2 << 20)}) {
            assertThat(TimeStampCheck.check(hostile, MESSAGE, Optional.empty()).kind())
                    .isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void takes_a_response_for_version_one_and_a_token_for_version_two() throws Exception {
        Stamped stamped = stamp(NOON);
        Octets response = Octets.concat(
                Octets.ofHex("3082" + length(stamped.token.length() + 5)), Octets.ofHex("3003020100"), stamped.token);
        Octets rejected = Octets.concat(
                Octets.ofHex("3082" + length(stamped.token.length() + 5)), Octets.ofHex("3003020102"), stamped.token);
        TimeStampCheck check =
                new TimeStampCheck(CryptoEngine.platform(), CertificateCache.bounded(4), Optional.of(stamped.anchors));
        assertThat(check.ofResponse(response, MESSAGE).isValidated()).isTrue();
        assertThat(check.ofResponse(rejected, MESSAGE).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(check.ofResponse(stamped.token, MESSAGE).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(check.ofToken(response, MESSAGE).kind()).isEqualTo(Kind.MALFORMED);
    }

    private static String length(int length) {
        return Octets.u16be(length).hex();
    }

    private static Stamped stamp(Instant time) throws Exception {
        return stamp(TestCertificates.p256(), "SHA256withECDSA", time);
    }

    /** The responder's answer is fetched raw, since the client refuses times outside the certificate. */
    private static Stamped stamp(KeyPair keys, String signature, Instant time) throws Exception {
        try (LoopbackTimeStampAuthority responder = LoopbackTimeStampAuthority.start(keys, signature, time)) {
            Octets token =
                    time.equals(NOON) ? client(responder.address()) : RawExchange.token(responder.address(), MESSAGE);
            return new Stamped(token, responder.anchors());
        }
    }

    private static Octets client(URI address) throws SigningException {
        return new HttpTimeStampAuthority(address, Duration.ofSeconds(5), new SecureRandom(), CryptoEngine.platform())
                .stamp(MESSAGE, HashAlgorithm.SHA256);
    }
}
