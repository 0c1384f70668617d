package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.Assertion;
import org.estampille.revocation.HttpOcspSource;
import org.estampille.revocation.LoopbackResponder;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.revocation.OcspSource;
import org.estampille.revocation.Revocation;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustLists;
import org.junit.jupiter.api.Test;

class RevocationRulesTest {

    private static final Instant NOW = TestCertificates.NOON;

    private final Holder root = TestCertificates.root("Root");
    private final Holder issuer = TestCertificates.intermediate("Issuer", root);
    private final Findings findings = new Findings();
    private Optional<Instant> attested = Optional.of(NOW.minus(Duration.ofDays(10)));
    private Optional<OcspSource> network = Optional.empty();

    private Holder signer(Manner manner, LoopbackResponder responder) {
        java.security.KeyPair keys = TestCertificates.p256();
        return new Holder(
                keys,
                new TestCertificates.Recipe("Signer")
                        .responder(responder.address(manner))
                        .issuedBy(issuer, keys));
    }

    private RevocationRules rules(Holder signer, List<Octets> stapled, List<Octets> asserted) {
        ValidationContext context = new ValidationContext(
                CryptoEngine.platform(),
                new TrustAnchors(List.of(root.certificate())),
                TrustAnchors.empty(),
                NOW,
                ReadLimits.standard(),
                1,
                CertificateCache.bounded(10),
                Optional.empty(),
                TrustLists.none(),
                network);
        CborValue.Map none = CborValue.map().build();
        CborValue.Map header = stapled.isEmpty()
                ? none
                : CborValue.map().put("rVals", values(stapled)).build();
        CoseSign1 cose = new CoseSign1(Octets.empty(), none, header, Optional.empty(), Octets.empty());
        Scope scope = Scopes.of(context, findings, assertions(asserted));
        SigningTime time = new SigningTime(attested, Optional.empty(), Optional.empty(), new TrustBasis.Anchors());
        CertificateChain chain = new CertificateChain(List.of(signer.certificate(), issuer.certificate()));
        return new RevocationRules(scope, cose, chain, time);
    }

    private static List<Assertion> assertions(List<Octets> asserted) {
        return asserted.isEmpty() ? List.of() : List.of(Scopes.assertion("c2pa.certificate-status", values(asserted)));
    }

    private static CborValue values(List<Octets> responses) {
        return CborValue.map()
                .put(
                        "ocspVals",
                        CborValue.array(responses.stream().map(CborValue::of).toList()))
                .build();
    }

    Revocation stapled(Manner manner) {
        return stored(manner, true);
    }

    private Revocation stored(Manner manner, boolean header) {
        Holder signer = TestCertificates.signer("Signer", issuer);
        List<Octets> responses = List.of(LoopbackResponder.response(manner, signer.certificate(), issuer));
        return rules(signer, header ? responses : List.of(), header ? List.of() : responses)
                .ofSigner(true, "url");
    }

    Revocation asked(Manner manner, boolean trusted) throws IOException {
        network = Optional.of(new HttpOcspSource(address -> true, Duration.ofSeconds(20)));
        try (LoopbackResponder responder = LoopbackResponder.start(issuer)) {
            return rules(signer(manner, responder), List.of(), List.of()).ofSigner(trusted, "url");
        }
    }

    List<StatusCode> codes() {
        return findings.toList().stream().map(Finding::code).toList();
    }

    @Test
    void a_stapled_good_answer_shows_that_the_certificate_was_not_revoked() {
        Revocation revocation = stapled(Manner.GOOD);
        assertThat(revocation.status()).isEqualTo(Revocation.Status.NOT_REVOKED);
        assertThat(revocation.source()).contains(Revocation.Source.STAPLED);
        assertThat(codes()).containsExactly(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED);
    }

    @Test
    void an_answer_in_a_certificate_status_assertion_counts_as_well() {
        assertThat(stored(Manner.GOOD, false).source()).contains(Revocation.Source.ASSERTION);
        assertThat(stored(Manner.REVOKED, false).status()).isEqualTo(Revocation.Status.REVOKED);
    }

    @Test
    void a_stapled_revocation_rejects() {
        assertThat(stapled(Manner.REVOKED).status()).isEqualTo(Revocation.Status.REVOKED);
        assertThat(codes()).containsExactly(StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);
        assertThat(StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED.rejects()).isTrue();
    }

