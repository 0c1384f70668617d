package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.SigningException;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Signatures that hold, by signers who must not be believed, and signatures over something else. */
@ExtendWith(CountedAttacks.class)
final class SignerTest {

    private static final String NAME = "picture.png";
    private static final Holder ROOT = TestCertificates.root("Root");

    private static Scene scene;
    private static Octets media;
    private static Forgery forgery;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
        media = scene.media(NAME);
        forgery = Forgery.of(scene.detached(NAME, media));
        scene.write("root.pem", pem(ROOT.certificate()));
    }

    private static Octets pem(X509Certificate certificate) throws GeneralSecurityException {
        String der = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return Octets.ofAscii("-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
    }

    private record Keys(SignatureAlgorithm algorithm, KeyPair keys, X509Certificate certificate)
            implements ClaimSigner {

        @Override
        public CertificateChain chain() {
            return new CertificateChain(List.of(certificate));
        }

        @Override
        public Octets sign(Octets toBeSigned) throws SigningException {
            try {
                boolean rsa = keys.getPrivate().getAlgorithm().equals("RSA");
                Signature signature = Signature.getInstance(rsa ? "RSASSA-PSS" : "SHA256withECDSAinP1363Format");
                if (rsa) {
                    signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                }
                signature.initSign(keys.getPrivate());
                signature.update(toBeSigned.asBuffer());
                return Octets.adopt(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new SigningException("no signature", e);
            }
        }
    }

    private static Verdict signedWith(Recipe recipe, Holder issuer, KeyPair keys) throws Exception {
        SignatureAlgorithm algorithm =
                keys.getPrivate().getAlgorithm().equals("RSA") ? SignatureAlgorithm.PS256 : SignatureAlgorithm.ES256;
        ClaimSigner signer = new Keys(algorithm, keys, recipe.issuedBy(issuer, keys));
        return judged(forgery.signedBy(signer), "root.pem");
    }

    private static Verdict judged(Forgery changed, String anchors) throws Exception {
        scene.write(NAME, media);
        scene.write(Scene.sidecar(NAME), changed.octets());
        return scene.verify(NAME, anchors);
    }

    @Tag(CountedAttacks.HONEST)
    @Test
    void a_signer_who_keeps_the_profile_is_trusted() throws Exception {
        Verdict verdict = signedWith(new Recipe("Signer"), ROOT, TestCertificates.p256());
        assertThat(verdict.exit()).as(verdict.report().toString()).isZero();
    }

    @Test
    void an_expired_certificate_is_outside_its_validity() throws Exception {
        Recipe recipe = new Recipe("Signer")
                .valid(
                        TestCertificates.NOON.minus(Duration.ofDays(20)),
                        TestCertificates.NOON.minus(Duration.ofDays(1)));
        signedWith(recipe, ROOT, TestCertificates.p256()).isRejectedFor("claimSignature.outsideValidity");
    }

    @Test
    void a_certificate_of_the_future_is_outside_its_validity() throws Exception {
        Recipe recipe = new Recipe("Signer")
                .valid(TestCertificates.NOON.plus(Duration.ofDays(1)), TestCertificates.NOON.plus(Duration.ofDays(20)));
        signedWith(recipe, ROOT, TestCertificates.p256()).isRejectedFor("claimSignature.outsideValidity");
    }

    @Test
    void an_authority_must_not_sign_claims() throws Exception {
        signedWith(new Recipe("Signer").authority(), ROOT, TestCertificates.p256())
                .isRejectedFor("signingCredential.invalid");
        Recipe both = new Recipe("Signer")
                .authority()
                .usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)
                .purposes(TestCertificates.CLAIM_SIGNING);
        signedWith(both, ROOT, TestCertificates.p256()).isRejectedFor("signingCredential.invalid");
    }

    @Test
    void a_certificate_for_another_purpose_is_invalid() throws Exception {
        signedWith(new Recipe("Signer").purposes(TestCertificates.TIME_STAMPING), ROOT, TestCertificates.p256())
                .isRejectedFor("signingCredential.invalid");
        signedWith(new Recipe("Signer").purposes(), ROOT, TestCertificates.p256())
                .isRejectedFor("signingCredential.invalid");
    }

    @Test
    void a_certificate_for_web_servers_is_never_trusted() throws Exception {
        Verdict verdict = signedWith(new Recipe("Signer").purposes("1.3.6.1.5.5.7.3.1"), ROOT, TestCertificates.p256());
        assertThat(verdict.failures()).containsExactly("signingCredential.untrusted");
        assertThat(verdict.exit()).isEqualTo(4);
    }

    @Test
    void a_certificate_signed_over_sha_1_is_invalid() throws Exception {
        signedWith(new Recipe("Signer").signedWith("SHA1withECDSA"), ROOT, TestCertificates.p256())
                .isRejectedFor("signingCredential.invalid");
    }

    @Test
    void a_short_rsa_key_is_invalid() throws Exception {
        signedWith(new Recipe("Signer"), ROOT, TestCertificates.keys("RSA", "1024"))
                .isRejectedFor("signingCredential.invalid");
    }

    @Test
    void a_root_that_only_bears_the_name_of_a_trusted_one_is_not_trusted() throws Exception {
        Holder namesake = TestCertificates.root("Root");
        Verdict verdict = signedWith(new Recipe("Signer"), namesake, TestCertificates.p256());
        assertThat(verdict.failures()).containsExactly("signingCredential.untrusted");
        assertThat(verdict.state()).isEqualTo("valid");
        assertThat(verdict.exit()).isEqualTo(4);
    }

    @Test
    void a_payload_inside_the_signature_is_never_what_gets_verified() throws Exception {
        ClaimSigner signer = scene.signer();
        CoseSign1 cose = forgery.cose();
        for (Octets payload : List.of(forgery.claimOctets(), Octets.ofAscii("another claim"), Octets.empty())) {
            Octets signature = signer.sign(SigStructure.signature1(cose.protectedOctets(), payload));
            Octets attached = CborWriter.write(new CborValue.Tag(
                    18,
                    CborValue.array(List.of(
                            CborValue.of(cose.protectedOctets()),
                            cose.unprotectedHeader(),
                            CborValue.of(payload),
                            CborValue.of(signature)))));
            judged(forgery.withCose(attached), "keys/root.pem").isRejectedFor("claimSignature.mismatch");
        }
    }

    @Test
    void certificates_in_both_headers_are_no_credential() throws Exception {
        CborValue chain = forgery.cose().protectedHeader().get(33).orElseThrow();
        Forgery both = forgery.withUnprotected(header -> {
            List<CborValue.Entry> entries = new java.util.ArrayList<>(header.entries());
            entries.add(new CborValue.Entry(CborValue.of(33), chain));
            return new CborValue.Map(entries);
        });
        judged(both, "keys/root.pem").isRejectedFor("signingCredential.invalid");
    }

    @Test
    void a_certificate_changed_after_signing_breaks_the_signature() throws Exception {
        Octets header = forgery.cose().protectedOctets();
        byte[] changed = header.toByteArray();
        changed[changed.length - 1] ^= 1;
        Octets cose = CoseWriter.write(
                Octets.adopt(changed),
                forgery.cose().unprotectedHeader(),
                forgery.cose().signature());
        Verdict verdict = judged(forgery.withCose(cose), "keys/root.pem");
        assertThat(verdict.exit()).as(verdict.report().toString()).isEqualTo(1);
    }

    @Test
    void a_claim_signed_by_another_key_than_the_certificate_holds_is_a_mismatch() throws Exception {
        KeyPair other = TestCertificates.p256();
        Holder signer = TestCertificates.signer("Signer", ROOT);
        judged(forgery.signedBy(new Keys(SignatureAlgorithm.ES256, other, signer.certificate())), "root.pem")
                .isRejectedFor("claimSignature.mismatch");
    }
}
