package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.estampille.bypass.Scene.Verdict;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
}
