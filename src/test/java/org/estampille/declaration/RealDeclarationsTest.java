package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.cbor.CborValue;
import org.estampille.cli.Terminal;
import org.estampille.manifest.AssertionDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** Declarations as departments would write them: from YAML to a signed manifest to a report, nothing is lost on the way. */
class RealDeclarationsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/estampille/declaration/real");

    /** Derived from the status, for readers. */
    private static final Set<String> DERIVED = Set.of("statusFr");

    /** The fields of a use that stand in an assertion of their own, and so under {@code rights}. */
    private static final List<String> TERMS = List.of(
            "account",
            "rights",
            "vendor",
            "humanAuthorship",
            "evidence",
            "review",
            "changes",
            "inputs",
            "chainOfTitle",
            "odrl");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void has_a_key() {
        assertThat(new Terminal(folder).run("keys", "demo", "--out", "keys")).isZero();
    }

    static List<String> declarations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void there_are_twenty() throws IOException {
        assertThat(declarations()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void every_field_of_the_yaml_stands_in_the_report_of_the_signed_file(String name) throws IOException {
        Terminal terminal = new Terminal(folder);
        Path yaml = FOLDER.resolve(name).toAbsolutePath();
        Files.copy(Path.of("src/main/resources/org/estampille/demo/picture.png"), folder.resolve(name + ".png"));
        assertThat(terminal.run(
                        "tag",
                        name + ".png",
                        "--declare",
                        yaml.toString(),
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem",
                        "--out",
                        "tagged-" + name + ".png"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("verify", "tagged-" + name + ".png", "--trust", "keys/root.pem", "--json"))
                .as(terminal.out() + terminal.err())
                .isIn(0, 4);
        Map<?, ?> report = JSON.readValue(terminal.out(), Map.class);
        Map<?, ?> signed = (Map<?, ?>) report.get("declaration");
        assertThat(signed.get("strength")).isEqualTo("declared");
        Map<String, Object> content = withTerms(signed, (List<?>) report.get("rights"));
        Object written = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
        contains("", written, content);
        Declaration declared = Yaml.declared(Files.readString(yaml));
        assertThat(Yaml.declared(JSON.writeValueAsString(content))).isEqualTo(declared);
    }

    /** The declaration of a report with the terms of each use put back in: one entry of {@code rights} for each use that shows. */
    private static Map<String, Object> withTerms(Map<?, ?> signed, List<?> rights) {
        Map<String, Object> content = new LinkedHashMap<>();
        ((Map<?, ?>) signed.get("content")).forEach((name, value) -> content.put(name.toString(), value));
        List<Object> uses = new ArrayList<>();
        Iterator<?> terms = rights.iterator();
        for (Object each : (List<?>) content.getOrDefault("uses", List.of())) {
            Map<String, Object> use = new LinkedHashMap<>();
            ((Map<?, ?>) each).forEach((name, value) -> use.put(name.toString(), value));
            if (!use.get("extent").equals("none") && !"no".equals(use.get("inFinalOutput"))) {
                Map<?, ?> entry = (Map<?, ?>) ((Map<?, ?>) terms.next()).get("terms");
                TERMS.stream()
                        .filter(entry::containsKey)
                        .forEach(name -> use.put(name, withoutDerived(entry.get(name))));
            }
            uses.add(use);
        }
        assertThat(terms.hasNext()).isFalse();
        if (content.containsKey("uses")) {
            content.put("uses", uses);
        }
        return content;
    }

    private static Object withoutDerived(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.keySet().removeAll(DERIVED);
            return copy;
        }
        return value;
    }

    private static void contains(String path, Object written, Object reported) {
        if (written instanceof Map<?, ?> map) {
            assertThat(reported).as(path).isInstanceOf(Map.class);
            map.forEach((key, value) -> contains(path + "." + key, value, ((Map<?, ?>) reported).get(key)));
        } else if (written instanceof List<?> list) {
            assertThat(reported).as(path).isInstanceOf(List.class);
            assertThat((List<?>) reported).as(path).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                contains(path + "[" + i + "]", list.get(i), ((List<?>) reported).get(i));
            }
        } else if (reported instanceof Map<?, ?> answer
                && (answer.containsKey("value") || answer.containsKey("permission"))) {
            // A bare word is short for a group with nothing but that word.
            contains(path, written, answer.containsKey("value") ? answer.get("value") : answer.get("permission"));
        } else if (path.contains(".ranges") && (path.endsWith(".from") || path.endsWith(".to"))) {
            assertThat(PlayTime.of(String.valueOf(reported))).as(path).isEqualTo(PlayTime.of(String.valueOf(written)));
        } else if (written instanceof Number number && reported instanceof Number other) {
            assertThat(other.doubleValue()).as(path).isEqualTo(number.doubleValue());
        } else {
            assertThat(String.valueOf(reported)).as(path).isEqualTo(String.valueOf(written));
        }
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void terms_come_back_from_their_own_assertions(String name) throws IOException {
        Declaration declared = Yaml.declared(Files.readString(FOLDER.resolve(name)));
        List<AssertionDraft> drafts = DeclarationAssertions.draft(declared, new Inception.Created(), false);
        List<CborValue.Map> rights = Drafts.contents(drafts, OutputRightsCodec.LABEL);
        List<AiUse> shown = declared.uses().stream().filter(AiUse::shows).toList();
        assertThat(rights).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            OutputRights decoded = OutputRightsCodec.decode(rights.get(i));
            assertThat(decoded.terms()).isEqualTo(shown.get(i).terms());
            assertThat(decoded.tool()).isEqualTo(shown.get(i).tool());
            List<Person> people = shown.get(i).persons().stream()
                    .map(ref -> declared.person(ref).orElseThrow())
                    .toList();
            assertThat(decoded.people()).isEqualTo(people);
        }
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void what_the_program_writes_as_yaml_it_reads_back_the_same(String name) throws IOException {
        Declaration declared = Yaml.declared(Files.readString(FOLDER.resolve(name)));
        assertThat(Yaml.declared(DeclarationYaml.of(declared))).isEqualTo(declared);
    }
}
