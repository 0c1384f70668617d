package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.junit.jupiter.api.Test;

final class IngredientWalkTest {

    private final Map<String, Integer> judged = new HashMap<>();

    private static SuperBox ingredient(int number, String target) {
        return UnsignedStores.assertion(
                number == 0 ? "c2pa.ingredient.v3" : "c2pa.ingredient.v3__" + number,
                CborValue.map()
                        .put("relationship", "componentOf")
                        .put(
                                "activeManifest",
                                CborValue.map()
                                        .put("url", "self#jumbf=/c2pa/" + target)
                                        .put("hash", CborValue.of(org.estampille.bytes.Octets.zeros(32)))
                                        .build())
                        .build());
    }

    private static SuperBox manifest(String label, String... targets) {
        List<SuperBox> assertions = new ArrayList<>();
        for (String target : targets) {
            assertions.add(ingredient(assertions.size(), target));
        }
        return UnsignedStores.manifest(JumbfType.STANDARD_MANIFEST, label, assertions, assertions, List.of());
    }

    private List<IngredientResult> walked(SuperBox... manifests) throws LimitExceededException {
        ManifestStore store = UnsignedStores.store(manifests);
        Work work = new Work(UnsignedStores.CONTEXT.limits());
        return new IngredientWalk(store, this::judge, UnsignedStores.CONTEXT, work)
                .below(store.active().orElseThrow());
    }

    private ValidatedManifest judge(Manifest manifest) {
        judged.merge(manifest.label(), 1, Integer::sum);
        return new ValidatedManifest(manifest, List.of(), Optional.empty(), SigningTime.UNKNOWN);
    }

    @Test
    void a_cycle_is_followed_until_it_closes_and_judged_once() throws LimitExceededException {
        List<IngredientResult> results = walked(manifest("b", "a"), manifest("a", "b"), manifest("top", "a"));
        assertThat(judged).isEqualTo(Map.of("a", 1, "b", 1));
        assertThat(results).hasSize(3);
    }

    @Test
    void a_manifest_that_names_itself_is_judged_once() throws LimitExceededException {
        walked(manifest("top", "top", "top"));
        assertThat(judged).isEqualTo(Map.of("top", 1));
    }

    @Test
    void what_two_ways_lead_to_is_judged_once() throws LimitExceededException {
        walked(manifest("d"), manifest("b", "d"), manifest("c", "d"), manifest("top", "b", "c"));
        assertThat(judged).isEqualTo(Map.of("b", 1, "c", 1, "d", 1));
    }

    @Test
    void a_ladder_of_diamonds_costs_what_it_holds_and_not_what_its_ways_multiply_to() throws LimitExceededException {
        List<SuperBox> ladder = new ArrayList<>();
        ladder.add(manifest("m60"));
        for (int rung = 59; rung >= 0; rung--) {
            ladder.add(manifest("m" + rung, "m" + (rung + 1), "m" + (rung + 1)));
        }
        List<IngredientResult> results = walked(ladder.toArray(SuperBox[]::new));
        assertThat(judged)
                .hasSize(60)
                .allSatisfy((label, times) -> assertThat(times).isOne());
        assertThat(results).hasSize(120);
    }
}
