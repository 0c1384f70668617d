package org.estampille.manifest;

import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfUri;

/**
 * An ingredient assertion to be written, version 3 (C2PA 2.5 clause 16.5).
 *
 * @param title written as {@code dc:title}, unless it is empty text
 * @param mediaType written as {@code dc:format}
 * @param relationship how the ingredient was used
 * @param description in the signer's words, where there are any
 * @param provenance the ingredient's own manifest, where it has one
 */
public record IngredientDraft(
        String title,
        String mediaType,
        Relationship relationship,
        Optional<String> description,
        Optional<Provenance> provenance) {

    /** An ingredient without a description. */
    public IngredientDraft(String title, String mediaType, Relationship relationship, Optional<Provenance> provenance) {
        this(title, mediaType, relationship, Optional.empty(), provenance);
    }

    /** How an ingredient was used. */
    public enum Relationship {
        PARENT_OF("parentOf"),
        COMPONENT_OF("componentOf"),
        INPUT_TO("inputTo");

        private final String label;

        Relationship(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The active manifest of an ingredient and what validation said of it.
     *
     * @param manifest label of its active manifest
     * @param manifestHash of the manifest box
     * @param signatureHash of its claim signature box
     * @param validationResults as clause 16.5.13.4 wants them
     */
    public record Provenance(String manifest, Digest manifestHash, Digest signatureHash, CborValue validationResults) {}

    /** The assertion. Who lists it is the same as for the action that uses it. */
    public AssertionDraft toAssertion() {
        CborValue.MapBuilder map = CborValue.map()
                .putText("dc:title", Optional.of(title).filter(text -> !text.isEmpty()))
                .put("dc:format", mediaType)
                .put("relationship", relationship.label())
                .putText("description", description);
        provenance.ifPresent(own -> map.put("activeManifest", uri(own.manifestHash(), own.manifest()))
                .put("claimSignature", uri(own.signatureHash(), own.manifest(), "c2pa.signature"))
                .put("validationResults", own.validationResults()));
        return AssertionDraft.cbor("c2pa.ingredient.v3", map.build(), AssertionDraft.Attribution.CREATED);
    }

    private static CborValue uri(Digest hash, String manifest, String... labels) {
        return CborValue.map()
                .put("url", JumbfUri.inManifest(manifest, labels).toString())
                .put("alg", hash.algorithm().label())
                .put("hash", hash.value())
                .build();
    }
}
