package org.estampille.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.trust.TestCertificates.NOON;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.estampille.bytes.Octets;
import org.estampille.trust.TestCertificates.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MlDsaCertificateTest {

    @ParameterizedTest
    @CsvSource({"ML-DSA-44,ML-DSA-65", "ML-DSA-65,ML-DSA-65", "ML-DSA-87,ML-DSA-44"})
    void trusts_a_chain_of_such_signatures_and_finds_nothing_wrong_with_it(String set, String below) {
        Holder root = MlDsaCertificates.root("Root", set);
        Holder intermediate = MlDsaCertificates.intermediate("Intermediate", root, below);
        Holder signer = MlDsaCertificates.signer("Signer", intermediate, MlDsaCertificates.keys(set));
        CertificateChain chain = chain(signer, intermediate);
        assertThat(ChainValidator.evaluate(chain, anchors(root), NOON))
                .isEqualTo(new TrustOutcome.Trusted(root.certificate()));
        assertThat(ChainValidator.evaluate(chain, anchors(intermediate), NOON).isTrusted())
                .isTrue();
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING)).isEmpty();
        assertThat(Issuance.isIssuedBy(signer.certificate(), intermediate.certificate()))
                .isTrue();
    }

    @Test
    void trusts_a_chain_that_mixes_them_with_others() {
        Holder root = TestCertificates.root("Root");
        Holder intermediate = MlDsaCertificates.intermediate("Intermediate", root, "ML-DSA-44");
        Holder signer = MlDsaCertificates.signer("Signer", intermediate, TestCertificates.p256());
        CertificateChain chain = chain(signer, intermediate);
        assertThat(ChainValidator.evaluate(chain, anchors(root), NOON).isTrusted())
                .isTrue();
        assertThat(CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING)).isEmpty();
    }

    @Test
    void does_not_trust_namesakes_with_another_key_or_set() {
        Holder root = MlDsaCertificates.root("Root", "ML-DSA-44");
        Holder signer = MlDsaCertificates.signer("Signer", root, MlDsaCertificates.keys("ML-DSA-44"));
        CertificateChain chain = chain(signer);
        for (Holder other : List.of(
                MlDsaCertificates.root("Root", "ML-DSA-44"),
                MlDsaCertificates.root("Root", "ML-DSA-65"),
                TestCertificates.root("Root"))) {
            assertThat(ChainValidator.evaluate(chain, anchors(other), NOON).isTrusted())
                    .isFalse();
            assertThat(Issuance.isIssuedBy(signer.certificate(), other.certificate()))
                    .isFalse();
        }
        assertThat(ChainValidator.evaluate(chain, anchors(root), NOON).isTrusted())
                .isTrue();
    }

    @Test
    void keeps_the_other_rules_of_path_validation() {
        Holder root = MlDsaCertificates.root("Root", "ML-DSA-44");
        Holder signer = MlDsaCertificates.signer("Signer", root, MlDsaCertificates.keys("ML-DSA-44"));
        assertThat(ChainValidator.evaluate(chain(signer), anchors(root), NOON.plus(31, ChronoUnit.DAYS)))
                .isEqualTo(new TrustOutcome.Untrusted("certificate 1 of the chain had expired"));
        KeyPair keys = MlDsaCertificates.keys("ML-DSA-44");
        X509Certificate odd = MlDsaCertificates.recipe("Odd", root)
                .withUnknownCriticalExtension()
                .issuedBy(root, keys);
        assertThat(ChainValidator.evaluate(new CertificateChain(List.of(odd)), anchors(root), NOON)
                        .isTrusted())
                .isFalse();
        Holder noAuthority = MlDsaCertificates.signer("Other", root, MlDsaCertificates.keys("ML-DSA-44"));
        Holder below = MlDsaCertificates.signer("Below", noAuthority, MlDsaCertificates.keys("ML-DSA-44"));
        assertThat(ChainValidator.evaluate(chain(below, noAuthority), anchors(root), NOON)
                        .isTrusted())
                .isFalse();
    }

    @Test
    void does_not_trust_a_certificate_that_was_changed() throws Exception {
        Holder root = MlDsaCertificates.root("Root", "ML-DSA-44");
        Holder signer = MlDsaCertificates.signer("Signer", root, MlDsaCertificates.keys("ML-DSA-44"));
        byte[] der = signer.certificate().getEncoded();
        der[der.length - 1_000] ^= 1;
        CertificateChain changed = CertificateChain.read(List.of(Octets.adopt(der)));
        assertThat(ChainValidator.evaluate(changed, anchors(root), NOON))
                .isEqualTo(new TrustOutcome.Untrusted("certificate 1 of the chain is not signed by its issuer"));
    }

    @Test
    void the_profile_wants_parameters_to_be_absent() throws Exception {
        Holder root = MlDsaCertificates.root("Root", "ML-DSA-65");
        Holder signer = MlDsaCertificates.signer("Signer", root, MlDsaCertificates.keys("ML-DSA-44"));
        assertThat(violations(withNullParameters(signer, 6))).anyMatch(v -> v.contains("RFC 9881"));
        assertThat(violations(withNullParameters(signer, 2))).anyMatch(v -> v.contains("parameters"));
        assertThat(violations(withNullParameters(signer, -1))).anyMatch(v -> v.contains("parameters"));
    }

    /** The same certificate, unsound, with NULL as parameters in that field of the signed part, or behind it. */
    private static CertificateChain withNullParameters(Holder holder, int field) throws Exception {
        ASN1Sequence certificate =
                ASN1Sequence.getInstance(new JcaX509CertificateHolder(holder.certificate()).getEncoded());
        ASN1Sequence signed = ASN1Sequence.getInstance(certificate.getObjectAt(0));
        ASN1EncodableVector fields = new ASN1EncodableVector();
        for (int i = 0; i < signed.size(); i++) {
            fields.add(
                    i != field
                            ? signed.getObjectAt(i)
                            : i == 6 ? key(signed.getObjectAt(i)) : identifier(signed.getObjectAt(i)));
        }
        ASN1EncodableVector whole = new ASN1EncodableVector();
        whole.add(new DERSequence(fields));
        whole.add(field < 0 ? identifier(certificate.getObjectAt(1)) : certificate.getObjectAt(1));
        whole.add(certificate.getObjectAt(2));
        return CertificateChain.read(List.of(Octets.adopt(new DERSequence(whole).getEncoded())));
    }

    private static SubjectPublicKeyInfo key(Object info) {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(info);
        DERBitString bits = new DERBitString(key.getPublicKeyData().getOctets());
        return new SubjectPublicKeyInfo(identifier(key.getAlgorithm()), bits.getOctets());
    }

    private static AlgorithmIdentifier identifier(Object bare) {
        return new AlgorithmIdentifier(AlgorithmIdentifier.getInstance(bare).getAlgorithm(), DERNull.INSTANCE);
    }

    private static List<String> violations(CertificateChain chain) {
        return CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING);
    }

    private static CertificateChain chain(Holder... holders) {
        return new CertificateChain(
                Arrays.stream(holders).map(Holder::certificate).toList());
    }

    private static TrustAnchors anchors(Holder holder) {
        return new TrustAnchors(List.of(holder.certificate()));
    }
}
