package org.estampille.bypass;

import java.nio.file.Path;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Octets around a manifest store that no hash covers, changed so that a reader overlooks the store or what was done to it. */
@ExtendWith(CountedAttacks.class)
final class CarrierTest {

    private static final String HIDDEN = "org.estampille.store.hiddenContent";
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
}