    @Test
    void of_believable_answers_the_worst_counts() {
        Holder signer = TestCertificates.signer("Signer", issuer);
        List<Octets> both = List.of(
                LoopbackResponder.response(Manner.REVOKED, signer.certificate(), issuer),
                LoopbackResponder.response(Manner.GOOD, signer.certificate(), issuer));
        assertThat(rules(signer, both, List.of()).ofSigner(true, "url").status())
                .isEqualTo(Revocation.Status.REVOKED);
    }

    @Test
    void an_answer_that_nobody_has_to_believe_changes_nothing() {
        for (Manner manner : new Manner[] {
            Manner.WRONG_RESPONDER,
            Manner.OTHER_SERIAL,
            Manner.OTHER_ISSUER,
            Manner.EXPIRED,
            Manner.RELEASED,
            Manner.UNSUCCESSFUL
        }) {
            attested = Optional.of(NOW.minus(Duration.ofDays(10)));
            assertThat(stapled(manner).source()).as(manner.name()).isEmpty();
        }
        assertThat(codes())
                .doesNotContain(
                        StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED, StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);
    }

    @Test
    void without_a_trusted_time_stamp_a_stapled_good_answer_is_worth_nothing_and_a_revocation_counts() {
        attested = Optional.empty();
        assertThat(stapled(Manner.GOOD).source()).isEmpty();
        assertThat(stapled(Manner.REVOKED).status()).isEqualTo(Revocation.Status.REVOKED);
    }

    @Test
    void an_answer_the_responder_cannot_give_is_unknown() {
        assertThat(stapled(Manner.UNKNOWN).status()).isEqualTo(Revocation.Status.UNKNOWN);
        assertThat(codes()).containsExactly(StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN);
    }

    @Test
    void a_revoked_authority_takes_the_trust_from_the_chain() {
        Holder signer = TestCertificates.signer("Signer", issuer);
        Octets revoked = LoopbackResponder.response(Manner.REVOKED, issuer.certificate(), root);
        assertThat(rules(signer, List.of(revoked), List.of()).revokedAuthority(false))
                .contains("certificate 2 of the chain is revoked");
        Octets good = LoopbackResponder.response(Manner.GOOD, issuer.certificate(), root);
        assertThat(rules(signer, List.of(good), List.of()).revokedAuthority(false))
                .isEmpty();
    }

    @Test
    void nobody_is_asked_unless_that_is_allowed_and_the_signer_trusted() throws IOException {
        try (LoopbackResponder responder = LoopbackResponder.start(issuer)) {
            assertThat(rules(signer(Manner.GOOD, responder), List.of(), List.of())
                            .ofSigner(true, "url")
                            .status())
                    .isEqualTo(Revocation.Status.NOT_CHECKED);
        }
        assertThat(asked(Manner.GOOD, false).status()).isEqualTo(Revocation.Status.NOT_CHECKED);
        assertThat(codes()).containsOnly(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED);
    }

    @Test
    void a_responder_that_is_asked_decides() throws IOException {
        attested = Optional.empty();
        assertThat(asked(Manner.GOOD, true).source()).contains(Revocation.Source.ONLINE);
        assertThat(asked(Manner.RELEASED, true).status()).isEqualTo(Revocation.Status.NOT_REVOKED);
        assertThat(asked(Manner.REVOKED, true).status()).isEqualTo(Revocation.Status.REVOKED);
        assertThat(asked(Manner.UNKNOWN, true).status()).isEqualTo(Revocation.Status.UNKNOWN);
    }

    @Test
    void a_revocation_after_the_attested_time_does_not_reach_back() throws IOException {
        attested = Optional.of(LoopbackResponder.REVOKED_AT.minusSeconds(1));
        assertThat(asked(Manner.REVOKED, true).status()).isEqualTo(Revocation.Status.NOT_REVOKED);
        attested = Optional.of(LoopbackResponder.REVOKED_AT.plusSeconds(1));
        assertThat(asked(Manner.REVOKED, true).status()).isEqualTo(Revocation.Status.REVOKED);
    }

    @Test
    void a_responder_without_a_usable_answer_is_inaccessible() throws IOException {
        for (Manner manner : new Manner[] {
            Manner.EXPIRED,
            Manner.WRONG_RESPONDER,
            Manner.OTHER_SERIAL,
            Manner.OTHER_ISSUER,
            Manner.UNSUCCESSFUL,
            Manner.GARBAGE,
            Manner.HTTP_500,
            Manner.REDIRECT
        }) {
            assertThat(asked(manner, true).status()).as(manner.name()).isEqualTo(Revocation.Status.INACCESSIBLE);
        }
        assertThat(codes()).containsOnly(StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE);
    }
}
