package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.revocation.LoopbackResponder;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.sign.LoopbackTimeStampAuthority;
import org.estampille.timestamp.RawExchange;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time-stamps and OCSP answers that belong elsewhere, beside a signature that holds. */
final class EvidenceTest {

    private static final String NAME = "picture.png";
    private static final String STATUS = "signingCredential.ocsp.";
    private static final Holder ROOT = TestCertificates.root("Root");
    private static final KeyPair KEYS = TestCertificates.p256();
    private static final X509Certificate SIGNER =
            new Recipe("Signer").responder(URI.create("http://ocsp.invalid/")).issuedBy(ROOT, KEYS);

    private static Scene scene;
    private static Octets media;
    private static Forgery forgery;
    private static LoopbackTimeStampAuthority authority;

    @BeforeAll
    static void prepares(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
        media = scene.media(NAME);
        forgery = Forgery.of(scene.detached(NAME, media));
        authority = LoopbackTimeStampAuthority.start();
        scene.write("root.pem", pem(ROOT.certificate()));
        scene.write("tsa.pem", pem(authority.anchors().certificates().get(0)));
    }

    @AfterAll
    static void closes() {
        authority.close();
    }

    private static Octets pem(X509Certificate certificate) throws GeneralSecurityException {
        String der = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return Octets.ofAscii("-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
    }

    private static CborValue list(String outer, CborValue item) {
        return CborValue.map().put(outer, CborValue.array(List.of(item))).build();
    }

    /** Signs anew; the stamp, if any, is made of the signature by {@code stamped}. */
    private interface Stamp {
        Octets of(Octets message) throws Exception;
    }

    private static Verdict judged(Optional<Stamp> stamp, Optional<Octets> answer) throws Exception {
        Octets header =
                CoseWriter.protectedHeader(SignatureAlgorithm.ES256, List.of(Octets.copyOf(SIGNER.getEncoded())));
        Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
        es256.initSign(KEYS.getPrivate());
        es256.update(SigStructure.signature1(header, forgery.claimOctets()).asBuffer());
        Octets signature = Octets.adopt(es256.sign());
        CborValue.Map unprotected = CborValue.map().build();
        if (stamp.isPresent()) {
            Octets token = stamp.get().of(SigStructure.counterSignature(header, SigStructure.serialized(signature)));
            CborValue value = CborValue.map().put("val", token).build();
            unprotected = Forgery.set(unprotected, "sigTst2", list("tstTokens", value));
        }
        if (answer.isPresent()) {
            unprotected = Forgery.set(unprotected, "rVals", list("ocspVals", CborValue.of(answer.get())));
        }
        scene.write(NAME, media);
        scene.write(
                Scene.sidecar(NAME),
                forgery.withCose(CoseWriter.write(header, unprotected, signature))
                        .octets());
        return scene.verify(NAME, "root.pem", "--trust-tsa", "tsa.pem");
    }

    private static Octets real(Octets message) throws Exception {
        return RawExchange.token(authority.address(), message);
    }

    private static Octets altered(Octets octets, int fromEnd) {
        byte[] changed = octets.toByteArray();
        changed[changed.length - fromEnd] ^= 1;
        return Octets.adopt(changed);
    }

    private static String time(Verdict verdict) {
        return verdict.report().get("time").get("trust").asString();
    }

    @Test
    void a_stamp_and_an_answer_that_belong_to_the_signature_count() throws Exception {
        Octets good = LoopbackResponder.response(Manner.GOOD, SIGNER, ROOT);
        Verdict verdict = judged(Optional.of(EvidenceTest::real), Optional.of(good));
        assertThat(time(verdict)).as(verdict.report().toString()).isEqualTo("trusted");
        assertThat(verdict.report().at("/signer/revocation/status").asString()).isEqualTo("not-revoked");
        assertThat(verdict.exit()).isZero();
    }

    @Test
    void a_stamp_with_altered_octets_is_no_time() throws Exception {
        for (int fromEnd : new int[] {1, 40}) {
            Verdict verdict = judged(Optional.of(message -> altered(real(message), fromEnd)), Optional.empty());
            assertThat(time(verdict)).isNotEqualTo("trusted");
            assertThat(verdict.informational())
                    .containsAnyOf("timeStamp.mismatch", "timeStamp.malformed")
                    .doesNotContain("timeStamp.trusted");
        }
    }

    @Test
    void a_stamp_of_another_signature_is_no_time() throws Exception {
        Verdict verdict = judged(Optional.of(message -> real(Octets.concat(message, Octets.of(0)))), Optional.empty());
        assertThat(time(verdict)).isEqualTo("none");
        assertThat(verdict.informational()).contains("timeStamp.mismatch");
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"OTHER_SERIAL", "OTHER_ISSUER", "WRONG_RESPONDER", "EXPIRED", "UNSUCCESSFUL"})
    void an_answer_that_is_not_about_this_certificate_now_from_one_who_may_says_nothing(Manner manner)
            throws Exception {
        Octets answer = LoopbackResponder.response(manner, SIGNER, ROOT);
        Verdict verdict = judged(Optional.of(EvidenceTest::real), Optional.of(answer));
        assertThat(verdict.informational()).as(verdict.report().toString()).contains(STATUS + "skipped");
        assertThat(verdict.report().toString()).doesNotContain(STATUS + "notRevoked", STATUS + "revoked");
    }

