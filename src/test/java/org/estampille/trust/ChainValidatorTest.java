package org.estampille.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.estampille.trust.TestCertificates.NOON;

import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainValidatorTest {

    private final Holder root = TestCertificates.root("Root");
    private final Holder intermediate = TestCertificates.intermediate("Intermediate", root);
    private final Holder signer = TestCertificates.signer("Signer", intermediate);
    private final CertificateChain chain =
            new CertificateChain(List.of(signer.certificate(), intermediate.certificate()));

    @Test
    void trusts_a_chain_that_leads_to_a_root() {
        assertThat(ChainValidator.evaluate(chain, anchors(root), NOON))
                .isEqualTo(new TrustOutcome.Trusted(root.certificate()));
    }

    @Test
    void trusts_an_intermediate_named_as_anchor() {
        assertThat(ChainValidator.evaluate(chain, anchors(intermediate), NOON))
                .isEqualTo(new TrustOutcome.Trusted(intermediate.certificate()));
    }

    @Test
    void finds_the_anchor_among_namesakes_and_past_certificates_in_disorder() {
        Holder stranger = TestCertificates.root("Elsewhere");
        CertificateChain disordered = new CertificateChain(
                List.of(signer.certificate(), stranger.certificate(), root.certificate(), intermediate.certificate()));
        TrustAnchors namesakes = anchors(TestCertificates.root("Root"), TestCertificates.root("Root"), root);
        assertThat(ChainValidator.evaluate(disordered, namesakes, NOON).isTrusted())
                .isTrue();
    }

    @Test
    void does_not_trust_without_anchors_or_with_those_of_others() {
        assertThat(ChainValidator.evaluate(chain, TrustAnchors.empty(), NOON).isTrusted())
                .isFalse();
        assertThat(ChainValidator.evaluate(chain, anchors(TestCertificates.root("Other")), NOON)
                        .isTrusted())
                .isFalse();
        assertThat(ChainValidator.evaluate(chain, anchors(TestCertificates.root("Root")), NOON))
                .isEqualTo(new TrustOutcome.Untrusted("no trust anchor issued it or a certificate presented with it"));
    }

    @Test
    void a_signer_is_not_its_own_authority() {
        assertThat(ChainValidator.evaluate(chain, anchors(signer), NOON).isTrusted())
                .isFalse();
    }

    @Test
    void judges_at_the_instant_it_is_given() {
        Instant late = NOON.plus(31, ChronoUnit.DAYS);
        assertThat(ChainValidator.evaluate(chain, anchors(root), late))
                .isEqualTo(new TrustOutcome.Untrusted("certificate 2 of the chain had expired"));
        assertThat(ChainValidator.evaluate(chain, anchors(root), NOON.minus(31, ChronoUnit.DAYS)))
                .isEqualTo(new TrustOutcome.Untrusted("certificate 2 of the chain was not yet valid"));
        assertThat(chain.isValidAt(NOON)).isTrue();
        assertThat(chain.isValidAt(late)).isFalse();
    }

    @Test
    void a_cached_outcome_does_not_outlive_a_certificate() {
        CertificateCache cache = CertificateCache.bounded(10);
        for (int round = 0; round < 2; round++) {
            for (int days : new int[] {0, 29, 31, 0, -29, -31}) {
                Instant at = NOON.plus(days, ChronoUnit.DAYS);
                assertThat(ChainValidator.evaluate(chain, anchors(root), at, Purpose.CLAIM_SIGNING, cache))
                        .isEqualTo(ChainValidator.evaluate(chain, anchors(root), at));
            }
        }
    }

    @Test
    void a_cached_outcome_is_used_within_the_validity_and_never_for_other_anchors() {
        CertificateCache cache = CertificateCache.bounded(10);
        TrustOutcome first = ChainValidator.evaluate(chain, anchors(root), NOON, Purpose.CLAIM_SIGNING, cache);
        assertThat(ChainValidator.evaluate(
                        chain, anchors(root), NOON.plus(1, ChronoUnit.DAYS), Purpose.CLAIM_SIGNING, cache))
                .isSameAs(first);
        assertThat(ChainValidator.evaluate(chain, TrustAnchors.empty(), NOON, Purpose.CLAIM_SIGNING, cache)
                        .isTrusted())
                .isFalse();
    }

    @Test
    void rejects_a_critical_extension_it_does_not_know_and_takes_a_critical_key_purpose() {
        KeyPair keys = TestCertificates.p256();
        CertificateChain odd = new CertificateChain(
                List.of(new Recipe("Odd").withUnknownCriticalExtension().issuedBy(root, keys)));
        CertificateChain critical = new CertificateChain(
                List.of(new Recipe("Critical").criticalPurposes().issuedBy(root, keys)));
        assertThat(ChainValidator.evaluate(odd, anchors(root), NOON).isTrusted())
                .isFalse();
        assertThat(ChainValidator.evaluate(critical, anchors(root), NOON).isTrusted())
                .isTrue();
    }

    @Test
    void does_not_trust_a_certificate_for_a_purpose_it_does_not_have() {
        Holder stamper = TestCertificates.timeStamper("TSA", root, TestCertificates.p256());
        CertificateChain stamping = new CertificateChain(List.of(stamper.certificate()));
        assertThat(ChainValidator.evaluate(stamping, anchors(root), NOON).isTrusted())
                .isFalse();
        assertThat(ChainValidator.evaluate(stamping, anchors(root), NOON, Purpose.TIME_STAMPING)
                        .isTrusted())
                .isTrue();
    }

    @Test
    void reads_a_chain_through_a_cache_and_refuses_what_is_no_certificate() throws Exception {
        CertificateCache cache = CertificateCache.bounded(2);
        List<Octets> der = chain.der();
        assertThat(CertificateChain.read(der, cache)).isEqualTo(chain);
        assertThat(CertificateChain.read(der, cache).leaf())
                .isSameAs(CertificateChain.read(der, cache).leaf());
        Octets longer = Octets.concat(der.get(0), Octets.of(0));
        Octets pem =
                Octets.ofAscii("-----BEGIN CERTIFICATE-----\n" + der.get(0).base64() + "\n-----END CERTIFICATE-----");
        for (Octets broken : List.of(Octets.empty(), Octets.of(0x30), der.get(0).from(1), longer, pem)) {
            assertThatThrownBy(() -> CertificateChain.read(List.of(broken), cache))
                    .isInstanceOf(MalformedContentException.class);
        }
        assertThatThrownBy(() -> CertificateChain.read(List.of())).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void reads_anchors_from_pem_with_text_between() throws Exception {
        String pem = "Root\n-----BEGIN CERTIFICATE-----\n"
                + CertificateChain.encoded(root.certificate()).base64() + "\n-----END CERTIFICATE-----\n";
        assertThat(TrustAnchors.ofPem(pem + pem)).isEqualTo(anchors(root));
        assertThat(anchors(root).merge(anchors(intermediate, root))).isEqualTo(anchors(root, intermediate));
        for (String broken : List.of("", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA", pem.replace("MI", "!!"))) {
            assertThatThrownBy(() -> TrustAnchors.ofPem(broken)).isInstanceOf(MalformedContentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "es512", "ps256", "ps384", "ps512", "ed25519"})
    void trusts_the_reference_sdks_test_signers_below_their_roots(String name) throws Exception {
        CertificateChain signers =
                new CertificateChain(TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/" + name + ".pub"))
                        .certificates());
        TrustAnchors roots = TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/trust/test_cert_root_bundle.pem"));
        Instant at = Instant.parse("2026-08-01T00:00:00Z");
        assertThat(ChainValidator.evaluate(signers, roots, at).isTrusted()).isTrue();
        assertThat(ChainValidator.evaluate(signers, roots, Instant.parse("2036-01-01T00:00:00Z"))
                        .isTrusted())
                .isFalse();
    }

    @Test
    void reads_the_official_trust_lists() throws Exception {
        for (String list : List.of("trust/C2PA-TRUST-LIST.pem", "trust/C2PA-TSA-TRUST-LIST.pem")) {
            TrustAnchors anchors = TrustAnchors.ofPem(SharedCorpus.text(list));
            assertThat(anchors.certificates()).hasSizeGreaterThan(10);
        }
    }

    private static TrustAnchors anchors(Holder... holders) {
        return new TrustAnchors(
                java.util.Arrays.stream(holders).map(Holder::certificate).toList());
    }
}
