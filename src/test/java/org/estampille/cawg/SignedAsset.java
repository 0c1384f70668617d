package org.estampille.cawg;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.revocation.OcspSource;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;

/** A manifest with a hard binding and an identity assertion, good unless changed. */
final class SignedAsset {

    static final Instant NOW = TestCertificates.NOON;
    static final String MANIFEST = "urn:c2pa:5b1d33ae-9f4f-4b6c-8a2f-3f1a4be2a7c1";
    static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";

    private final List<SuperBox> created = new ArrayList<>();
    private final List<SuperBox> gathered = new ArrayList<>();

    SignedAsset() {
        created("c2pa.hash.data", CborValue.map().put("hash", Octets.zeros(32)).build());
    }

    SignedAsset created(String label, CborValue content) {
        created.add(cbor(label, CborWriter.write(content)));
        return this;
    }

    SignedAsset gathered(String label, CborValue content) {
        gathered.add(cbor(label, CborWriter.write(content)));
        return this;
    }

    /** A reference to an assertion by its label. */
    CborValue.Map reference(String label) {
        for (List<SuperBox> boxes : List.of(created, gathered)) {
            for (SuperBox box : boxes) {
                if (box.label().equals(label)) {
                    return hashedUri(box);
                }
            }
        }
        throw new IllegalArgumentException(label);
    }

    static CborValue.Map reference(String label, Octets hash) {
        return CborValue.map()
                .put("url", "self#jumbf=c2pa.assertions/" + label)
                .put("hash", hash)
                .build();
    }

    private static CborValue.Map hashedUri(SuperBox box) {
        return reference(
                box.label(),
                CryptoEngine.platform()
                        .hash(HashAlgorithm.SHA256, box.hashedOctets())
                        .value());
    }

    /** What a credential holder signs about the hard binding. */
    CborValue.Map payload(String sigType) {
        return payload(sigType, reference("c2pa.hash.data"));
    }

    static CborValue.Map payload(String sigType, CborValue... references) {
        return CborValue.map()
                .put("sig_type", sigType)
                .put("referenced_assertions", CborValue.array(List.of(references)))
                .build();
    }

    /** An identity assertion, padded with zeros. */
    static CborValue.Map identity(CborValue payload, Octets signature) {
        return CborValue.map()
                .put("signer_payload", payload)
                .put("signature", signature)
                .put("pad1", Octets.zeros(8))
                .build();
    }

    static Octets cose(TestCertificates.Holder actor, CborValue.Map payload) {
        return cose(actor, CborWriter.write(payload));
    }

    static Octets cose(TestCertificates.Holder actor, Octets payload) {
        Octets header = protectedHeader(actor);
        return CoseWriter.write(
                header, CborValue.map().build(), signature(actor.keys(), SigStructure.signature1(header, payload)));
    }

    /** With an OCSP response in the header of the signature. */
    static Octets cose(TestCertificates.Holder actor, CborValue.Map payload, Octets response) {
        Octets header = protectedHeader(actor);
        CborValue values = CborValue.map()
                .put("ocspVals", CborValue.array(List.of(CborValue.of(response))))
                .build();
        return CoseWriter.write(
                header,
                CborValue.map().put("rVals", values).build(),
                signature(actor.keys(), SigStructure.signature1(header, CborWriter.write(payload))));
    }

    static Octets protectedHeader(TestCertificates.Holder actor) {
        return CoseWriter.protectedHeader(SignatureAlgorithm.ES256, List.of(der(actor)));
    }

    private static Octets der(TestCertificates.Holder actor) {
        try {
            return Octets.copyOf(actor.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By ES256 or Ed25519, whichever the key is for. */
    static Octets signature(KeyPair keys, Octets message) {
        boolean elliptic = keys.getPublic().getAlgorithm().equals("EC");
        try {
            Signature signature = Signature.getInstance(elliptic ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(message.toByteArray());
            return Octets.adopt(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is said about that identity assertion. */
    IdentityResult judge(CborValue identity, IdentityTrust trust) throws LimitExceededException {
        return judge(CborWriter.write(identity), trust, NOW);
    }

    IdentityResult judge(Octets identity, IdentityTrust trust, Instant at) throws LimitExceededException {
        return judge(identity, trust, at, Optional.empty(), Optional.empty());
    }

    IdentityResult judge(
            Octets identity,
            IdentityTrust trust,
            Instant at,
            Optional<Instant> claimTime,
            Optional<OcspSource> responders)
            throws LimitExceededException {
        ManifestStore store = store(cbor("cawg.identity", identity));
        IdentityContext context = new IdentityContext(
                CryptoEngine.platform(),
                trust,
                TrustAnchors.empty(),
                at,
                ReadLimits.standard(),
                CertificateCache.bounded(10),
                responders);
        return new IdentityValidator(context)
                .validate(store, store.active().orElseThrow(), claimTime)
                .get(0);
    }

    static IdentityTrust trusting(TestCertificates.Holder... anchors) {
        return new IdentityTrust(
                new TrustAnchors(List.of(anchors).stream()
                        .map(TestCertificates.Holder::certificate)
                        .toList()),
                Set.of(),
                DidDocuments.none());
    }

    private ManifestStore store(SuperBox identity) throws LimitExceededException {
        List<SuperBox> all = new ArrayList<>(created);
        all.addAll(gathered);
        all.add(identity);
        List<CborValue> passedOn = new ArrayList<>();
        gathered.forEach(box -> passedOn.add(hashedUri(box)));
        passedOn.add(hashedUri(identity));
        CborValue claim = CborValue.map()
                .put("alg", "sha256")
                .put(
                        "created_assertions",
                        CborValue.array(
                                created.stream().map(SignedAsset::hashedUri).toList()))
                .put("gathered_assertions", CborValue.array(passedOn))
                .build();
        SuperBox manifest = box(
                JumbfType.STANDARD_MANIFEST,
                MANIFEST,
                List.of(
                        box(JumbfType.ASSERTION_STORE, "c2pa.assertions", all),
                        box(
                                JumbfType.CLAIM,
                                "c2pa.claim.v2",
                                List.of(ContentBox.of("cbor", CborWriter.write(claim))))));
        return new ManifestStoreReader(ReadLimits.standard())
                .read(List.of(box(JumbfType.MANIFEST_STORE, "c2pa", List.of(manifest))));
    }

    private static SuperBox cbor(String label, Octets content) {
        return box(JumbfType.CBOR, label, List.of(ContentBox.of("cbor", content)));
    }

    private static SuperBox box(JumbfType type, String label, List<? extends JumbfBox> children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), children);
    }
}
