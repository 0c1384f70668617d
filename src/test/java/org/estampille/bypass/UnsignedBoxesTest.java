package org.estampille.bypass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes put into a signed store where neither the signature nor a hash protects them. */
@ExtendWith(CountedAttacks.class)
final class UnsignedBoxesTest {

    private static final String NAME = "picture.png";
    private static final String HIDDEN = "org.estampille.store.hiddenContent";
    private static final String UNSIGNED = "org.estampille.store.unsignedContent";
    private static final Octets PICTURE = Octets.ofAscii("<svg><script/></svg>");

    private static Scene scene;
    private static Octets media;
    private static Forgery forgery;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
        media = scene.media(NAME);
        forgery = Forgery.of(scene.detached(NAME, media));
    }

    private static Scene.Verdict judged(Forgery changed) throws Exception {
        return scene.verify(NAME, media, changed.octets());
    }

    private static SuperBox picture(DescriptionBox description) {
        return SuperBox.of(description, List.of(ContentBox.of("bidb", PICTURE)));
    }

    private static SuperBox picture(JumbfType type) {
        return picture(DescriptionBox.of(type, "hidden", Optional.empty()));
    }

    /** A description of a type that nobody defined. */
    private static DescriptionBox unknown(int toggles) {
        Octets type = Octets.ofHex("00112233445566778899aabbccddeeff");
        Octets body = Octets.concat(type, Octets.of(toggles), Octets.ofAscii((toggles & 2) == 0 ? "" : "extra\0"));
        Octets box = Octets.concat(Octets.u32be(8L + body.length()), Octets.ofAscii("jumd"), body);
        return new DescriptionBox(type, toggles, (toggles & 2) == 0 ? "" : "extra", Optional.empty(), box);
    }

    private static Forgery inManifest(JumbfBox box) {
        return forgery.withActive(Forgery.plus(forgery.active(), box));
    }

    private static Forgery inStore(JumbfBox box) {
        List<JumbfBox> children = new ArrayList<>(forgery.store().children());
        children.add(0, box);
        return forgery.withChildren(children);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2pa.signature", "c2pa.claim.v2", "c2pa.assertions"})
    void a_content_box_in_a_part_of_the_manifest_is_rejected(String part) throws Exception {
        for (String type : List.of("bidb", "cbor", "free", "uuid")) {
            judged(forgery.with(part, box -> Forgery.plus(box, ContentBox.of(type, PICTURE))))
                    .isRejectedFor(HIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2pa.signature", "c2pa.claim.v2"})
    void a_superbox_in_the_signature_or_the_claim_is_rejected(String part) throws Exception {
        judged(forgery.with(part, box -> Forgery.plus(box, picture(JumbfType.EMBEDDED_FILE))))
                .isRejectedFor(HIDDEN);
    }

    @Test
    void a_superbox_in_the_assertion_store_that_the_claim_does_not_list_is_rejected() throws Exception {
        judged(forgery.with("c2pa.assertions", box -> Forgery.plus(box, picture(JumbfType.EMBEDDED_FILE))))
                .isRejectedFor("assertion.undeclared");
    }

    @Test
    void a_content_box_in_the_manifest_or_the_store_is_rejected() throws Exception {
        judged(inManifest(ContentBox.of("bidb", PICTURE))).isRejectedFor(HIDDEN);
        judged(inStore(ContentBox.of("bidb", PICTURE))).isRejectedFor(HIDDEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSERTION_STORE", "CLAIM_SIGNATURE", "STANDARD_MANIFEST", "MANIFEST_STORE"})
    void a_box_of_a_c2pa_type_where_none_belongs_is_rejected(JumbfType type) throws Exception {
        judged(inManifest(picture(type))).isRejectedFor(HIDDEN);
    }

    @Test
    void a_superbox_that_keeps_no_rule_for_extensions_is_rejected() throws Exception {
        for (int toggles : new int[] {0, 1, 2}) {
            judged(inManifest(picture(unknown(toggles)))).isRejectedFor(HIDDEN);
            judged(inStore(picture(unknown(toggles)))).isRejectedFor(HIDDEN);
        }
    }

    @Test
    void an_extension_that_the_standard_lets_stand_asks_for_review() throws Exception {
        judged(inManifest(picture(unknown(3)))).asksForReviewBecauseOf(UNSIGNED);
        judged(inStore(picture(unknown(3)))).asksForReviewBecauseOf(UNSIGNED);
    }

    @Test
    void a_picture_behind_the_label_of_a_description_is_rejected() throws Exception {
        DescriptionBox salted =
                DescriptionBox.of(JumbfType.CLAIM_SIGNATURE, Forgery.SIGNATURE, Optional.of(Octets.zeros(200)));
        judged(forgery.with(Forgery.SIGNATURE, box -> SuperBox.of(salted, box.children())))
                .isRejectedFor(HIDDEN);
    }

    @Test
    void a_salt_beside_the_label_of_the_signature_asks_for_review() throws Exception {
        DescriptionBox salted =
                DescriptionBox.of(JumbfType.CLAIM_SIGNATURE, Forgery.SIGNATURE, Optional.of(Octets.zeros(32)));
        judged(forgery.with(Forgery.SIGNATURE, box -> SuperBox.of(salted, box.children())))
                .asksForReviewBecauseOf(UNSIGNED);
    }

    @Test
    void a_manifest_that_no_ingredient_refers_to_asks_for_review() throws Exception {
        judged(inStore(picture(JumbfType.STANDARD_MANIFEST))).asksForReviewBecauseOf(UNSIGNED);
    }

    @Test
    void a_data_box_that_no_hash_covers_asks_for_review() throws Exception {
        SuperBox boxes = SuperBox.of(
                DescriptionBox.of(JumbfType.DATA_BOX_STORE, "c2pa.databoxes", Optional.empty()),
                List.of(picture(JumbfType.CBOR)));
        judged(inManifest(boxes)).asksForReviewBecauseOf(UNSIGNED);
    }

    @Tag(CountedAttacks.HONEST)
    @Test
    void padding_of_zeros_in_a_superbox_is_no_reason_to_look() throws Exception {
        Forgery padded =
                forgery.with(Forgery.SIGNATURE, box -> Forgery.plus(box, ContentBox.of("free", Octets.zeros(50))));
        org.assertj.core.api.Assertions.assertThat(judged(padded).exit()).isZero();
    }
}
