package org.estampille.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonReader;
import org.estampille.formula.JsonValue;
import org.junit.jupiter.api.Test;

/** The official rubrics say of recorded crJSON what the official evaluators say. */
final class OfficialRubricsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> RUBRICS = List.of(
            "conformance0.1-spec2.2", "conformance0.2-spec2.2", "conformance0.2-spec2.4", "integrity", "signals-local");

    @Test
    void every_official_rubric_gives_the_recorded_result_for_every_recorded_document() throws Exception {
        List<String> different = new ArrayList<>();
        int pairs = 0;
        for (String rubric : RUBRICS) {
            RubricEvaluator evaluator = evaluator("asset-rubric-" + rubric + ".yml");
            for (Path document : documents()) {
                String name = String.valueOf(document.getFileName()).replace(".crjson", ".json");
                JsonValue expected = json(SharedCorpus.file("asset-rubrics/expected/" + rubric + "/" + name));
                pairs++;
                JsonValue actual = evaluator.evaluate(json(document), "en");
                if (!actual.equals(expected)) {
                    different.add(rubric + " " + name + ": " + actual.json() + " instead of " + expected.json());
                }
            }
        }
        Measures.record(
                "official rubrics over recorded crJSON: pairs " + pairs + ", same " + (pairs - different.size()));
        assertThat(different).isEmpty();
        assertThat(pairs).isGreaterThanOrEqualTo(300);
    }

    @Test
    void the_official_rubric_for_texts_can_be_evaluated() throws Exception {
        RubricEvaluator evaluator = evaluator("asset-rubric-text-conformance.yml");
        for (Path document : documents()) {
            assertThat(evaluator.evaluate(json(document), "en").json()).doesNotContain("Error:");
        }
    }

    private static RubricEvaluator evaluator(String fileName) throws Exception {
        Rubric rubric = RubricReader.read(SharedCorpus.text("asset-rubrics/" + fileName));
        return new RubricEvaluator(rubric, fileName, Optional.empty(), NOW);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("crjson"))) {
            return files.sorted().toList();
        }
    }

    private static JsonValue json(Path file) throws Exception {
        return new JsonReader(FormulaLimits.standard()).read(Files.readString(file));
    }
}
