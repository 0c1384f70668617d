package org.estampille.cawg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.cawg.SignedAsset.DOCUMENT_SIGNING;
import static org.estampille.cawg.SignedAsset.NOW;
import static org.estampille.cawg.SignedAsset.cose;
import static org.estampille.cawg.SignedAsset.identity;
import static org.estampille.cawg.SignedAsset.payload;
import static org.estampille.cawg.SignedAsset.reference;
import static org.estampille.cawg.SignedAsset.trusting;

import java.security.KeyPair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.cawg.IdentityResult.Standing;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.SigStructure;
import org.estampille.revocation.HttpOcspSource;
import org.estampille.revocation.LoopbackResponder;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.trust.TestCertificates;
import org.junit.jupiter.api.Test;

/** Identity assertions signed with a certificate of the named actor, and the ways to forge one. */
class X509IdentityTest {

    private static final String TYPE = "cawg.x509.cose";
    private static final TestCertificates.Holder ROOT = TestCertificates.root("Identity root");
    private static final TestCertificates.Holder ACTOR = actor(DOCUMENT_SIGNING);

    private static TestCertificates.Holder actor(String... purposes) {
        KeyPair keys = TestCertificates.p256();
        return new TestCertificates.Holder(
                keys,
                new TestCertificates.Recipe("Studio Actor").purposes(purposes).issuedBy(ROOT, keys));
    }

    private static IdentityResult judge(SignedAsset asset, CborValue.Map payload) throws LimitExceededException {
        return asset.judge(identity(payload, cose(ACTOR, payload)), trusting(ROOT));
    }

    @Test
    void an_actor_whose_authority_is_trusted_is_trusted() throws Exception {
        SignedAsset asset = new SignedAsset();
        IdentityResult result = judge(asset, asset.payload(TYPE));
        assertThat(result.standing()).isEqualTo(Standing.TRUSTED);
        assertThat(codes(result))
                .containsExactly(
                        CawgCode.X509_CREDENTIAL_TRUSTED,
                        CawgCode.X509_SIGNATURE_VALIDATED,
                        CawgCode.X509_SIGNATURE_INSIDE_VALIDITY,
                        CawgCode.IDENTITY_TRUSTED);
    }

    private static TestCertificates.Holder actor(LoopbackResponder responder, Manner manner) {
        KeyPair keys = TestCertificates.p256();
        return new TestCertificates.Holder(
                keys,
                new TestCertificates.Recipe("Studio Actor")
                        .purposes(DOCUMENT_SIGNING)
                        .responder(responder.address(manner))
                        .issuedBy(ROOT, keys));
    }

    private static List<CawgCode> asked(Manner manner) throws Exception {
        try (LoopbackResponder responder = LoopbackResponder.start(ROOT)) {
            SignedAsset asset = new SignedAsset();
            CborValue.Map payload = asset.payload(TYPE);
            TestCertificates.Holder actor = actor(responder, manner);
            return codes(asset.judge(
                    CborWriter.write(identity(payload, cose(actor, payload))),
                    trusting(ROOT),
                    SignedAsset.NOW,
                    Optional.empty(),
                    Optional.of(new HttpOcspSource(address -> true, Duration.ofSeconds(20)))));
        }
    }

    @Test
    void the_responder_of_an_actor_decides_where_it_may_be_asked() throws Exception {
        assertThat(asked(Manner.GOOD)).contains(CawgCode.X509_OCSP_NOT_REVOKED, CawgCode.IDENTITY_TRUSTED);
        assertThat(asked(Manner.REVOKED))
                .contains(CawgCode.IDENTITY_CREDENTIAL_REVOKED)
                .doesNotContain(CawgCode.IDENTITY_TRUSTED, CawgCode.IDENTITY_WELL_FORMED);
        assertThat(asked(Manner.UNKNOWN)).contains(CawgCode.X509_OCSP_UNKNOWN, CawgCode.IDENTITY_TRUSTED);
        assertThat(asked(Manner.WRONG_RESPONDER)).contains(CawgCode.X509_OCSP_INACCESSIBLE);
    }

    @Test
    void a_revocation_stapled_to_an_identity_rejects_it_and_one_of_another_certificate_does_not() throws Exception {
        try (LoopbackResponder responder = LoopbackResponder.start(ROOT)) {
            TestCertificates.Holder actor = actor(responder, Manner.GOOD);
            SignedAsset asset = new SignedAsset();
            CborValue.Map payload = asset.payload(TYPE);
            for (Manner manner : List.of(Manner.GOOD, Manner.REVOKED, Manner.OTHER_SERIAL)) {
                Octets answer = LoopbackResponder.response(manner, actor.certificate(), ROOT);
                CawgCode code = codes(asset.judge(
                                        CborWriter.write(identity(payload, cose(actor, payload, answer))),
                                        trusting(ROOT),
                                        SignedAsset.NOW))
                                .contains(CawgCode.IDENTITY_CREDENTIAL_REVOKED)
                        ? CawgCode.IDENTITY_CREDENTIAL_REVOKED
                        : CawgCode.X509_OCSP_SKIPPED;
                assertThat(code)
                        .isEqualTo(
                                manner == Manner.REVOKED
                                        ? CawgCode.IDENTITY_CREDENTIAL_REVOKED
                                        : CawgCode.X509_OCSP_SKIPPED);
            }
        }
    }

