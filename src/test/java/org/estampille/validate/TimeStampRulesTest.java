package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.SigStructure;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.Assertion;
import org.estampille.sign.HttpTimeStampAuthority;
import org.estampille.sign.LoopbackTimeStampAuthority;
import org.estampille.sign.SigningException;
import org.estampille.timestamp.RawExchange;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time-stamps that stand in assertions. */
class TimeStampRulesTest {

    private static final Octets SIGNATURE = Octets.ofAscii("the signature of the claim");
    private static final CborValue.Map NONE = CborValue.map().build();

    private final Findings findings = new Findings();
    private Optional<LoopbackTimeStampAuthority> authority = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        authority = Optional.of(LoopbackTimeStampAuthority.start());
    }

    /** With an authority that stamps {@code time} instead. */
    void startAt(Instant time) throws IOException {
        authority = Optional.of(LoopbackTimeStampAuthority.start(TestCertificates.p256(), "SHA256withECDSA", time));
    }

    /** Not looked at, since the client refuses what cannot be used. */
    Octets raw(Octets message) throws Exception {
        return RawExchange.token(authority.orElseThrow().address(), message);
    }

    @AfterEach
    void stop() {
        authority.orElseThrow().close();
    }

    Octets token(Octets message) throws SigningException {
        return new HttpTimeStampAuthority(
                        authority.orElseThrow().address(),
                        Duration.ofSeconds(20),
                        new SecureRandom(),
                        CryptoEngine.platform())
                .stamp(message, HashAlgorithm.SHA256);
    }

    static Octets specified() {
        return SigStructure.counterSignature(Octets.empty(), SigStructure.serialized(SIGNATURE));
    }

    private static Assertion stamping(String manifest, Octets token) {
        return Scopes.assertion(
                "c2pa.time-stamp", CborValue.map().put(manifest, token).build());
    }

    static CborValue.Map header(Octets token) {
        CborValue tokens =
                CborValue.array(List.of(CborValue.map().put("val", token).build()));
        return CborValue.map()
                .put("sigTst2", CborValue.map().put("tstTokens", tokens).build())
                .build();
    }

    SigningTime check(TrustAnchors anchors, CborValue.Map header, Assertion... assertions) {
        ValidationContext context = new ValidationContext(
                CryptoEngine.platform(),
                TrustAnchors.empty(),
                anchors,
                TestCertificates.NOON.plus(Duration.ofDays(1)),
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(10));
        CoseSign1 cose = new CoseSign1(Octets.empty(), NONE, header, Optional.empty(), SIGNATURE);
        return TimeStampRules.check(Scopes.of(context, findings, List.of(assertions)), cose, "url");
    }

    TrustAnchors anchors() {
        return authority.orElseThrow().anchors();
    }

    List<StatusCode> codes() {
        return findings.toList().stream().map(Finding::code).toList();
    }

    @Test
    void a_stamp_over_the_counter_signature_structure_counts() throws SigningException {
        SigningTime time = check(anchors(), NONE, stamping(Scopes.MANIFEST, token(specified())));
        assertThat(time.attested()).contains(TestCertificates.NOON);
        assertThat(codes()).containsExactly(StatusCode.TIME_STAMP_TRUSTED, StatusCode.TIME_STAMP_VALIDATED);
    }

    @Test
    void a_stamp_over_the_bare_signature_counts_as_the_reference_makes_it() throws SigningException {
        SigningTime time = check(anchors(), NONE, stamping(Scopes.MANIFEST, token(SIGNATURE)));
        assertThat(time.attested()).contains(TestCertificates.NOON);
    }

    @Test
    void a_stamp_for_another_manifest_or_another_signature_says_nothing() throws SigningException {
        SigningTime time = check(
                anchors(),
                NONE,
                stamping("urn:c2pa:b", token(specified())),
                stamping(Scopes.MANIFEST, token(Octets.ofAscii("another signature"))));
        assertThat(time.attested()).isEmpty();
        assertThat(codes()).doesNotContain(StatusCode.TIME_STAMP_VALIDATED);
    }

    @Test
    void each_of_several_stamps_is_tried() throws SigningException {
        SigningTime time = check(
                anchors(),
                NONE,
                stamping(Scopes.MANIFEST, Octets.ofAscii("no token")),
                stamping(Scopes.MANIFEST, token(specified())));
        assertThat(time.trusted()).isTrue();
    }

    @Test
    void the_authority_must_lead_to_an_anchor_for_time_stamps() throws SigningException {
        SigningTime time = check(TrustAnchors.empty(), NONE, stamping(Scopes.MANIFEST, token(specified())));
        assertThat(time.attested()).isEmpty();
    }

    @Test
    void a_header_that_holds_is_enough_and_one_that_does_not_lets_the_assertions_speak() throws SigningException {
        Octets good = token(specified());
        assertThat(check(anchors(), header(good), stamping(Scopes.MANIFEST, good))
                        .trusted())
                .isTrue();
        assertThat(codes()).containsExactly(StatusCode.TIME_STAMP_TRUSTED, StatusCode.TIME_STAMP_VALIDATED);
        Octets wrong = token(Octets.ofAscii("another signature"));
        assertThat(check(anchors(), header(wrong), stamping(Scopes.MANIFEST, good))
                        .trusted())
                .isTrue();
        assertThat(codes()).contains(StatusCode.TIME_STAMP_MISMATCH);
    }
}
