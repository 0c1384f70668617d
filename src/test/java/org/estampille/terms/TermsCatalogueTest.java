package org.estampille.terms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.catalogue.RightsStatus;
import org.estampille.declaration.WindowUse;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

final class TermsCatalogueTest {

    private static final TermsCatalogue BUNDLED = TermsCatalogue.bundled();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static TermsRow row(String id) {
        return BUNDLED.row(id).orElseThrow();
    }

    @Test
    void more_than_fifty_tools_of_more_than_forty_vendors_load() {
        assertThat(BUNDLED.allRows()).hasSize(111);
        assertThat(BUNDLED.rows().stream().map(TermsRow::tool).distinct()).hasSizeGreaterThanOrEqualTo(56);
        assertThat(BUNDLED.rows().stream().map(TermsRow::vendor).distinct()).hasSizeGreaterThanOrEqualTo(42);
    }

    @Test
    void forty_one_rows_were_read_first_hand_and_carry_the_digest_of_the_text() {
        List<TermsRow> rows = BUNDLED.rows().stream()
                .filter(row -> row.evidence().grade() == EvidenceGrade.FIRST_HAND)
                .toList();
        assertThat(rows).hasSize(41).allSatisfy(row -> {
            assertThat(row.evidence().textSha256()).isPresent();
            assertThat(row.evidence().archiveRef()).isPresent();
            assertThat(row.evidence().clauseSeen()).isTrue();
        });
    }

    @Test
    void a_row_read_first_hand_wins_over_what_others_wrote() {
        assertThat(BUNDLED.replacedBy("openai-consumer")).contains("ota-openai-chatgpt-eu-consumer");
        assertThat(BUNDLED.replacedBy("stable-audio-free")).contains("ota-stability-hosted");
        assertThat(BUNDLED.find("Stable Audio")).extracting(TermsRow::id).containsExactly("ota-stability-hosted");
        assertThat(BUNDLED.find("Stable Audio").get(0).rights().status()).isEqualTo(RightsStatus.ASSIGNED);
        for (TermsRow row : BUNDLED.rows()) {
            assertThat(BUNDLED.replacedBy(row))
                    .allSatisfy(old -> assertThat(old.evidence().grade()).isNotEqualTo(EvidenceGrade.FIRST_HAND));
        }
    }

    @Test
    void every_replaced_id_names_a_row() {
        for (TermsRow row : BUNDLED.allRows()) {
            assertThat(row.replaces())
                    .allSatisfy(id -> assertThat(BUNDLED.row(id)).isPresent());
        }
    }

    @Test
    void no_row_passes_a_gate_whose_clause_was_not_read_first_hand_or_which_leaves_the_status_open() {
        for (TermsRow row : BUNDLED.allRows()) {
            boolean may = row.evidence().grade() == EvidenceGrade.FIRST_HAND
                    && row.evidence().clauseSeen()
                    && row.rights().status() != RightsStatus.UNKNOWN
                    && row.conflictsResolved();
            assertThat(row.gateUsable()).as(row.id()).isEqualTo(may);
        }
        assertThat(BUNDLED.rows().stream().filter(TermsRow::gateUsable)).hasSize(33);
        assertThat(row("suno-basic").gateUsable()).isFalse();
        assertThat(row("ota-copyai").gateUsable()).isFalse();
    }

    @Test
    void the_history_holds_thirty_eight_dated_texts_of_thirteen_tools() {
        assertThat(BUNDLED.rows().stream().filter(row -> !row.history().isEmpty()))
                .hasSize(13);
        assertThat(BUNDLED.rows().stream().mapToInt(row -> row.history().size()).sum())
                .isEqualTo(38);
    }

    @Test
    void the_history_tells_when_an_output_clause_changed() {
        assertThat(row("ota-mistral-vibe-eu").history().stream().filter(TermsEvent::changesStatus))
                .extracting(event -> event.since() + " " + event.status().word())
                .containsExactly("2024-05-22 owned-by-user-as-between-parties", "2025-05-27 assigned");
        assertThat(row("ota-doubao").history().stream().filter(TermsEvent::changesStatus))
                .extracting(TermsEvent::since)
                .containsExactly(LocalDate.parse("2024-12-02"));
    }

    @Test
    void the_status_on_a_day_before_the_terms_is_that_of_the_text_then_in_force() {
        TermsRow grok = row("ota-grok-consumer");
        assertThat(grok.eventAt(LocalDate.parse("2024-07-01")).map(TermsEvent::status))
                .contains(RightsStatus.LICENSED);
        assertThat(grok.eventAt(LocalDate.parse("2024-12-01")).map(TermsEvent::status))
                .contains(RightsStatus.OWNED_BY_USER);
        assertThat(grok.eventAt(LocalDate.parse("2020-01-01"))).isEmpty();
    }

    @Test
    void a_disclaimer_is_kept_apart_from_a_transfer() {
        TermsRow copilot = row("ota-microsoft-copilot");
        assertThat(copilot.rights().status().statusFr()).isEqualTo("reconnu");
        assertThat(copilot.rights().mechanism()).isEqualTo(RightsMechanism.DISCLAIMER_OF_OWNERSHIP);
    }

