package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of release files and the reader say yes and no to the same documents. */
class ReleaseSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Object> REPLACEMENTS =
            List.of("zzz", 7, true, " ", List.of(), List.of("zzz"), Map.of(), Map.of("zzz", 1));

    private static boolean reads(Object document) {
        byte[] octets = JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        return ReleaseReader.read(Octets.copyOf(octets), "a") instanceof ReleaseOutcome.Stated;
    }

    @Test
    void both_judge_the_example_and_its_variations_alike() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("specs/release.schema.json")));
        Map<?, ?> example = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(ReleaseExample.yaml());
        assertThat(reads(example)).isTrue();
        List<String> differences = new ArrayList<>();
        for (Object name : example.keySet()) {
            for (Object replacement : REPLACEMENTS) {
                Map<Object, Object> changed = new LinkedHashMap<>(example);
                changed.put(name, replacement);
                if (schema.validate(JSON.valueToTree(changed)).isEmpty() != reads(changed)) {
                    differences.add(name + " = " + replacement);
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
