package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.AssertionDraft;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the minimal profile tells is decided field by field. */
class DeclarationProfileTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DECIDED =
            ToldFields.of("studio-minimal").decisions().keySet();

    /** Every field of the published schema that holds a value, by its path. */
    private static Set<String> fields() throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(Path.of("specs/declaration.schema.json")));
        Set<String> found = new HashSet<>();
        walk(schema, schema, "", List.of(), found);
        return found;
    }

    private static void walk(JsonNode schema, JsonNode node, String path, List<String> within, Set<String> found) {
        if (node.has("$ref")) {
            String name = node.get("$ref").asString().replace("#/$defs/", "");
            if (!within.contains(name)) {
                List<String> deeper = new ArrayList<>(within);
                deeper.add(name);
                walk(schema, schema.get("$defs").get(name), path, deeper, found);
            }
            return;
        }
        boolean group = false;
        for (String either : List.of("anyOf", "oneOf")) {
            for (JsonNode one : node.path(either)) {
                if (one.has("properties") || one.has("$ref")) {
                    walk(schema, one, path, within, found);
                    group = true;
                }
            }
        }
        if (node.has("items")) {
            walk(schema, node.get("items"), path, within, found);
        } else if (node.has("properties")) {
            node.get("properties")
                    .properties()
                    .forEach(field -> walk(
                            schema,
                            field.getValue(),
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            within,
                            found));
        } else if (!group) {
            found.add(path);
        }
    }

    @Test
    void every_field_of_the_schema_is_decided_and_no_other() throws IOException {
        assertThat(fields()).hasSizeGreaterThan(200).containsExactlyInAnyOrderElementsOf(DECIDED);
    }

    @Test
    void nothing_that_names_persons_works_or_places_is_told() throws IOException {
        Declaration declared = Yaml.declared(DeclarationExample.yaml());
        Declaration told = DeclarationProfile.STUDIO_MINIMAL.apply(declared);
        String all = "";
        for (AssertionDraft draft : DeclarationAssertions.draft(told, new Inception.Created(), false)) {
            all += new String(draft.content().toByteArray(), StandardCharsets.UTF_8);
        }
        assertThat(all)
                .contains("VideoGen Studio", "clearance", "2026-11-02", "approved", "AI MODIFIED")
                .contains(DeclarationProfile.UNTOLD)
                .doesNotContain(
                        "Lighthouse",
                        "10.5240",
                        "Reel 3",
                        "Example Post",
                        "Concept artist",
                        "421337",
                        "acct:9f2c",
                        "order 2026-118",
                        "ST_040",
                        "second pass",
                        "clearance-01",
                        "bar:0001",
                        "binder/",
                        "location stills",
                        "rider 4",
                        "Newsreel",
                        "Example Archive",
                        "delivery 2026",
                        "Post supervisor",
                        "Title operator",
                        "Agreement");
    }

    @Test
    void free_text_and_file_addresses_are_not_told_and_notations_are() {
        String yaml = """
                title: T
                declaredBy: {role: "assistant of SECRET"}
                uses:
                  - extent: modified
                    department: SECRET unit
                    tool: {name: X, modelLicence: "file:///srv/SECRET/licence.txt"}
                    ranges: [{track: SECRET dialogue}, {track: "2"}]
                    account: {holder: {role: SECRET vendor}}
                    rights:
                      status: licensed
                      term: until SECRET ends
                      uses: {theatrical: {permission: allowed, clauseRef: SECRET 4}}
                      conditions: [{type: other, value: SECRET}, {type: revenueThreshold, value: EUR 1.000.000}]
                    evidence: [{title: SECRET terms, clauseRef: SECRET, mediaType: text/html, language: en}]
                    review: {role: legal}
                    chainOfTitle: [{from: SECRET, to: producer, kind: licence}]
                persons: [{ref: cast-1, media: SECRET only, term: "2030-01-01"}]
                labels: [{form: text, text: AI, altText: SECRET, position: top-right}]
                trainingMining: {aiTraining: constrained, constraintInfo: SECRET}
                """;
        Declaration told = DeclarationProfile.STUDIO_MINIMAL.apply(Yaml.declared(yaml));
        assertThat(told.toString())
                .doesNotContain("SECRET", "file:")
                .contains("EUR 1.000.000", "text/html", "legal", "producer", "2030-01-01", "top-right", "CONSTRAINED");
        assertThat(told.uses().get(0).ranges()).extracting(UseRange::track).hasSize(2);
    }

    @Test
    void what_is_not_known_stays_untold() {
        CborValue.Map odd = CborValue.map()
                .put("title", "Secret")
                .put("workKind", "news")
                .put("brandNew", "Secret")
                .put("trainingMining", CborValue.map().put("brandNew", "Secret").build())
                .build();
        assertThat(ToldFields.of("studio-minimal").in(odd))
                .isEqualTo(CborValue.map()
                        .put("title", DeclarationProfile.UNTOLD)
                        .put("workKind", "news")
                        .build());
    }

    @Test
    void an_address_is_told_where_its_host_has_a_public_name() {
        for (String inner : new String[] {
            "https://gpu12.studio.local/models/x",
            "https://render7/x",
            "https://10.2.0.4/x",
            "https://[fd00::1]/x",
            "https://nas.lan/x",
            "https://wiki.corp./x",
            "https://user@models.vendor.com/x",
            "https://models.vendor.com:8443/x",
            "s3://bucket.vendor.com/x",
            "not an address"
        }) {
            assertThat(PublicAddress.isPublic(inner)).as(inner).isFalse();
            assertThat(PublicAddress.isArchive(inner)).as(inner).isFalse();
        }
        assertThat(PublicAddress.isPublic("https://vendor.com/terms")).isTrue();
        assertThat(PublicAddress.isArchive("https://archive.vendor.com/x")).isFalse();
        assertThat(PublicAddress.isArchive("https://web.archive.org/web/20260101000000id_/https://vendor.com/"))
                .isTrue();
    }
}
