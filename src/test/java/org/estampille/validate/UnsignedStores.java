package org.estampille.validate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;

/** Manifests without signatures, for rules that do not ask for one. */
final class UnsignedStores {

    static final ValidationContext CONTEXT =
            Contexts.trusting(TrustAnchors.empty(), Instant.parse("2026-11-22T00:00:00Z"));

    private UnsignedStores() {}

    static SuperBox box(JumbfType type, String label, List<? extends JumbfBox> children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), children);
    }

    static SuperBox assertion(String label, CborValue content) {
        return box(JumbfType.CBOR, label, List.of(ContentBox.of("cbor", CborWriter.write(content))));
    }

    /** The reference of an assertion of the same manifest. */
    static CborValue reference(SuperBox assertion) {
        return reference("self#jumbf=c2pa.assertions/" + assertion.label(), assertion);
    }

    static CborValue reference(String url, SuperBox box) {
        return CborValue.map()
                .put("url", url)
                .put(
                        "hash",
                        CryptoEngine.platform()
                                .hash(HashAlgorithm.SHA256, box.hashedOctets())
                                .value())
                .build();
    }

    static SuperBox parent(SuperBox manifest) {
        return assertion(
                "c2pa.ingredient.v3",
                CborValue.map()
                        .put("relationship", "parentOf")
                        .put("activeManifest", reference("self#jumbf=/c2pa/" + manifest.label(), manifest))
                        .put("validationResults", CborValue.map().build())
                        .build());
    }

    /** A manifest whose claim lists {@code declared} and whose store holds {@code stored}. */
    static SuperBox manifest(
            JumbfType type, String label, List<SuperBox> declared, List<SuperBox> stored, List<String> redacted) {
        List<CborValue> created = new ArrayList<>();
        for (SuperBox assertion : declared) {
            created.add(reference(assertion));
        }
        List<CborValue> redactions = new ArrayList<>();
        for (String uri : redacted) {
            redactions.add(CborValue.of(uri));
        }
        CborValue claim = CborValue.map()
                .put("instanceID", "xmp:iid:" + label)
                .put("claim_generator_info", CborValue.map().put("name", "test").build())
                .put("signature", "self#jumbf=c2pa.signature")
                .put("created_assertions", CborValue.array(created))
                .put("redacted_assertions", CborValue.array(redactions))
                .put("alg", "sha256")
                .build();
        return box(
                type,
                label,
                List.of(
                        box(JumbfType.ASSERTION_STORE, "c2pa.assertions", stored),
                        box(
                                JumbfType.CLAIM,
                                "c2pa.claim.v2",
                                List.of(ContentBox.of("cbor", CborWriter.write(claim))))));
    }

    static ManifestStore store(SuperBox... manifests) throws LimitExceededException {
        return new ManifestStoreReader(ReadLimits.standard()).read(List.of(storeBox(manifests)));
    }

    static SuperBox storeBox(SuperBox... manifests) {
        return box(JumbfType.MANIFEST_STORE, "c2pa", List.of(manifests));
    }

    /** What redaction leaves, with other octets than zeros where {@code content} has some. */
    static SuperBox redacted(String label, Octets content) {
        Octets uuid = Octets.concat(Octets.ofHex("caa98eee9d4df80e86ad4dffca263973"), content);
        return box(JumbfType.UUID, label, List.of(ContentBox.of("uuid", uuid)));
    }
}
