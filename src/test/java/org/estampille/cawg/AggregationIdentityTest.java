package org.estampille.cawg;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cawg.IdentityResult.Standing;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.SigStructure;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.junit.jupiter.api.Test;

/** Identity assertions signed by an aggregator of identity claims. */
class AggregationIdentityTest {

    private static final String TYPE = "cawg.identity_claims_aggregation";
    private static final KeyPair KEYS = TestCertificates.p256();
    private static final String WEB = "did:web:aggregator.example";

    private final SignedAsset asset = new SignedAsset();

    private static String jwk() {
        java.security.spec.ECPoint point = ((ECPublicKey) KEYS.getPublic()).getW();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + base64url(point.getAffineX()) + "\",\"y\":\""
                + base64url(point.getAffineY()) + "\"}";
    }

    private static String base64url(java.math.BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static String did() {
        return "did:jwk:"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Octets.ofUtf8(jwk()).toByteArray());
    }

    private String credential(String issuer, String more) {
        String hash = asset.reference("c2pa.hash.data")
                .get("hash")
                .flatMap(CborValue::asOctets)
                .orElseThrow()
                .base64();
        return "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",\"https://cawg.io/identity/1.1/ica/context/\"],"
                + "\"type\":[\"VerifiableCredential\",\"IdentityClaimsAggregationCredential\"],"
                + "\"issuer\":\"" + issuer + "\",\"validFrom\":\"2026-05-01T00:00:00Z\"," + more
                + "\"credentialSubject\":{\"verifiedIdentities\":[{\"type\":\"cawg.social_media\",\"username\":\"studio\","
                + "\"uri\":\"https://social.example/studio\",\"provider\":{\"name\":\"Social\"},"
                + "\"verifiedAt\":\"2026-04-01T00:00:00Z\"}],\"c2paAsset\":{\"referenced_assertions\":[{\"url\":"
                + "\"self#jumbf=c2pa.assertions/c2pa.hash.data\",\"hash\":\"" + hash + "\"}],\"sig_type\":\"" + TYPE
                + "\"}}}";
    }

    private IdentityResult judge(String credential, IdentityTrust trust) throws Exception {
        Octets header = CborWriter.write(CborValue.map()
                .put(1, CborValue.of(-7))
                .put(3, CborValue.of("application/vc"))
                .build());
        Octets payload = Octets.ofUtf8(credential);
        Octets cose = CborWriter.write(new CborValue.Tag(
                18,
                CborValue.array(List.of(
                        CborValue.of(header),
                        CborValue.map().build(),
                        CborValue.of(payload),
                        CborValue.of(SignedAsset.signature(KEYS, SigStructure.signature1(header, payload)))))));
        return asset.judge(SignedAsset.identity(asset.payload(TYPE), cose), trust);
    }

    private static IdentityTrust trusting(String... issuers) {
        return new IdentityTrust(TrustAnchors.empty(), Set.of(issuers), DidDocuments.none());
    }

    @Test
    void an_aggregator_on_the_list_makes_the_actor_trusted() throws Exception {
        IdentityResult result = judge(credential(did(), ""), trusting(did()));
        assertThat(codes(result)).containsExactly(CawgCode.ICA_CREDENTIAL_VALID, CawgCode.IDENTITY_TRUSTED);
        assertThat(result.standing()).isEqualTo(Standing.TRUSTED);
    }

    @Test
    void without_a_list_the_credential_is_valid_but_the_actor_only_well_formed() throws Exception {
        IdentityResult result = judge(credential(did(), ""), trusting());
        assertThat(codes(result)).containsExactly(CawgCode.ICA_CREDENTIAL_VALID, CawgCode.IDENTITY_WELL_FORMED);
    }

    @Test
    void an_aggregator_that_is_not_on_the_list_is_untrusted() throws Exception {
        IdentityResult result = judge(credential(did(), ""), trusting("did:web:other.example"));
        assertThat(codes(result)).containsExactly(CawgCode.ICA_UNTRUSTED_ISSUER, CawgCode.IDENTITY_WELL_FORMED);
    }