    @Test
    void nothing_said_is_unknown_never_permitted() {
        assertThat(row("runway-enterprise").rights().transferable()).isEqualTo(Provision.UNKNOWN);
        assertThat(row("runway-enterprise").rights().use(Exploitation.THEATRICAL))
                .isEqualTo(Provision.UNKNOWN);
    }

    @Test
    void a_tool_is_found_by_its_name_or_vendor_or_model_and_by_how_a_word_of_them_begins() {
        assertThat(BUNDLED.find("suno")).extracting(TermsRow::id).containsExactly("suno-basic", "suno-paid");
        assertThat(BUNDLED.find("Kuaishou")).extracting(TermsRow::id).containsExactly("kling-paid", "kling-free");
        assertThat(BUNDLED.find("Wan 2.2")).extracting(TermsRow::id).containsExactly("wan-selfhost");
        assertThat(BUNDLED.find("Suno", Optional.of("premier"), TODAY))
                .extracting(TermsRow::id)
                .containsExactly("suno-paid");
        assertThat(BUNDLED.find("no such tool")).isEmpty();
        assertThat(BUNDLED.find("")).isEmpty();
    }

    @Test
    void tools_plans_vendors_and_models_complete_what_somebody_types() {
        assertThat(BUNDLED.tools("mid")).containsExactly("Midjourney");
        assertThat(BUNDLED.vendors("anth")).containsExactly("Anthropic");
        assertThat(BUNDLED.plans("AIVA")).containsExactly("Free", "Standard", "Pro");
        assertThat(BUNDLED.models("Eleven Music v1/v2")).containsExactly("Eleven Music v1", "Eleven Music v2");
        assertThat(BUNDLED.tools("")).hasSizeGreaterThan(56);
    }

    @Test
    void a_house_row_takes_the_place_of_the_bundled_one_and_a_later_version_answers_from_its_day_on() {
        String yaml = """
                rows:
                - {id: %s, vendor: Suno, tool: Suno, plan: Deal 7, effectiveFrom: '%s', rights: {status: %s}, evidence: {grade: C}}
                """;
        List<TermsRow> first = rows(yaml.formatted("suno-deal-1", "2026-01-01", "licensed"));
        List<TermsRow> second = rows(yaml.formatted("suno-deal-2", "2026-07-01", "retained-by-vendor"));
        TermsCatalogue house = BUNDLED.with(first).with(second);
        assertThat(house.find("suno", Optional.of("deal 7"), LocalDate.parse("2026-06-30")))
                .extracting(TermsRow::id)
                .containsExactly("suno-deal-1");
        assertThat(house.find("suno", Optional.of("deal 7"), TODAY))
                .extracting(TermsRow::id)
                .containsExactly("suno-deal-2");
        List<TermsRow> other = rows(yaml.formatted("suno-paid", "2026-01-01", "licensed"));
        assertThat(BUNDLED.with(other).row("suno-paid").orElseThrow().plan()).isEqualTo("Deal 7");
    }

    private static List<TermsRow> rows(String yaml) {
        TermsDocument<List<TermsRow>> document = TermsDocument.rows(Octets.ofUtf8(yaml));
        assertThat(document.problems()).isEmpty();
        return document.content().orElseThrow();
    }

    @Test
    void everything_wrong_in_a_row_is_told_at_once_with_line_and_field() {
        TermsDocument<List<TermsRow>> document = TermsDocument.rows(Octets.ofUtf8("""
                id: ../up
                tool: Suno
                plan: Pro
                effectiveFrom: yesterday
                colour: blue
                rights:
                  status: mine
                  uses: {theatrical: perhaps}
                evidence: {grade: first-hand, textSha256: abc}
                """));
        assertThat(document.content()).isEmpty();
        assertThat(document.problems())
                .extracting(problem -> problem.line() + " " + problem.field())
                .contains(
                        "1 id",
                        "1 vendor",
                        "4 effectiveFrom",
                        "5 colour",
                        "7 rights.status",
                        "8 rights.uses.theatrical",
                        "9 evidence.textSha256",
                        "9 evidence");
    }

    @Test
    void hostile_yaml_is_a_problem_and_not_an_exception() {
        for (String yaml : List.of(
                "", "- a", "a: &x 1\nb: *x", "a: [", "{".repeat(100), "? [a]\n: b", "a: 1\na: 2", "--- a\n--- b")) {
            assertThat(TermsDocument.rows(Octets.ofUtf8(yaml)).problems())
                    .as(yaml)
                    .isNotEmpty();
        }
    }

    @Test
    void every_window_that_declarations_know_is_one_that_terms_may_speak_of() {
        Set<String> known = new HashSet<>();
        for (Exploitation way : Exploitation.values()) {
            known.add(way.word());
        }
        for (WindowUse.Window window : WindowUse.Window.values()) {
            assertThat(known).contains(window.word());
        }
    }

    @Test
    void the_published_schema_accepts_the_bundled_catalogue_and_refuses_a_status_it_does_not_know() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("specs/terms.schema.json")));
        String yaml;
        try (InputStream stream = TermsCatalogue.class.getResourceAsStream("catalogue.yaml")) {
            assertThat(stream).isNotNull();
            yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(errors(schema, yaml)).isEmpty();
        assertThat(errors(schema, yaml.replace("status: assigned", "status: mine")))
                .isNotEmpty();
    }

    private static List<Error> errors(Schema schema, String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(JsonMapper.builder().build().valueToTree(document));
    }
}