    @Test
    void a_good_answer_with_altered_octets_or_without_a_stamp_says_nothing() throws Exception {
        Octets good = LoopbackResponder.response(Manner.GOOD, SIGNER, ROOT);
        for (Verdict verdict : List.of(
                judged(Optional.empty(), Optional.of(good)),
                judged(Optional.of(EvidenceTest::real), Optional.of(altered(good, good.length() / 2))))) {
            assertThat(verdict.report().toString()).doesNotContain(STATUS + "notRevoked");
        }
    }

    @Test
    void a_revocation_rejects_however_good_another_answer_looks() throws Exception {
        Octets revoked = LoopbackResponder.response(Manner.REVOKED, SIGNER, ROOT);
        judged(Optional.of(EvidenceTest::real), Optional.of(revoked)).isRejectedFor(STATUS + "revoked");
    }

    private static Octets official(String from) throws GeneralSecurityException {
        X509Certificate anchor = authority.anchors().certificates().get(0);
        String val = Base64.getEncoder().encodeToString(anchor.getEncoded());
        return Octets.ofUtf8("{\"LoTE\":{\"ListAndSchemeInformation\":{\"LoTESequenceNumber\":3,"
                + "\"SchemeName\":[{\"lang\":\"en\",\"value\":\"C2PA TSA Trust List\"}],"
                + "\"ListIssueDateTime\":\"2026-05-01T00:00:00Z\"},\"TrustedEntitiesList\":[{\"TrustedEntityServices\":"
                + "[{\"ServiceInformation\":{\"ServiceDigitalIdentity\":{\"X509Certificates\":[{\"val\":\"" + val
                + "\"}]},"
                + "\"ServiceStatus\":\"http://c2pa.org/conformance/trust-list/trusted\",\"StatusStartingTime\":\""
                + from
                + "\"}}]}]}}");
    }

    @Test
    void an_authority_that_became_trusted_only_later_attests_no_time() throws Exception {
        judged(Optional.of(EvidenceTest::real), Optional.empty());
        scene.write("list.json", official("2026-06-01T12:00:01Z"));
        scene.run("trust", "import", "list.json", "--purpose", "tsa", "--name", "official", "--force");
        Verdict late = scene.verify(NAME, "root.pem");
        assertThat(time(late)).isEqualTo("untrusted");
        assertThat(late.report().toString()).contains("counts only from 2026-06-01T12:00:01Z");
        scene.write("list.json", official("2026-06-01T12:00:00Z"));
        scene.run("trust", "import", "list.json", "--purpose", "tsa", "--name", "official", "--force");
        Verdict in = scene.verify(NAME, "root.pem");
        assertThat(time(in)).isEqualTo("trusted");
        assertThat(in.report().at("/time/list/issued").asString()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(scene.output("inspect", NAME, "--crjson", "--trust", "root.pem")
                        .replaceAll("\\s", ""))
                .contains("\"trustListUris\":[{\"uri\":\"https://c2pa.org/trustlist-tsa\","
                        + "\"type\":\"c2pa.tsaTrustList\",\"identifier\":\"3\"}]");
        assertThat(scene.output("trust", "show", "official"))
                .contains("edition 3 of C2PA TSA Trust List", "trusted from 2026-06-01T12:00:00Z");
        scene.forget("official");
    }

    @Test
    void the_report_names_the_list_that_decided_about_time() throws Exception {
        scene.run("trust", "import", "tsa.pem", "--purpose", "tsa", "--name", "stampers", "--force");
        Verdict verdict = judged(Optional.of(EvidenceTest::real), Optional.empty());
        assertThat(verdict.report().at("/time/list/name").asString()).isEqualTo("stampers");
        assertThat(verdict.report().at("/time/list/source").asString()).isEqualTo("tsa.pem");
        assertThat(scene.output("verify", NAME, "--trust", "root.pem"))
                .contains("stamped by an authority on a list you trust (stampers, imported 2026-06-01)");
        scene.forget("stampers");
    }
}
