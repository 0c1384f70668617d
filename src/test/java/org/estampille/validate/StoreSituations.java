package org.estampille.validate;

import static org.estampille.validate.UnsignedStores.assertion;
import static org.estampille.validate.UnsignedStores.box;
import static org.estampille.validate.UnsignedStores.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.container.ContainerMap;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Stores with one thing wrong, or right, each; and the codes they raise. */
final class StoreSituations {

    private static final String NEW = "urn:c2pa:new";
    private static final String OLD = "urn:c2pa:old";
    private static final String INSIDE_OLD = "self#jumbf=/c2pa/urn:c2pa:old/c2pa.assertions/";
    private static final Octets BREAK = Octets.of(0xFF);
    private static final SuperBox NOTE = note("a");

    private StoreSituations() {}

    /** The codes of every manifest of a store. */
    static Set<StatusCode> codes(SuperBox... manifests) throws LimitExceededException {
        ManifestStore store = RedactionRules.withoutPlanted(UnsignedStores.store(manifests));
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        ManifestValidator validator =
                new ManifestValidator(UnsignedStores.CONTEXT, store, new Work(UnsignedStores.CONTEXT.limits()));
        for (Manifest manifest : store.manifests()) {
            validator.validate(manifest).findings().forEach(finding -> codes.add(finding.code()));
        }
        return codes;
    }

    /** What is found beside the signed parts: two manifests of one label, unsigned octets, an asset that is odd. */
    static Set<StatusCode> surroundings() throws IOException, LimitExceededException {
        List<JumbfBox> children = new ArrayList<>(standard(NOTE).children());
        children.add(ContentBox.of("free", Octets.of(1)));
        SuperBox stray =
                UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, "urn:c2pa:stray", List.of(), List.of(), List.of());
        SuperBox enclosing = SuperBox.of(standard(NOTE).description(), children);
        ContainerMap.Suspicion suspicion = new ContainerMap.Suspicion(new ByteRange(0, 0), "odd");
        ContainerMap map = new ContainerMap(AssetFormat.JPEG, 0, List.of(), List.of(), List.of(suspicion));
        Asset asset = new Asset("a.jpg", new OctetsSource(Octets.empty()), AssetFormat.JPEG);
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        new Validator(UnsignedStores.CONTEXT)
                .validate(UnsignedStores.store(stray, standard(NOTE), enclosing), asset, map, List.of())
                .active()
                .findings()
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    static Set<StatusCode> all() throws LimitExceededException {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        codes.addAll(claims());
        codes.addAll(lists());
        codes.addAll(actions());
        codes.addAll(ingredients());
        codes.addAll(redactions());
        for (SuperBox content : contents()) {
            codes.addAll(codes(standard(content)));
        }
        return codes;
    }

    private static CborValue.MapBuilder map() {
        return CborValue.map();
    }

    private static SuperBox note(String text) {
        return assertion("org.example.note", map().put("text", text).build());
    }

