package org.estampille.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.trust.TestCertificates.EMAIL_PROTECTION;
import static org.estampille.trust.TestCertificates.TIME_STAMPING;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.estampille.SharedCorpus;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateProfileTest {

    private final Holder root = TestCertificates.root("Root");

    @Test
    void accepts_a_signer_and_an_intermediate_that_keep_the_profile() {
        Holder intermediate = TestCertificates.intermediate("Intermediate", root);
        Holder signer = TestCertificates.signer("Signer", intermediate);
        CertificateChain chain = new CertificateChain(List.of(signer.certificate(), intermediate.certificate()));
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING)).isEmpty();
    }

    @Test
    void accepts_further_purposes_it_does_not_know() {
        assertThat(violations(recipe -> recipe.purposes(EMAIL_PROTECTION, "1.3.6.1.4.1.99999.7")))
                .isEmpty();
    }

    @Test
    void names_each_broken_clause() {
        assertThat(violations(Recipe::authority)).anyMatch(v -> v.contains("certification authority"));
        assertThat(violations(Recipe::withoutUsage)).containsExactly("the signer's certificate has no key usage");
        assertThat(violations(r -> r.usage(KeyUsage.nonRepudiation))).anyMatch(v -> v.contains("digitalSignature"));
        assertThat(violations(r -> r.usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)))
                .anyMatch(v -> v.contains("keyCertSign"));
        assertThat(violations(Recipe::purposes)).containsExactly("the signer's certificate has no extended key usage");
        assertThat(violations(r -> r.purposes(EMAIL_PROTECTION, "2.5.29.37.0")))
                .anyMatch(v -> v.contains("anyExtendedKeyUsage"));
        assertThat(violations(r -> r.purposes(EMAIL_PROTECTION, TIME_STAMPING))).anyMatch(v -> v.contains("mixes"));
        assertThat(violations(r -> r.purposes(TIME_STAMPING))).anyMatch(v -> v.contains("is for time-stamping"));
        assertThat(violations(Recipe::withoutAuthorityKeyIdentifier))
                .containsExactly("the signer's certificate has no authority key identifier");
        assertThat(violations(Recipe::withSubjectUniqueId))
                .containsExactly("the signer's certificate has a subjectUniqueID");
        assertThat(violations(r -> r.signedWith("SHA1withECDSA"))).anyMatch(v -> v.contains("signed with"));
    }

    @Test
    void refuses_a_short_rsa_key_and_takes_one_of_2048_bits() {
        assertThat(withKey(TestCertificates.keys("RSA", "1024"))).anyMatch(v -> v.contains("1024 bits"));
        assertThat(withKey(TestCertificates.keys("RSA", "2048"))).isEmpty();
    }

    @Test
    void refuses_an_intermediate_that_is_no_authority() {
        Holder other = TestCertificates.signer("Other", root);
        Holder signer = TestCertificates.signer("Signer", other);
        CertificateChain chain = new CertificateChain(List.of(signer.certificate(), other.certificate()));
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING))
                .anyMatch(v -> v.startsWith("certificate 2 of the chain is not that of a certification authority"));
    }

    @Test
    void a_time_stamping_certificate_is_for_time_stamping_only() {
        KeyPair keys = TestCertificates.p256();
        X509Certificate stamper =
                TestCertificates.timeStamper("TSA", root, keys).certificate();
        CertificateChain chain = new CertificateChain(List.of(stamper));
        assertThat(CertificateProfile.violations(chain, Purpose.TIME_STAMPING)).isEmpty();
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING)).isNotEmpty();
        CertificateChain signer = new CertificateChain(
                List.of(TestCertificates.signer("Signer", root).certificate()));
        assertThat(CertificateProfile.violations(signer, Purpose.TIME_STAMPING))
                .anyMatch(v -> v.contains("is not for time-stamping"));
    }

    @Test
    void a_cache_gives_the_same_answer_again() {
        CertificateChain chain = new CertificateChain(
                List.of(new Recipe("Signer").withoutUsage().issuedBy(root, TestCertificates.p256())));
        CertificateCache cache = CertificateCache.bounded(10);
        List<String> first = CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING, cache);
        assertThat(first).isEqualTo(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING));
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING, cache))
                .isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "es512", "ps256", "ps384", "ps512", "ed25519"})
    void accepts_the_reference_sdks_test_signers(String name) throws Exception {
        CertificateChain chain =
                new CertificateChain(TrustAnchors.ofPem(SharedCorpus.text("c2pa-rs/certs/" + name + ".pub"))
                        .certificates());
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING)).isEmpty();
    }

    private List<String> violations(UnaryOperator<Recipe> change) {
        X509Certificate certificate = change.apply(new Recipe("Signer")).issuedBy(root, TestCertificates.p256());
        return CertificateProfile.violations(new CertificateChain(List.of(certificate)), Purpose.CLAIM_SIGNING);
    }

    private List<String> withKey(KeyPair keys) {
        X509Certificate certificate = new Recipe("Signer").issuedBy(root, keys);
        return CertificateProfile.violations(new CertificateChain(List.of(certificate)), Purpose.CLAIM_SIGNING);
    }
}
