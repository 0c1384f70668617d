package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Octets around a manifest store that no hash covers, changed so that a reader overlooks the store or what was done to it. */
@ExtendWith(CountedAttacks.class)
final class CarrierTest {

    private static final String HIDDEN = "org.estampille.store.hiddenContent";
    private static final String MALFORMED = "manifest.inaccessible.malformed";
    private static final String SUSPICIOUS = "org.estampille.container.suspicious";
    /** From the start of a store to the toggles of its description: two box headers and a type. */
    private static final int TOGGLES_AT = 8 + 8 + 16;

    private static Scene scene;

    @BeforeAll
    static void signs(@TempDir Path folder) throws Exception {
        scene = new Scene(folder);
    }

    private static Octets with(Octets octets, int at, Octets change) {
        return Octets.concat(octets.slice(0, at), change, octets.from(at + change.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2pb", "C2PA", "evil"})
    void a_store_of_another_label_is_rejected(String label) throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = scene.detached("picture.png", media);
        scene.verify("picture.png", media, with(store, TOGGLES_AT + 1, Octets.ofAscii(label)))
                .isRejectedFor(HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0x13, 0x23, 0x83})
    void a_store_of_other_toggles_is_rejected(int toggles) throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = scene.detached("picture.png", media);
        scene.verify("picture.png", media, with(store, TOGGLES_AT, Octets.of(toggles)))
                .isRejectedFor(HIDDEN);
    }

    @Test
    void octets_after_a_store_beside_its_file_are_rejected() throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = scene.detached("picture.png", media);
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        Verdict verdict = scene.verify("picture.png", media, Octets.concat(store, Octets.adopt(noise)));
        verdict.isRejectedFor(MALFORMED);
        assertThat(verdict.report().toString()).contains("300000 octets follow the manifest store");
    }

    @Tag(CountedAttacks.HONEST)
    @Test
    void zeros_after_a_store_beside_its_file_are_no_reason_to_look() throws Exception {
        Octets media = scene.media("picture.png");
        Octets store = scene.detached("picture.png", media);
        assertThat(scene.verify("picture.png", media, Octets.concat(store, Octets.zeros(100)))
                        .exit())
                .isZero();
    }

    /** A film with an update in a box of its own at the end. */
    private static Octets amended() throws Exception {
        scene.tagged("film.mp4");
        scene.run(
                "amend",
                "film.mp4",
                "--declare",
                "decl.yaml",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem",
                "--in-place");
        return scene.read("film.mp4");
    }

    @Test
    void an_amended_film_whose_update_was_cut_off_asks_for_review() throws Exception {
        Octets film = amended();
        assertThat(scene.verify("film.mp4", film).exit()).isZero();
        int update = film.indexOf(Octets.ofAscii("update\0"), 0).orElseThrow() - 28;
        scene.verify("film.mp4", film.slice(0, update)).asksForReviewBecauseOf(SUSPICIOUS);
    }

    @Test
    void a_store_retagged_as_original_of_updates_that_are_not_there_asks_for_review() throws Exception {
        Octets film = scene.tagged("film.mp4");
        scene.verify("film.mp4", with(film, purposeIn(film), Octets.ofAscii("original")))
                .asksForReviewBecauseOf(SUSPICIOUS);
    }

    private static int purposeIn(Octets film) {
        return film.indexOf(Octets.ofAscii("manifest\0"), 0).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffff", "0000000000000020", "8000000000000000"})
    void an_offset_to_merkle_boxes_that_are_not_there_asks_for_review(String offset) throws Exception {
        Octets film = scene.tagged("film.mp4");
        scene.verify("film.mp4", with(film, purposeIn(film) + 9, Octets.ofHex(offset)))
                .asksForReviewBecauseOf(SUSPICIOUS);
    }

    private static void looksForged(String name, Octets media) throws Exception {
        Verdict verdict = scene.verify(name, media);
        verdict.isRejectedFor(MALFORMED);
        assertThat(verdict.report().get("manifest").get("source").asString()).isEqualTo("embedded");
        assertThat(scene.words(name)).containsIgnoringCase("manifest").doesNotContain("no manifest");
    }

    private static Octets renamed(Octets media, Octets from, Octets to) {
        return with(media, media.indexOf(from, 0).orElseThrow(), to);
    }

    @ParameterizedTest
    @CsvSource({
        "picture.png, caBX, caBY",
        "sound.wav, C2PA, C2PB",
        "picture.jpg, jumb, jumc",
        "picture.jpg, JP, JQ",
        "film.mp4, uuid, uuie",
        "film.mp4, uuid, free"
    })
    void a_signed_file_whose_carrier_was_renamed_never_looks_unsigned(String name, String from, String to)
            throws Exception {
        Octets signed = scene.tagged(name);
        int start = (int) Scene.place(signed).extent().start();
        Octets carrier = renamed(signed.from(start), Octets.ofAscii(from), Octets.ofAscii(to));
        looksForged(name, Octets.concat(signed.slice(0, start), carrier));
    }

    @Test
    void a_signed_picture_whose_segment_is_of_another_kind_never_looks_unsigned() throws Exception {
        Octets picture = scene.tagged("picture.jpg");
        looksForged("picture.jpg", renamed(picture, Octets.of(0xFF, 0xEB), Octets.of(0xFF, 0xEC)));
    }

    @Test
    void a_signed_film_whose_extended_type_was_changed_never_looks_unsigned() throws Exception {
        Octets uuid = Octets.ofHex("d8fec3d61b0e483c92975828877ec481");
        looksForged("film.mp4", renamed(scene.tagged("film.mp4"), uuid, Octets.of(0xD9)));
    }

    @Tag(CountedAttacks.HONEST)
    @Test
    void a_signed_picture_kept_after_another_file_speaks_of_itself_only() throws Exception {
        Octets both = Octets.concat(scene.media("picture.jpg"), scene.tagged("picture.jpg"));
        assertThat(scene.verify("both.jpg", both).state()).isEqualTo("absent");
    }

    @Test
    void pieces_of_one_store_that_say_different_instances_are_rejected() throws Exception {
        Octets picture = scene.tagged("picture.jpg");
        ByteRange slot = Scene.place(picture).extent();
        Octets segment = picture.slice((int) slot.start(), (int) slot.length());
        Octets header = segment.slice(12, 8);
        Octets split = Octets.concat(
                piece(1, 1, header, segment.slice(20, 2_000)), piece(2, 2, header, segment.from(20 + 2_000)));
        Verdict verdict = scene.verify(
                "picture.jpg",
                Octets.concat(picture.slice(0, (int) slot.start()), split, picture.from((int) slot.end())));
        verdict.isRejectedFor(MALFORMED);
    }

    private static Octets piece(int instance, int sequence, Octets boxHeader, Octets data) {
        return Octets.concat(
                Octets.of(0xFF, 0xEB),
                Octets.u16be(18 + data.length()),
                Octets.ofAscii("JP"),
                Octets.u16be(instance),
                Octets.u32be(sequence),
                boxHeader,
                data);
    }
}
