package org.estampille.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationAssertions;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.AssertionBoxes;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.Claim;
import org.estampille.manifest.IngredientDraft;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestHeader;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.manifest.ManifestWriter;
import org.estampille.validate.ValidationResult;

/**
 * An update manifest that lacks only its signature.
 *
 * @param label of the manifest
 * @param writer writes it behind those that were there
 */
record UpdateDraft(String label, ManifestWriter writer) {

    /**
     * Drafts an update manifest: the manifest before it as its only ingredient, actions that leave the content alone, and the
     * statements of the new declaration.
     *
     * @param earlier the stores as they will stand, redacted
     * @param redacted references of what was redacted, each with its reason
     * @param apart whether updates stand in a store of their own
     */
    static UpdateDraft of(
            AmendmentRequest request,
            Asset asset,
            ValidationResult result,
            List<SuperBox> earlier,
            Map<String, String> redacted,
            boolean apart,
            TaggingTools tools)
            throws TaggingRefusedException, LimitExceededException {
        Manifest active =
                new ManifestStoreReader(tools.limits()).read(earlier).active().orElseThrow();
        AssertionBoxes boxes = new AssertionBoxes(tools.engine(), HashAlgorithm.SHA256, PreparedManifest.salts(tools));
        boxes.add(new IngredientDraft(
                        asset.name(),
                        asset.format().mediaType(),
                        IngredientDraft.Relationship.PARENT_OF,
                        Optional.of(new ManifestReading(tools).provenance(active, result)))
                .toAssertion());
        boxes.add(actions(request, redacted, tools));
        request.declaration()
                .map(declaration -> DeclarationAssertions.amendment(declaration, request.vouch()))
                .orElse(List.of())
                .forEach(boxes::add);
        String label = "urn:c2pa:" + tools.uuid();
        ManifestHeader header = new ManifestHeader(
                label,
                "xmp:iid:" + tools.uuid(),
                request.declaration()
                        .map(Declaration::title)
                        .or(() -> active.claim().flatMap(Claim::title)),
                tools.generator(),
                HashAlgorithm.SHA256,
                List.copyOf(redacted.keySet()));
        return new UpdateDraft(label, new ManifestWriter(header, boxes, before(earlier, apart)));
    }

    /** The manifests that stand before the new one in its own store. */
    private static List<JumbfBox> before(List<SuperBox> earlier, boolean apart) {
        List<JumbfBox> before = new ArrayList<>();
        for (SuperBox store : apart ? earlier.subList(1, earlier.size()) : earlier) {
            before.addAll(store.children());
        }
        return before;
    }

    private static AssertionDraft actions(AmendmentRequest request, Map<String, String> redacted, TaggingTools tools) {
        List<CborValue> actions = new ArrayList<>();
        CborValue now =
                new CborValue.Tag(0, CborValue.of(tools.clock().instant().toString()));
        if (request.declaration().isPresent()) {
            actions.add(CborValue.map()
                    .put("action", "c2pa.edited.metadata")
                    .put("when", now)
                    .putText("description", request.reason())
                    .put(
                            "parameters",
                            CborValue.map()
                                    .put(
                                            "org.estampille.amendment",
                                            request.kind().word())
                                    .build())
                    .build());
        }
        redacted.forEach((uri, reason) -> actions.add(CborValue.map()
                .put("action", "c2pa.redacted")
                .put("when", now)
                .put("reason", reason)
                .put("parameters", CborValue.map().put("redacted", uri).build())
                .build()));
        return AssertionDraft.cbor(
                "c2pa.actions.v2",
                CborValue.map()
                        .put("actions", CborValue.array(actions))
                        .put("allActionsIncluded", true)
                        .build(),
                AssertionDraft.Attribution.CREATED);
    }
}