    static SuperBox standard(SuperBox... assertions) {
        return UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST, NEW, List.of(assertions), List.of(assertions), List.of());
    }

    private static SuperBox update(SuperBox... assertions) {
        return UnsignedStores.manifest(
                JumbfType.UPDATE_MANIFEST, NEW, List.of(assertions), List.of(assertions), List.of());
    }

    private static SuperBox boxed(Octets... claims) {
        List<SuperBox> parts = new ArrayList<>(List.of(box(JumbfType.ASSERTION_STORE, "c2pa.assertions", List.of())));
        for (Octets claim : claims) {
            parts.add(box(JumbfType.CLAIM, "c2pa.claim.v2", List.of(ContentBox.of("cbor", claim))));
        }
        return box(JumbfType.STANDARD_MANIFEST, NEW, parts);
    }

    private static Set<StatusCode> claims() throws LimitExceededException {
        Octets empty = CborWriter.write(map().build());
        Set<StatusCode> codes = codes(boxed());
        codes.addAll(codes(boxed(empty)));
        codes.addAll(codes(boxed(BREAK)));
        codes.addAll(codes(boxed(empty, empty)));
        codes.addAll(codes(box(JumbfType.COMPRESSED_MANIFEST, NEW, List.of())));
        return codes;
    }

    /** A claim that lists references of any form. */
    static SuperBox listing(List<SuperBox> stored, List<CborValue> created, List<CborValue> gathered) {
        CborValue claim = map().put("instanceID", "xmp:iid:a")
                .put("claim_generator_info", map().put("name", "test").build())
                .put("signature", "self#jumbf=c2pa.signature")
                .put("created_assertions", CborValue.array(created))
                .put("gathered_assertions", CborValue.array(gathered))
                .put("alg", "sha256")
                .build();
        SuperBox store = box(JumbfType.ASSERTION_STORE, "c2pa.assertions", stored);
        ContentBox content = ContentBox.of("cbor", CborWriter.write(claim));
        SuperBox box = box(JumbfType.CLAIM, "c2pa.claim.v2", List.of(content));
        return box(JumbfType.STANDARD_MANIFEST, NEW, List.of(store, box));
    }

    private static Set<StatusCode> lists() throws LimitExceededException {
        SuperBox json = box(JumbfType.JSON, "org.example.json", List.of(ContentBox.of("json", Octets.ofAscii("{"))));
        SuperBox cbor = box(JumbfType.CBOR, "org.example.cbor", List.of(ContentBox.of("cbor", BREAK)));
        SuperBox hash =
                assertion("c2pa.hash.data", map().put("pad", Octets.of(1)).build());
        SuperBox second = assertion("c2pa.hash.boxes", map().build());
        CborValue weak = map().put("url", "self#jumbf=c2pa.assertions/org.example.note")
                .put("alg", "sha1")
                .put("hash", Octets.zeros(20))
                .build();
        Set<StatusCode> codes = codes(standard(NOTE, json, cbor, hash, second));
        codes.addAll(codes(UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST, NEW, List.of(NOTE), List.of(note("b")), List.of())));
        codes.addAll(codes(
                UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, NEW, List.of(NOTE), List.of(hash), List.of())));
        codes.addAll(codes(listing(List.of(), List.of(reference(INSIDE_OLD + "org.example.note", NOTE)), List.of())));
        codes.addAll(codes(listing(List.of(NOTE), List.of(weak), List.of())));
        codes.addAll(codes(update(hash)));
        return codes;
    }

    private static CborValue action(String name, CborValue parameters) {
        return map().put("action", name).put("parameters", parameters).build();
    }

    private static SuperBox history(CborValue... actions) {
        return assertion(
                "c2pa.actions.v2",
                map().put("actions", CborValue.array(List.of(actions))).build());
    }

    private static CborValue one(String key, CborValue value) {
        return map().put(key, CborValue.array(List.of(value))).build();
    }

    private static Set<StatusCode> actions() throws LimitExceededException {
        CborValue none = map().build();
        SuperBox ingredient = assertion(
                "c2pa.ingredient.v3", map().put("relationship", "parentOf").build());
        SuperBox opened = history(action("c2pa.opened", one("ingredients", reference(ingredient))));
        Set<StatusCode> codes = codes(standard(history(
                action("c2pa.opened", none), action("c2pa.redacted", none), action("c2pa.watermarked.bound", none))));
        codes.addAll(codes(standard(history())));
        codes.addAll(codes(
                listing(List.of(opened, ingredient), List.of(reference(opened)), List.of(reference(ingredient)))));
        SuperBox related = UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST,
                OLD,
                List.of(NOTE, history(action("c2pa.edited", one("relatedAssertions", reference(NOTE))))),
                List.of(history(action("c2pa.edited", one("relatedAssertions", reference(NOTE))))),
                List.of());
        codes.addAll(codes(related, redactor(related, Optional.empty(), INSIDE_OLD + "org.example.note")));
        return codes;
    }

    private static SuperBox redactor(SuperBox parent, Optional<CborValue> signature, String... uris) {
        SuperBox ingredient = assertion(
                "c2pa.ingredient.v3",
                map().put("relationship", "parentOf")
                        .put("activeManifest", reference("self#jumbf=/c2pa/" + parent.label(), parent))
                        .putValue("claimSignature", signature)
                        .put("validationResults", map().build())
                        .build());
        return UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST, NEW, List.of(ingredient), List.of(ingredient), List.of(uris));
    }

    private static SuperBox ingredient(String suffix, String relationship, Optional<CborValue> manifest) {
        return assertion(
                "c2pa.ingredient.v3" + suffix,
                map().put("relationship", relationship)
                        .putValue("activeManifest", manifest)
                        .put("validationResults", map().build())
                        .build());
    }

    private static Set<StatusCode> ingredients() throws LimitExceededException {
        SuperBox old = UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(), List.of(), List.of());
        Optional<CborValue> nowhere = Optional.of(reference("self#jumbf=/c2pa/urn:c2pa:gone", old));
        Optional<CborValue> wrong = Optional.of(reference("self#jumbf=/c2pa/" + OLD, NOTE));
        SuperBox shown = assertion(
                "c2pa.ingredient.v3__4",
                map().put("relationship", "componentOf")
                        .put("thumbnail", reference("self#jumbf=c2pa.assertions/gone", NOTE))
                        .build());
        SuperBox swapped = assertion(
                "c2pa.ingredient.v3__5",
                map().put("relationship", "componentOf")
                        .put("thumbnail", reference("self#jumbf=c2pa.assertions/c2pa.ingredient.v3__4", NOTE))
                        .build());
        Set<StatusCode> codes = codes(
                old,
                standard(
                        UnsignedStores.parent(old),
                        ingredient("__1", "parentOf", nowhere),
                        ingredient("__2", "componentOf", wrong),
                        ingredient("__3", "strangerOf", Optional.empty()),
                        shown,
                        swapped));
        codes.addAll(signatures());
        return codes;
    }

    private static Set<StatusCode> signatures() throws LimitExceededException {
        SuperBox bare = UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(NOTE), List.of(), List.of());
        SuperBox signature =
                box(JumbfType.CLAIM_SIGNATURE, "c2pa.signature", List.of(ContentBox.of("cbor", Octets.of(0xA0))));
        List<SuperBox> parts = new ArrayList<>(bare.superBoxes());
        parts.add(signature);
        SuperBox old = box(JumbfType.STANDARD_MANIFEST, OLD, parts);
        String uri = "self#jumbf=/c2pa/" + OLD + "/c2pa.signature";
        String gone = INSIDE_OLD + "org.example.note";
        Set<StatusCode> codes = codes(old, redactor(old, Optional.of(reference(uri, signature)), gone));
        codes.addAll(codes(old, redactor(old, Optional.of(reference(uri, NOTE)), gone)));
        codes.addAll(codes(old, redactor(old, Optional.empty(), gone)));
        return codes;
    }

    private static Set<StatusCode> redactions() throws LimitExceededException {
        SuperBox old =
                UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, OLD, List.of(NOTE), List.of(NOTE), List.of());
        Set<StatusCode> codes = codes(
                old,
                redactor(
                        old,
                        Optional.empty(),
                        INSIDE_OLD + "org.example.note",
                        INSIDE_OLD + "c2pa.actions.v2",
                        INSIDE_OLD + "c2pa.hash.data",
                        "self#jumbf=/c2pa/urn:c2pa:new/c2pa.assertions/c2pa.ingredient.v3"));
        codes.addAll(codes(update(history(action("c2pa.created", map().build())))));
        return codes;
    }

    /** Assertions with rules of their own. */
    private static List<SuperBox> contents() {
        CborValue location = map().put("url", "https://example.com/a")
                .put("hash", Octets.zeros(32))
                .build();
        CborValue cloud = map().put("label", "c2pa.hash.data")
                .put("size", 4)
                .put("location", location)
                .build();
        CborValue period = map().put("processStart", "2026-01-02T00:00:00Z")
                .put("processEnd", "2026-01-01T00:00:00Z")
                .build();
        return List.of(
                assertion("c2pa.time-stamp", map().build()),
                assertion("org.example.made", map().put("metadata", period).build()),
                assertion("c2pa.cloud-data", map().build()),
                assertion("c2pa.cloud-data", cloud),
                assertion("c2pa.external-reference", map().build()),
                linked("external", map().put("url", "https://example.com/a").build()),
                linked("external", location),
                linked(
                        "relative",
                        map().put("uri", "a/%2E./b")
                                .put("hash", Octets.zeros(32))
                                .build()),
                image("multiAssetPartIndex", CborValue.of(0)),
                image("embeddedOriginalPreservationImage", reference("self#jumbf=c2pa.assertions/gone", NOTE)));
    }

    private static SuperBox linked(String where, CborValue resource) {
        return assertion(
                "c2pa.linked-resource-integrity",
                map().put("resources", one(where + "Resources", resource)).build());
    }

    private static SuperBox image(String key, CborValue value) {
        return assertion(
                "c2pa.alternative-content-representation",
                map().put("type", "exif.originalPreservationImage")
                        .put("parameters", map().put(key, value).build())
                        .build());
    }

    /** What only shows beside other assertions, in other lists or other kinds of manifests. */
    static Set<StatusCode> neighbours() throws LimitExceededException {
        CborValue location = map().put("url", "https://example.com/a")
                .put("hash", Octets.zeros(32))
                .build();
        CborValue actions = map().put("label", "c2pa.actions.v2")
                .put("size", 4)
                .put("location", location)
                .build();
        SuperBox linked = linked("external", location);
        SuperBox right = image("embeddedOriginalPreservationImage", reference(NOTE));
        SuperBox wrong = image(
                "embeddedOriginalPreservationImage", reference("self#jumbf=c2pa.assertions/org.example.note", right));
        Set<StatusCode> codes = codes(update(assertion("c2pa.cloud-data", actions)));
        codes.addAll(codes(listing(List.of(linked), List.of(), List.of(reference(linked)))));
        codes.addAll(codes(standard(NOTE, right)));
        codes.addAll(codes(standard(NOTE, wrong)));
        return codes;
    }
}
