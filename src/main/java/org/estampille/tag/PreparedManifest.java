package org.estampille.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Inception;
import org.estampille.manifest.AssertionBoxes;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.IngredientDraft;
import org.estampille.manifest.ManifestHeader;
import org.estampille.manifest.ManifestWriter;

/**
 * A manifest that lacks only its hard binding and its signature.
 *
 * @param label of the manifest
 * @param writer writes it
 */
record PreparedManifest(String label, ManifestWriter writer) {

    private static final String ACTIONS = "c2pa.actions.v2";
    private static final String TRANSCODED = "c2pa.transcoded";
    private static final int SALT = 16;

    /**
     * @param done what else was done to the content
     * @param observed assertions on what this program found out itself
     */
    static PreparedManifest of(
            Declaration declaration,
            boolean vouch,
            Provenance provenance,
            List<CborValue.Map> done,
            List<AssertionDraft> observed,
            DraftedDeclaration drafted,
            TaggingTools tools) {
        AssertionBoxes boxes = new AssertionBoxes(tools.engine(), HashAlgorithm.SHA256, salts(tools));
        Inception inception = new Inception.Created();
        if (provenance.parent().isPresent()) {
            CborValue uri = boxes.add(provenance.parent().get().toAssertion());
            inception = new Inception.Opened(uri, provenance.own().isPresent());
        }
        List<CborValue> placed = new ArrayList<>();
        for (IngredientDraft component : provenance.components()) {
            placed.add(boxes.add(component.toAssertion()));
        }
        for (AssertionDraft draft : drafted.draft(declaration, inception, vouch)) {
            boolean actions = draft.label().equals(ACTIONS);
            AssertionDraft converted = actions && provenance.transcoded() ? with(draft, action(TRANSCODED)) : draft;
            for (CborValue.Map action : actions ? done : List.<CborValue.Map>of()) {
                converted = with(converted, action);
            }
            boxes.add(placed.isEmpty() || !actions ? converted : withPlaced(converted, placed));
        }
        observed.forEach(boxes::add);
        String label = "urn:c2pa:" + tools.uuid();
        ManifestHeader header = new ManifestHeader(
                label,
                "xmp:iid:" + tools.uuid(),
                Optional.of(declaration.title()),
                tools.generator(),
                HashAlgorithm.SHA256);
        return new PreparedManifest(label, new ManifestWriter(header, boxes, provenance.boxes()));
    }

    /** Sixteen random octets a call, drawn many at a time. */
    static Supplier<Octets> salts(TaggingTools tools) {
        return new Supplier<>() {
            private Octets drawn = Octets.empty();

            @Override
            public Octets get() {
                if (drawn.isEmpty()) {
                    byte[] octets = new byte[16 * SALT];
                    tools.random().nextBytes(octets);
                    drawn = Octets.adopt(octets);
                }
                Octets salt = drawn.slice(0, SALT);
                drawn = drawn.from(SALT);
                return salt;
            }
        };
    }

    /** The same actions and one more that names the components (C2PA 2.5 clause 16.4.1.4.5). */
    private static AssertionDraft withPlaced(AssertionDraft actions, List<CborValue> components) {
        CborValue placed = CborValue.map()
                .put("action", "c2pa.placed")
                .put(
                        "parameters",
                        CborValue.map()
                                .put("ingredients", CborValue.array(components))
                                .build())
                .build();
        return with(actions, placed);
    }

    private static CborValue action(String label) {
        return CborValue.map().put("action", label).build();
    }

    /** The same actions and one more at the end. */
    private static AssertionDraft with(AssertionDraft actions, CborValue action) {
        List<CborValue.Entry> entries = new ArrayList<>();
        for (CborValue.Entry entry : read(actions).entries()) {
            if (entry.key().equals(CborValue.of("actions"))) {
                List<CborValue> all = new ArrayList<>(entry.value().asList().orElse(List.of()));
                all.add(action);
                entries.add(new CborValue.Entry(entry.key(), CborValue.array(all)));
            } else {
                entries.add(entry);
            }
        }
        return AssertionDraft.cbor(actions.label(), new CborValue.Map(entries), actions.attribution());
    }

    private static CborValue.Map read(AssertionDraft actions) {
        try {
            return CborReader.read(actions.content(), ReadLimits.standard())
                    .asMap()
                    .orElseThrow();
        } catch (MalformedContentException e) {
            throw new IllegalStateException("an actions assertion just written is a map", e);
        }
    }
}