    @Test
    void an_actor_on_the_list_itself_is_trusted() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        assertThat(asset.judge(identity(payload, cose(ACTOR, payload)), trusting(ACTOR))
                        .standing())
                .isEqualTo(Standing.TRUSTED);
    }

    @Test
    void an_actor_nobody_vouches_for_is_well_formed_and_untrusted_under_a_code_of_its_own() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        for (IdentityTrust trust : List.of(IdentityTrust.none(), trusting(TestCertificates.root("Another root")))) {
            IdentityResult result = asset.judge(identity(payload, cose(ACTOR, payload)), trust);
            assertThat(result.standing()).isEqualTo(Standing.WELL_FORMED);
            assertThat(codes(result)).contains(CawgCode.X509_CREDENTIAL_UNTRUSTED, CawgCode.IDENTITY_WELL_FORMED);
        }
    }

    @Test
    void purposes_decide_who_may_be_trusted() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        for (String purpose : List.of(TestCertificates.CLAIM_SIGNING, TestCertificates.EMAIL_PROTECTION)) {
            TestCertificates.Holder other = actor(purpose); // e-mail certificates need a policy as well
            assertThat(asset.judge(identity(payload, cose(other, payload)), trusting(ROOT, other))
                            .standing())
                    .isEqualTo(Standing.WELL_FORMED);
        }
    }

    @Test
    void an_identity_replayed_on_another_asset_with_the_old_binding_planted_is_rejected() throws Exception {
        CborValue old = CborValue.map().put("hash", Octets.of(1, 2, 3)).build();
        SignedAsset other = new SignedAsset().gathered("c2pa.hash.data__1", old);
        assertFails(
                judge(other, payload(TYPE, other.reference("c2pa.hash.data__1"))),
                CawgCode.IDENTITY_HARD_BINDING_INCORRECT);
        SignedAsset disguised = new SignedAsset().gathered("c2pa.hash.fake", old);
        assertFails(
                judge(disguised, payload(TYPE, disguised.reference("c2pa.hash.fake"))),
                CawgCode.IDENTITY_HARD_BINDING_MISSING);
    }

    @Test
    void a_second_hard_binding_beside_the_right_one_is_rejected() throws Exception {
        SignedAsset asset =
                new SignedAsset().gathered("c2pa.hash.boxes", CborValue.map().build());
        assertFails(
                judge(asset, payload(TYPE, asset.reference("c2pa.hash.data"), asset.reference("c2pa.hash.boxes"))),
                CawgCode.IDENTITY_HARD_BINDING_INCORRECT);
    }

    @Test
    void a_reference_must_name_the_hash_the_claim_names() throws Exception {
        assertFails(
                judge(new SignedAsset(), payload(TYPE, reference("c2pa.hash.data", Octets.zeros(32)))),
                CawgCode.IDENTITY_ASSERTION_MISMATCH);
    }

    @Test
    void a_reference_must_not_stand_there_twice_in_whatever_spelling() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map absolute = CborValue.map()
                .put("url", "self#jumbf=/c2pa/" + SignedAsset.MANIFEST + "/c2pa.assertions/c2pa.hash.data")
                .put("alg", "sha256")
                .put("hash", asset.reference("c2pa.hash.data").get("hash").orElseThrow())
                .build();
        assertThat(judge(asset, payload(TYPE, absolute)).standing()).isEqualTo(Standing.TRUSTED);
        assertFails(
                judge(asset, payload(TYPE, asset.reference("c2pa.hash.data"), absolute)),
                CawgCode.IDENTITY_ASSERTION_DUPLICATE);
    }

    @Test
    void padding_must_be_zero() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        CborValue.Map padded = CborValue.map()
                .put("signer_payload", payload)
                .put("signature", cose(ACTOR, payload))
                .put("pad1", Octets.zeros(4))
                .put("pad2", Octets.of(0, 1))
                .build();
        assertFails(asset.judge(padded, trusting(ROOT)), CawgCode.IDENTITY_PAD_INVALID);
    }

    @Test
    void an_unknown_kind_of_signature_is_rejected() throws Exception {
        SignedAsset asset = new SignedAsset();
        assertFails(judge(asset, asset.payload("com.example.other")), CawgCode.IDENTITY_SIG_TYPE_UNKNOWN);
    }

    @Test
    void a_payload_inside_the_signature_is_never_what_was_signed() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        Octets header = SignedAsset.protectedHeader(ACTOR);
        Octets octets = CborWriter.write(payload);
        Octets signature = SignedAsset.signature(ACTOR.keys(), SigStructure.signature1(header, octets));
        Octets attached = CborWriter.write(new CborValue.Tag(
                18,
                CborValue.array(List.of(
                        CborValue.of(header),
                        CborValue.map().build(),
                        CborValue.of(octets),
                        CborValue.of(signature)))));
        assertFails(asset.judge(identity(payload, attached), trusting(ROOT)), CawgCode.X509_SIGNATURE_MISMATCH);
    }

    @Test
    void a_payload_changed_after_signing_is_rejected() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        CborValue.Map changed = CborValue.map()
                .put("sig_type", TYPE)
                .put(
                        "referenced_assertions",
                        payload.get("referenced_assertions").orElseThrow())
                .put("role", CborValue.array(List.of(CborValue.of("cawg.creator"))))
                .build();
        assertFails(
                asset.judge(identity(changed, cose(ACTOR, payload)), trusting(ROOT)), CawgCode.X509_SIGNATURE_MISMATCH);
    }

    @Test
    void octets_signed_as_stored_are_let_pass_and_said() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        Octets deterministic = CborWriter.write(payload);
        Octets stored = Octets.concat(Octets.of(0xBF), deterministic.from(1), Octets.of(0xFF));
        Octets whole = identityAround(stored, cose(ACTOR, stored));
        IdentityResult result = asset.judge(whole, trusting(ROOT), NOW);
        assertThat(result.standing()).isEqualTo(Standing.TRUSTED);
        assertThat(codes(result)).contains(CawgCode.PAYLOAD_NON_DETERMINISTIC);
        IdentityResult reencoded = asset.judge(identityAround(stored, cose(ACTOR, payload)), trusting(ROOT), NOW);
        assertThat(codes(reencoded)).contains(CawgCode.IDENTITY_TRUSTED);
        assertThat(codes(reencoded)).doesNotContain(CawgCode.PAYLOAD_NON_DETERMINISTIC);
    }

    private static Octets identityAround(Octets payload, Octets signature) {
        CborValue.Map rest = CborValue.map()
                .put("signature", signature)
                .put("pad1", Octets.zeros(1))
                .build();
        return Octets.concat(
                Octets.of(0xA3),
                CborWriter.write(CborValue.of("signer_payload")),
                payload,
                CborWriter.write(rest).from(1));
    }

    @Test
    void a_key_that_stands_there_twice_is_no_valid_assertion() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        CborValue.Map twice = CborValue.map()
                .put("signer_payload", payload)
                .put("signature", cose(ACTOR, payload))
                .put("pad1", Octets.empty())
                .put("pad1", Octets.of(1))
                .build();
        assertFails(asset.judge(twice, trusting(ROOT)), CawgCode.IDENTITY_CBOR_INVALID);
    }

    @Test
    void a_field_nobody_knows_is_ignored() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        CborValue.Map more = CborValue.map()
                .put("signer_payload", payload)
                .put("signature", cose(ACTOR, payload))
                .put("pad1", Octets.empty())
                .put("other_stuff", 1)
                .build();
        assertThat(asset.judge(more, trusting(ROOT)).standing()).isEqualTo(Standing.TRUSTED);
    }

    @Test
    void a_certificate_that_is_past_does_not_vouch_for_anybody() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        IdentityResult result = asset.judge(
                CborWriter.write(identity(payload, cose(ACTOR, payload))),
                trusting(ROOT),
                NOW.plus(40, ChronoUnit.DAYS));
        assertFails(result, CawgCode.X509_SIGNATURE_OUTSIDE_VALIDITY);
    }

    @Test
    void a_version_1_time_stamp_counts_for_nothing() throws Exception {
        SignedAsset asset = new SignedAsset();
        CborValue.Map payload = asset.payload(TYPE);
        Octets header = SignedAsset.protectedHeader(ACTOR);
        CborValue token = CborValue.map().put("val", Octets.of(0x30, 0)).build();
        CborValue.Map unprotected = CborValue.map()
                .put(
                        "sigTst",
                        CborValue.map()
                                .put("tstTokens", CborValue.array(List.of(token)))
                                .build())
                .build();
        Octets cose = org.estampille.cose.CoseWriter.write(
                header,
                unprotected,
                SignedAsset.signature(ACTOR.keys(), SigStructure.signature1(header, CborWriter.write(payload))));
        IdentityResult result = asset.judge(identity(payload, cose), trusting(ROOT));
        assertThat(codes(result)).contains(CawgCode.X509_TIME_STAMP_MALFORMED, CawgCode.X509_SIGNATURE_INSIDE_VALIDITY);
    }

    private static void assertFails(IdentityResult result, CawgCode code) {
        assertThat(codes(result)).contains(code);
        assertThat(codes(result)).doesNotContain(CawgCode.IDENTITY_TRUSTED, CawgCode.IDENTITY_WELL_FORMED);
        assertThat(result.standing()).isEqualTo(Standing.INVALID);
    }

    private static List<CawgCode> codes(IdentityResult result) {
        return result.findings().stream().map(CawgFinding::code).toList();
    }
}
