package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.RubricEvaluator;
import org.estampille.rubric.RubricReader;
import org.junit.jupiter.api.Test;

/** The official rubrics say of our crJSON what they say of that of the reference SDK, or a listed cause decides otherwise. */
final class OwnCrJsonRubricsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> RUBRICS = List.of(
            "conformance0.1-spec2.2", "conformance0.2-spec2.2", "conformance0.2-spec2.4", "integrity", "signals-local");

    @Test
    void every_difference_from_the_recorded_results_is_listed() throws Exception {
        Map<String, JsonValue> documents = documents();
        Map<String, String> different = new TreeMap<>();
        int pairs = 0;
        for (String rubric : RUBRICS) {
            String fileName = "asset-rubric-" + rubric + ".yml";
            RubricEvaluator evaluator = new RubricEvaluator(
                    RubricReader.read(SharedCorpus.text("asset-rubrics/" + fileName)), fileName, Optional.empty(), NOW);
            for (Map.Entry<String, JsonValue> document : documents.entrySet()) {
                pairs++;
                JsonValue expected = new JsonReader(FormulaLimits.standard())
                        .read(SharedCorpus.text(
                                "asset-rubrics/expected/" + rubric + "/" + document.getKey() + ".json"));
                JsonValue actual = evaluator.evaluate(document.getValue(), "en");
                if (!actual.equals(expected)) {
                    different.put(rubric + " " + document.getKey(), difference(expected, actual));
                }
            }
        }
        for (String page : List.of("specs/rubrics.md", "specs/differences.md")) {
            assertThat(Files.readString(Path.of(page)))
                    .as(page)
                    .contains((pairs - different.size()) + " of " + pairs)
                    .contains("The other " + different.size() + " are");
        }
        Measures.record(
                "official rubrics over our own crJSON: pairs " + pairs + ", same " + (pairs - different.size()));
        assertThat(different.entrySet().stream().map(Object::toString).toList()).isEqualTo(listed());
    }

    private static Map<String, JsonValue> documents() throws Exception {
        Map<String, JsonValue> documents = new LinkedHashMap<>();
        CorpusReports reports = new CorpusReports();
        for (Path recorded : recorded()) {
            VerificationReport report = reports.report(CorpusReports.source(recorded));
            boolean unsupported = report.problem()
                    .filter(problem -> problem.kind() == Problem.Kind.UNSUPPORTED)
                    .isPresent();
            if (!unsupported) {
                String name = String.valueOf(recorded.getFileName()).replace(".crjson", "");
                documents.put(name, new JsonReader(FormulaLimits.standard()).read(reports.document(report)));
            }
        }
        return documents;
    }

    private static List<Path> recorded() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("crjson"))) {
            return files.sorted().toList();
        }
    }

    /** The leaves that only one side has. */
    private static String difference(JsonValue expected, JsonValue actual) {
        Map<String, JsonValue> wanted = leaves(expected);
        Map<String, JsonValue> got = leaves(actual);
        List<String> lines = new ArrayList<>();
        wanted.forEach((path, value) -> {
            if (!value.equals(got.get(path))) {
                lines.add("-" + path);
            }
        });
        got.forEach((path, value) -> {
            if (!value.equals(wanted.get(path))) {
                lines.add("+" + path);
            }
        });
        return String.join(" ", lines);
    }

    /** Lines of a result by outcome, category and trait, or by manifest and signal. */
    private static Map<String, JsonValue> leaves(JsonValue result) {
        Map<String, JsonValue> leaves = new TreeMap<>();
        collect("", result, leaves);
        return leaves;
    }

    private static void collect(String path, JsonValue value, Map<String, JsonValue> leaves) {
        if (value instanceof JsonObject object && object.field("trait").isPresent()) {
            leaves.put(path + object.field("trait").orElseThrow().json(), value);
        } else if (value instanceof JsonObject object) {
            object.fields().forEach((name, field) -> collect(path + name + "/", field, leaves));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                JsonValue item = array.items().get(i);
                boolean line = item instanceof JsonObject object
                        && object.field("trait").isPresent();
                collect(line ? path : path + i + "/", item, leaves);
            }
        } else {
            leaves.put(path, value);
        }
    }

    private static List<String> listed() throws IOException {
        try (var in = OwnCrJsonRubricsTest.class.getResourceAsStream("rubric-differences.txt")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
        }
    }
}
