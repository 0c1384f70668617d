package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifest stores that are there but placed, named or doubled so that a reader overlooks or confuses them. */
@ExtendWith(CountedAttacks.class)
final class PlacementTest {

    private static Scene scene;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
    }

    private static Octets retagged(Octets film, String purpose) {
        int at = film.indexOf(Octets.ofAscii("manifest\0"), 0).orElseThrow();
        Octets tag = Octets.concat(Octets.ofAscii(purpose), Octets.zeros(9 - purpose.length()));
        return Octets.concat(film.slice(0, at), tag, film.from(at + 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merkle", "update", "Manifest", "", "unknown"})
    void a_signed_film_whose_box_purpose_was_retagged_never_looks_unsigned(String purpose) throws Exception {
        Verdict verdict = scene.verify("film.mp4", retagged(scene.tagged("film.mp4"), purpose));
        verdict.isRejectedFor("manifest.inaccessible.malformed");
        assertThat(verdict.report().get("manifest").get("source").asString()).isEqualTo("embedded");
        assertThat(scene.words("film.mp4")).containsIgnoringCase("manifest").doesNotContain("no manifest");
    }

    @Test
    void a_second_box_of_unknown_purpose_beside_the_store_asks_for_review() throws Exception {
        Octets film = scene.tagged("film.mp4");
        ByteRange box = Scene.place(film).extent();
        Octets copy = film.slice((int) box.start(), (int) box.length());
        Octets doubled = Octets.concat(film, retagged(copy, "unknown"));
        scene.verify("film.mp4", doubled).asksForReviewBecauseOf("org.estampille.container.suspicious");
    }

    @Test
    void two_stores_in_one_file_count_as_none_and_are_reported() throws Exception {
        Octets picture = scene.tagged("picture.jpg");
        ByteRange slot = Scene.place(picture).extent();
        Octets group = picture.slice((int) slot.start(), (int) slot.length());
        Octets other =
                Octets.concat(group.slice(0, 6), Octets.u16be(group.at(6) * 256 + group.at(7) + 1), group.from(8));
        Octets doubled = Octets.concat(picture.slice(0, (int) slot.end()), other, picture.from((int) slot.end()));
        Verdict verdict = scene.verify("picture.jpg", doubled);
        assertThat(verdict.exit()).isEqualTo(3);
        assertThat(verdict.error()).contains("2");
        assertThat(scene.verify("picture.jpg", "keys/root.pem", "--allow-absent")
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void a_repeated_segment_of_one_store_is_malformed() throws Exception {
        Octets picture = scene.tagged("picture.jpg");
        ByteRange slot = Scene.place(picture).extent();
        Octets group = picture.slice((int) slot.start(), (int) slot.length());
        Octets doubled = Octets.concat(picture.slice(0, (int) slot.end()), group, picture.from((int) slot.end()));
        scene.verify("picture.jpg", doubled).isRejectedFor("manifest.inaccessible.malformed");
    }

    /** One APP11 segment in two, with {@code between} in the middle. */
    private static Octets split(Octets picture, Octets between) throws Exception {
        ByteRange slot = Scene.place(picture).extent();
        Octets segment = picture.slice((int) slot.start(), (int) slot.length());
        Octets boxHeader = segment.slice(12, 8);
        int cut = 2_000;
        Octets first = segment.slice(20, cut);
        Octets second = segment.from(20 + cut);
        return Octets.concat(
                picture.slice(0, (int) slot.start()),
                piece(segment, 1, boxHeader, first),
                between,
                piece(segment, 2, boxHeader, second),
                picture.from((int) slot.end()));
    }

    private static Octets piece(Octets segment, int sequence, Octets boxHeader, Octets data) {
        return Octets.concat(
                segment.slice(0, 2),
                Octets.u16be(18 + data.length()),
                segment.slice(4, 4),
                Octets.u32be(sequence),
                boxHeader,
                data);
    }

    @Test
    void segments_of_one_store_with_another_segment_between_them_are_malformed() throws Exception {
        Octets comment = Octets.concat(Octets.of(0xFF, 0xFE), Octets.u16be(6), Octets.ofAscii("note"));
        Verdict verdict = scene.verify("picture.jpg", split(scene.tagged("picture.jpg"), comment));
        verdict.isRejectedFor("manifest.inaccessible.malformed");
    }

    @Test
    void a_store_cut_into_segments_of_another_total_length_is_a_mismatch() throws Exception {
        Verdict verdict = scene.verify("picture.jpg", split(scene.tagged("picture.jpg"), Octets.empty()));
        verdict.isRejectedFor("assertion.dataHash.mismatch");
    }

    @Test
    void two_manifests_of_one_label_are_rejected() throws Exception {
        Octets media = scene.media("picture.png");
        Forgery forgery = Forgery.of(scene.detached("picture.png", media));
        List<JumbfBox> twice = new ArrayList<>(forgery.store().children());
        SuperBox decoy =
                Forgery.replaced(forgery.active(), "c2pa.claim.v2", box -> SuperBox.of(box.description(), List.of()));
        twice.add(0, decoy);
        Octets store = forgery.withChildren(twice).octets();
        scene.verify("picture.png", media, store).isRejectedFor("general.error");
    }

    @Test
    void two_assertions_of_one_label_are_rejected() throws Exception {
        Octets media = scene.media("picture.png");
        Forgery forgery = Forgery.of(scene.detached("picture.png", media));
        Octets store = forgery.with(
                        "c2pa.assertions",
                        box -> Forgery.plus(box, box.only("c2pa.hash.data").orElseThrow()))
                .octets();
        scene.verify("picture.png", media, store).isRejectedFor("assertion.undeclared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--parent", "--ingredient"})
    void the_manifest_of_an_ingredient_swapped_for_another_of_the_same_label_is_a_mismatch(String kind)
            throws Exception {
        Octets media = scene.media("picture.png");
        scene.write("parent.png", scene.tagged("picture.png"));
        scene.write("picture.png", media);
        scene.tag("picture.png", kind, "parent.png", "--sidecar", "--force");
        Forgery forgery = Forgery.of(scene.read(Scene.sidecar("picture.png")));
        assertThat(scene.verify("picture.png", media, forgery.octets()).exit()).isZero();
        assertThat(forgery.store().children()).hasSize(2);
        swapped(media, forgery);
    }

    @Test
    void the_manifest_of_an_input_swapped_for_another_of_the_same_label_is_a_mismatch() throws Exception {
        Octets media = scene.media("picture.png");
        scene.write("parent.png", scene.tagged("picture.png"));
        scene.write("picture.png", media);
        scene.tag("picture.png", "--ingredient", "parent.png", "--sidecar", "--force");
        Forgery forgery = Forgery.of(scene.read(Scene.sidecar("picture.png")))
                .withAssertion(
                        "c2pa.ingredient.v3",
                        map -> Forgery.set(map, "relationship", org.estampille.cbor.CborValue.of("inputTo")))
                .signedBy(scene.signer());
        swapped(media, forgery);
    }

    private static void swapped(Octets media, Forgery forgery) throws Exception {
        SuperBox parent = forgery.store().superBoxes().get(0);
        Forgery swapped = new Forgery(SuperBox.of(forgery.store().description(), List.of(parent)))
                .withAssertion(
                        "c2pa.hash.data", map -> Forgery.set(map, "name", org.estampille.cbor.CborValue.of("swapped")))
                .signedBy(scene.signer());
        List<JumbfBox> both = List.of(swapped.active(), forgery.active());
        scene.verify("picture.png", media, forgery.withChildren(both).octets())
                .isRejectedFor("ingredient.manifest.mismatch");
    }
}
