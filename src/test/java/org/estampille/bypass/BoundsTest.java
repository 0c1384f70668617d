package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cost more than a verdict may cost: the answer is that there is none, and which bound was met (exit 5). */
@ExtendWith(CountedAttacks.class)
final class BoundsTest {

    private static final String NAME = "picture.png";

    private static Scene scene;
    private static Octets media;
    private static Forgery forgery;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
        media = scene.media(NAME);
        forgery = Forgery.of(scene.detached(NAME, media));
    }

    private static void isUndecidedBecauseOf(String bound, Forgery changed) throws Exception {
        Verdict verdict = scene.verify(NAME, media, changed.octets());
        assertThat(verdict.state()).isEqualTo("error");
        assertThat(verdict.error()).contains("'" + bound + "'");
        assertThat(verdict.exit()).isEqualTo(5);
    }

    private static SuperBox box(String label, List<? extends JumbfBox> children) {
        return SuperBox.of(DescriptionBox.of(JumbfType.STANDARD_MANIFEST, label, Optional.empty()), children);
    }

    @Test
    void boxes_nested_too_deep() throws Exception {
        SuperBox deep = box("deep", List.of());
        for (int depth = 0; depth < 40; depth++) {
            deep = box("deep", List.of(deep));
        }
        isUndecidedBecauseOf("JUMBF depth", forgery.withChildren(List.of(deep, forgery.active())));
    }

    @Test
    void more_manifests_than_anybody_needs() throws Exception {
        List<JumbfBox> flood = new ArrayList<>(Collections.nCopies(2_001, box("m", List.of())));
        flood.add(forgery.active());
        isUndecidedBecauseOf("manifests", forgery.withChildren(flood));
    }

    @Test
    void values_nested_too_deep() throws Exception {
        isUndecidedBecauseOf(
                "CBOR depth",
                forgery.withAssertion("c2pa.actions.v2", map -> {
                            CborValue deep = CborValue.of(1);
                            for (int depth = 0; depth < 100; depth++) {
                                deep = CborValue.array(List.of(deep));
                            }
                            return Forgery.set(map, "deep", deep);
                        })
                        .signedBy(scene.signer()));
    }

    @Test
    void a_store_larger_than_any() throws Exception {
        Octets huge = Octets.zeros((64 << 20) + 1);
        Verdict verdict = scene.verify(NAME, media, huge);
        assertThat(verdict.error()).contains("'manifest store'");
        assertThat(verdict.exit()).isEqualTo(5);
    }

    private static SuperBox manifest(String label, List<? extends JumbfBox> assertions) {
        SuperBox store = SuperBox.of(
                DescriptionBox.of(JumbfType.ASSERTION_STORE, "c2pa.assertions", Optional.empty()), assertions);
        return box(label, List.of(store));
    }

    private static SuperBox assertion(String label, CborValue content) {
        return SuperBox.of(
                DescriptionBox.of(JumbfType.CBOR, label, Optional.empty()),
                List.of(ContentBox.of("cbor", CborWriter.write(content))));
    }

    private static SuperBox ingredient(String label, String manifest) {
        CborValue reference = CborValue.map()
                .put("url", "self#jumbf=/c2pa/" + manifest)
                .put("hash", Octets.zeros(32))
                .build();
        return assertion(
                label,
                CborValue.map()
                        .put("relationship", "componentOf")
                        .put("activeManifest", reference)
                        .build());
    }

    private static Forgery asserting(List<SuperBox> more) {
        return forgery.with("c2pa.assertions", box -> {
            List<JumbfBox> children = new ArrayList<>(box.children());
            children.addAll(more);
            return SuperBox.of(box.description(), children);
        });
    }

    @Test
    void more_assertions_than_anybody_makes() throws Exception {
        SuperBox one = assertion("a", CborValue.of(1));
        isUndecidedBecauseOf("assertions", asserting(Collections.nCopies(100_001, one)));
    }

    @Test
    void more_time_stamps_of_one_signature_than_anybody_needs() throws Exception {
        CborValue stamps = CborValue.map()
                .put(forgery.active().label(), Octets.ofAscii("no token"))
                .build();
        List<SuperBox> flood = new ArrayList<>();
        for (int number = 0; number < 2_100; number++) {
            flood.add(assertion("c2pa.time-stamp__" + number, stamps));
        }
        isUndecidedBecauseOf("total work", asserting(flood));
    }

    @Test
    void more_ingredients_than_anybody_needs() throws Exception {
        List<SuperBox> flood = new ArrayList<>();
        for (int number = 0; number < 2_001; number++) {
            flood.add(ingredient("c2pa.ingredient.v3__" + number, "urn:c2pa:gone"));
        }
        isUndecidedBecauseOf("ingredients", asserting(flood));
    }

    @Test
    void ingredients_of_ingredients_too_deep() throws Exception {
        Forgery top = asserting(List.of(ingredient("c2pa.ingredient.v3__9", "urn:c2pa:0")));
        List<JumbfBox> chain = new ArrayList<>();
        for (int depth = 0; depth < 130; depth++) {
            chain.add(manifest(
                    "urn:c2pa:" + depth, List.of(ingredient("c2pa.ingredient.v3", "urn:c2pa:" + (depth + 1)))));
        }
        chain.add(top.active());
        isUndecidedBecauseOf("ingredient depth", top.withChildren(chain));
    }

    @Test
    void a_manifest_that_unpacks_to_far_more_than_it_is() throws Exception {
        Octets bomb = Octets.ofHex("5bffff8f7f02201e0b0472ef1f00");
        SuperBox packed = SuperBox.of(
                DescriptionBox.of(JumbfType.COMPRESSED_MANIFEST, "urn:c2pa:bomb", Optional.empty()),
                List.of(ContentBox.of("brob", bomb)));
        isUndecidedBecauseOf("expansion", forgery.withChildren(List.of(packed, forgery.active())));
    }

    @Test
    void references_that_multiply_with_what_they_lead_to() throws Exception {
        SuperBox one = assertion("a", CborValue.of(1));
        CborValue reference = CborValue.map()
                .put("url", "self#jumbf=c2pa.assertions/a")
                .put("hash", Octets.zeros(32))
                .build();
        Forgery flood = asserting(Collections.nCopies(30_000, one))
                .withClaim(claim -> Forgery.set(
                        claim, "created_assertions", CborValue.array(Collections.nCopies(30_000, reference))));
        isUndecidedBecauseOf("total work", flood);
    }

    @Test
    void boxes_hashed_again_at_every_level() throws Exception {
        SuperBox deep = assertion("big", CborValue.of(Octets.zeros(16 << 20)));
        List<CborValue> references = new ArrayList<>();
        StringBuilder path = new StringBuilder("self#jumbf=c2pa.assertions");
        for (int depth = 0; depth < 25; depth++) {
            deep = box("n", List.of(deep));
        }
        for (int depth = 0; depth < 25; depth++) {
            path.append("/n");
            for (String alg : List.of("sha256", "sha384", "sha512")) {
                references.add(CborValue.map()
                        .put("url", path.toString())
                        .put("alg", alg)
                        .put("hash", Octets.zeros(32))
                        .build());
            }
        }
        Forgery nested = asserting(List.of(deep))
                .withClaim(claim -> Forgery.set(claim, "created_assertions", CborValue.array(references)));
        isUndecidedBecauseOf("total work", nested);
    }

    @Test
    void more_boxes_than_a_store_has_room_to_describe() throws Exception {
        SuperBox box = forgery.active().only("c2pa.assertions").orElseThrow();
        Octets empty = ContentBox.of("free", Octets.empty()).octets();
        byte[] flood = new byte[300_000 * empty.length()];
        for (int at = 0; at < flood.length; at += empty.length()) {
            System.arraycopy(empty.toByteArray(), 0, flood, at, empty.length());
        }
        ContentBox boxes = new ContentBox("free", Octets.empty(), Octets.adopt(flood));
        isUndecidedBecauseOf("JUMBF boxes", forgery.with(box.label(), store -> Forgery.plus(store, boxes)));
    }

    @Test
    void more_values_than_anybody_writes_down() throws Exception {
        SuperBox half = assertion("a", CborValue.array(Collections.nCopies(300_000, CborValue.of(1))));
        isUndecidedBecauseOf("items of assertions", asserting(List.of(half, half)));
        SuperBox all = assertion("a", CborValue.array(Collections.nCopies(600_000, CborValue.of(1))));
        isUndecidedBecauseOf("CBOR items", asserting(List.of(all)));
    }
}
