package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader say yes and no to the same documents. */
class DeclarationSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Schema schema = schema();

    private static Schema schema() {
        try {
            String text = Files.readString(Path.of("specs/declaration.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException absent) {
            throw new java.io.UncheckedIOException(absent);
        }
    }

    @BeforeAll
    static void the_schema_accepts_the_example() {
        assertThat(errors(example())).isEmpty();
    }

    private static Object example() {
        return new Load(LoadSettings.builder().build()).loadFromString(DeclarationExample.yaml());
    }

    private static List<Error> errors(Object document) {
        return schema.validate(JSON.valueToTree(document));
    }

    private static boolean reads(Object document) {
        return Yaml.problems(JSON.writeValueAsString(document)).isEmpty();
    }

    /** Every value of the example is replaced by each of these, and removed. */
    private static final List<Object> REPLACEMENTS = List.of(
            "zzz", 7, -1.5, true, " ", List.of(), List.of("zzz"), List.of(Map.of()), Map.of(), Map.of("zzz", 1));

    @Test
    void both_judge_every_variation_of_the_example_alike() {
        List<String> differences = new ArrayList<>();
        int compared = vary(example(), "", variation -> variation, differences);
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1500);
    }

    private interface Embedding {
        Object in(Object value);
    }

    private static int vary(Object value, String path, Embedding whole, List<String> differences) {
        int compared = 0;
        for (Object replacement : REPLACEMENTS) {
            compared += compare(path + " = " + replacement, whole.in(replacement), differences);
        }
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = String.valueOf(entry.getKey());
                compared += compare("no " + path + "." + name, whole.in(without(map, name)), differences);
                compared += vary(entry.getValue(), path + "." + name, v -> whole.in(with(map, name, v)), differences);
            }
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                compared += vary(list.get(i), path + "[" + i + "]", v -> whole.in(with(list, at, v)), differences);
            }
        }
        return compared;
    }

    private static int compare(String what, Object document, List<String> differences) {
        // A schema cannot see whether references meet or which of two numbers is greater; ODRL is carried as it is.
        if (what.contains("persons")
                || what.contains(".odrl.")
                || what.contains("frameRate")
                || what.contains("].from = 7")
                || what.contains("endFrame = 7")) {
            return 0;
        }
        boolean schemaSays = errors(document).isEmpty();
        if (schemaSays != reads(document)) {
            differences.add(
                    what + ": schema " + schemaSays + ", reader " + Yaml.problems(JSON.writeValueAsString(document)));
        }
        return 1;
    }

    private static Object without(Map<?, ?> map, String name) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.remove(name);
        return copy;
    }

    private static Object with(Map<?, ?> map, String name, Object value) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static Object with(List<?> list, int index, Object value) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(index, value);
        return copy;
    }

    @Test
    void both_judge_extents_and_source_types_alike() {
        for (String extent : Extent.VOCABULARY.words()) {
            for (String type : Declaration.SOURCE_TYPES.words()) {
                for (String output : Answer.VOCABULARY.words()) {
                    Map<String, Object> use = Map.of(
                            "extent",
                            extent,
                            "digitalSourceType",
                            type,
                            "inFinalOutput",
                            output,
                            "tool",
                            Map.of("name", "T"));
                    Map<String, Object> plain =
                            Map.of("extent", extent, "inFinalOutput", output, "tool", Map.of("name", "T"));
                    Map<String, Object> part = new LinkedHashMap<>(plain);
                    part.put("ranges", List.of(Map.of("from", 1)));
                    for (Object one : List.of(use, plain, part)) {
                        same(Map.of("title", "T", "uses", List.of(one)));
                        same(Map.of("title", "T", "uses", List.of(one), "digitalSourceType", type));
                    }
                }
            }
        }
    }

    @Test
    void both_judge_notations_alike() {
        for (String moment : List.of(
                "2026-10-02",
                "2026-10-02T09:14:00Z",
                "2026-10-02T09:14:00",
                "2026-10-02/2026-10-03",
                "2026-10-02T09:14Z",
                "2 October",
                "2026-10-02T09:14:00.5+01:00",
                "/")) {
            same(use("generatedAt", moment));
        }
        for (Object time : List.of(
                "1",
                "1.5",
                "59:59",
                "60:00",
                "23:59:59.9",
                "24:00:00",
                "86399",
                "86400",
                86399.5,
                86400,
                -1,
                "1:2:3:4",
                "x",
                "")) {
            same(use("ranges", List.of(Map.of("from", time))));
        }
        for (String language : List.of("fr", "pt-BR", "f", "fr_FR", "zh-Hant-TW", "abcdefghi", "fr-", "12")) {
            same(use("sourceLanguage", language));
        }
        for (Object upstream : List.of(Map.of("name", "A"), Map.of("product", "A"), Map.of("vendor", "A"), Map.of())) {
            same(use("tool", upstream));
        }
        for (String url : List.of("https://example.com", "http:", "no scheme", "a:b", "1a:b", "https://a b")) {
            same(use("evidence", List.of(Map.of("url", url))));
        }
    }

    private static Map<String, Object> use(String name, Object value) {
        Map<String, Object> use = new LinkedHashMap<>(Map.of("extent", "modified", "tool", Map.of("name", "T")));
        use.put(name, value);
        return Map.of("title", "T", "uses", List.of(use));
    }

    private static void same(Object document) {
        assertThat(reads(document))
                .as("%s", document)
                .isEqualTo(errors(document).isEmpty());
    }
}