    @Test
    void a_did_web_is_never_fetched_but_taken_from_a_document_that_was_handed_in() throws Exception {
        assertThat(codes(judge(credential(WEB, ""), trusting())))
                .containsExactly(CawgCode.ICA_DID_UNAVAILABLE, CawgCode.IDENTITY_NETWORK_TRAFFIC_BLOCKED);
        Octets document = Octets.ofUtf8("{\"id\":\"" + WEB + "\",\"verificationMethod\":[{\"id\":\"" + WEB
                + "#k\",\"type\":\"JsonWebKey2020\",\"publicKeyJwk\":" + jwk() + "}],\"assertionMethod\":[\"" + WEB
                + "#k\"]}");
        IdentityTrust trust = new IdentityTrust(
                TrustAnchors.empty(), Set.of(WEB), DidDocuments.of(List.of(document), ReadLimits.standard()));
        assertThat(judge(credential(WEB, ""), trust).standing()).isEqualTo(Standing.TRUSTED);
    }

    @Test
    void a_document_about_somebody_else_or_with_another_key_does_not_help() throws Exception {
        DidResolver other = did ->
                new DidResolver.Found(CborValue.map().put("id", "did:web:x").build());
        assertThat(codes(judge(credential(WEB, ""), new IdentityTrust(TrustAnchors.empty(), Set.of(WEB), other))))
                .containsExactly(CawgCode.ICA_INVALID_DID_DOCUMENT);
        String signed = credential(did(), "");
        IdentityResult altered =
                asset.judge(SignedAsset.identity(asset.payload(TYPE), forged(signed)), trusting(did()));
        assertThat(codes(altered)).containsExactly(CawgCode.ICA_SIGNATURE_MISMATCH);
    }

    private static Octets forged(String credential) {
        Octets header = CborWriter.write(CborValue.map()
                .put(1, CborValue.of(-7))
                .put(3, CborValue.of("application/vc"))
                .build());
        Octets payload = Octets.ofUtf8(credential);
        return CborWriter.write(new CborValue.Tag(
                18,
                CborValue.array(List.of(
                        CborValue.of(header),
                        CborValue.map().build(),
                        CborValue.of(payload),
                        CborValue.of(SignedAsset.signature(
                                TestCertificates.p256(), SigStructure.signature1(header, payload)))))));
    }

    @Test
    void a_name_that_stands_in_the_credential_twice_is_no_credential() throws Exception {
        assertThat(codes(judge(credential(did(), "\"issuer\":\"" + WEB + "\","), trusting(did()))))
                .containsExactly(CawgCode.ICA_INVALID_VERIFIABLE_CREDENTIAL);
    }

    @Test
    void whether_a_credential_was_revoked_is_not_known_offline() throws Exception {
        String status =
                "\"credentialStatus\":{\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\"},";
        assertThat(codes(judge(credential(did(), status), trusting(did()))))
                .containsExactly(CawgCode.ICA_REVOCATION_UNAVAILABLE, CawgCode.IDENTITY_NETWORK_TRAFFIC_BLOCKED);
        assertThat(codes(judge(credential(did(), "\"credentialStatus\":{},"), trusting(did()))))
                .containsExactly(CawgCode.ICA_REVOCATION_UNSUPPORTED);
    }

    @Test
    void identities_must_be_there_and_complete() throws Exception {
        String good = credential(did(), "");
        assertThat(codes(judge(good.replace("\"username\":\"studio\",", ""), trusting())))
                .containsExactly(CawgCode.ICA_VERIFIED_IDENTITIES_INVALID);
        assertThat(codes(judge(good.replace("verifiedIdentities", "others"), trusting())))
                .containsExactly(CawgCode.ICA_VERIFIED_IDENTITIES_MISSING);
    }

    @Test
    void the_credential_must_be_about_the_same_assertions() throws Exception {
        String other = credential(did(), "").replace("c2pa.hash.data\",\"hash", "c2pa.hash.boxes\",\"hash");
        assertThat(codes(judge(other, trusting(did())))).containsExactly(CawgCode.ICA_SIGNER_PAYLOAD_MISMATCH);
    }

    private static List<CawgCode> codes(IdentityResult result) {
        return result.findings().stream().map(CawgFinding::code).toList();
    }
}
