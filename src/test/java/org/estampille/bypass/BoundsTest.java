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
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cost more than a verdict may cost: the answer is that there is none, and which bound was met (exit 5). */
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
}
