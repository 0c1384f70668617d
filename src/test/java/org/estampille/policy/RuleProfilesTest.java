package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonObject;
import org.estampille.rubric.RubricEvaluator;
import org.estampille.rubric.RubricReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles as formulas, and what a house adds to them. */
final class RuleProfilesTest {

    private static final String HOUSE = """
            rubric_metadata: {name: Example Channel, version: "2026.2"}
            house:
              owner: Head of delivery
              parameters: {noticeHours: 24}
              answers: {roles: [none], approvalRef: none}
              waivers:
                - {rule: BA-03, reason: agreed with the commissioner, by: A. Producer, role: head of delivery, until: %s}
            ---
            - id: "house:H-01"
              failIfMatched: true
              expression: 'if($estampille.asset.kind == "video", [$estampille.asset.kind], [])'
              reportText: {"true": {en: No video, fr: Pas de vidéo}, "false": {en: Video, fr: Vidéo}}
            """;

    @TempDir
    private Path folder;

    static List<String> ruleProfiles() {
        return BundledProfiles.names().stream()
                .filter(name -> BundledProfiles.text(name).isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ruleProfiles")
    void every_rule_says_what_it_asks_why_and_what_to_do_in_both_languages(String name) {
        RuleProfile profile = (RuleProfile) BundledProfiles.named(name).orElseThrow();
        assertThat(profile.label()).isEqualTo(name);
        assertThat(profile.title()).containsOnlyKeys("en", "fr");
        for (ProfileRule rule : profile.rules()) {
            RuleWords words = rule.words();
            for (Map<String, String> texts :
                    List.of(words.requirement(), words.violation(), words.advice(), words.basis())) {
                assertThat(texts).as(rule.id()).containsOnlyKeys("en", "fr");
                assertThat(texts.values()).as(rule.id()).noneMatch(String::isBlank);
            }
        }
        assertThat(profile.rules().stream().map(ProfileRule::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("ruleProfiles")
    void no_formula_ends_in_an_error_whether_much_is_known_or_nothing(String name) throws Exception {
        Profile profile = BundledProfiles.named(name).orElseThrow();
        for (Dossier dossier : List.of(Situation.of("", folder), nothingKnown())) {
            assertThat(profile.judge(dossier).rules())
                    .isNotEmpty()
                    .noneMatch(rule -> rule.reason().equals("profile.error"));
        }
    }

    @ParameterizedTest
    @MethodSource("ruleProfiles")
    void a_profile_is_an_asset_rubric_that_any_evaluator_reads(String name) throws Exception {
        JsonObject result = new RubricEvaluator(
                        RubricReader.read(BundledProfiles.text(name).orElseThrow()),
                        name,
                        Optional.empty(),
                        Instant.parse("2026-11-22T12:00:00Z"))
                .evaluate(JsonObject.of(Map.of("manifests", JsonArray.of(List.of()))), "fr");
        assertThat(result.json()).contains(name).doesNotContain("Error:");
    }

    @ParameterizedTest
    @MethodSource("ruleProfiles")
    void every_fact_that_a_profile_asks_for_is_one(String name) throws Exception {
        RuleProfile profile = (RuleProfile) BundledProfiles.named(name).orElseThrow();
        RubricEvaluator evaluator = new RubricEvaluator(
                profile.rubric(), name, Optional.of(JsonObject.of(Map.of())), Instant.parse("2026-11-22T12:00:00Z"));
        JsonObject facts = FactNames.specimen(profile.parameters());
        for (ProfileRule rule : profile.rules()) {
            for (Optional<String> formula : List.of(rule.appliesIf(), Optional.of(rule.violatedBy()), rule.openIf())) {
                assertThat(evaluator.strangers(formula.orElse("`1`"), facts))
                        .as(rule.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatever_the_schema_of_a_declaration_names_is_a_fact() throws Exception {
        String schema = java.nio.file.Files.readString(Path.of("specs/declaration.schema.json"));
        JsonObject fields = (JsonObject)
                ((JsonObject) new org.estampille.formula.JsonReader(org.estampille.formula.FormulaLimits.standard())
                                .read(schema))
                        .field("properties")
                        .orElseThrow();
        JsonObject known = (JsonObject)
                FactNames.specimen(JsonObject.of(Map.of())).field("declaration").orElseThrow();
        assertThat(known.fields().keySet()).containsAll(fields.fields().keySet());
    }

    private static Dossier nothingKnown() {
        return new Dossier(
                Dossier.Integrity.HOLDS,
                false,
                org.estampille.disclosure.ContentDisclosure.nothing(),
                org.estampille.disclosure.RightsTrail.nothing(),
                Optional.empty(),
                org.estampille.terms.EvidenceFolder.notGiven(),
                java.util.Set.of(),
                Instant.parse("2026-11-22T12:00:00Z"));
    }

    private Dossier in(House house) throws Exception {
        return in(house, "");
    }

    private Dossier in(House house, String changes) throws Exception {
        Dossier known = Situation.of(changes, folder);
        return new Dossier(
                known.integrity(),
                known.signerTrusted(),
                known.disclosure(),
                known.trail(),
                known.release(),
                known.evidence(),
                known.identified(),
                known.at(),
                new AssetView(Optional.empty(), Optional.of("video/mp4")),
                house);
    }

    private static Outcome outcome(Verdict verdict, String id) {
        return verdict.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void a_waiver_holds_until_its_last_day_and_an_ended_one_says_so() throws Exception {
        Profile profile = BundledProfiles.named("broadcaster-acceptance").orElseThrow();
        House until = HouseReader.read(HOUSE.formatted("2026-11-22"));
        Verdict waived = until.waived(profile.judge(in(until)), in(until).today());
        assertThat(outcome(waived, "BA-03")).isEqualTo(Outcome.WAIVED);
        House ended = HouseReader.read(HOUSE.formatted("2026-11-21"));
        Verdict open = ended.waived(profile.judge(in(ended)), in(ended).today());
        assertThat(outcome(open, "BA-03")).isEqualTo(Outcome.FAIL);
        assertThat(open.rules().stream().flatMap(rule -> rule.waiver().stream()))
                .hasSize(1);
    }

    @Test
    void a_house_cannot_accept_what_the_law_refuses() throws Exception {
        Profile profile = BundledProfiles.named("broadcaster-acceptance").orElseThrow();
        House house = HouseReader.read("""
                rubric_metadata: {name: Example Channel, version: "1"}
                house:
                  answers: {roles: [deployer], approvalRef: none}
                  waivers:
                    - {rule: AI504-02, reason: agreed, by: A. Producer, until: 2026-12-31}
                    - {rule: BA-03, reason: agreed, by: A. Producer, until: 2026-12-31}
                """);
        Dossier news = in(house, "workKind: fiction => workKind: news");
        assertThat(outcome(profile.judge(news), "AI504-02")).isEqualTo(Outcome.FAIL);
        Verdict waived = house.waived(profile.judge(news), news.today());
        assertThat(outcome(waived, "AI504-02")).isEqualTo(Outcome.WARN);
        assertThat(outcome(waived, "BA-03")).isEqualTo(Outcome.WAIVED);
        assertThat(waived.rules().stream().filter(rule -> rule.id().equals("AI504-02")))
                .allSatisfy(rule -> assertThat(rule.waived()).isTrue());
        for (String law : List.of("eu-ai-act-50-2", "eu-ai-act-50-4", "california-sb-942", "china-gb-45438")) {
            assertThat(((RuleProfile) BundledProfiles.named(law).orElseThrow()).rules())
                    .as(law)
                    .allMatch(ProfileRule::law);
        }
    }

    @Test
    void a_house_has_rules_of_its_own() throws Exception {
        House house = HouseReader.read(HOUSE.formatted("2026-12-31"));
        Verdict verdict = house.rules().orElseThrow().judge(in(house));
        assertThat(verdict.profile()).isEqualTo("Example Channel");
        assertThat(verdict.version()).contains("2026.2");
        assertThat(outcome(verdict, "H-01")).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_house_file_that_is_none_is_refused() {
        assertThatThrownBy(() -> HouseReader.read("a: 1\n")).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> HouseReader.read(HOUSE.formatted("soon")))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("until");
    }

    @Test
    void an_altered_file_is_rejected_and_no_formula_is_asked() throws Exception {
        Dossier known = Situation.of("", folder);
        Dossier broken = new Dossier(
                Dossier.Integrity.BROKEN,
                true,
                known.disclosure(),
                known.trail(),
                known.release(),
                known.evidence(),
                known.identified(),
                known.at());
        Verdict verdict = BundledProfiles.named("eu-ai-act-50-4").orElseThrow().judge(broken);
        assertThat(verdict.decision()).isEqualTo(Decision.REJECT);
        assertThat(verdict.rules()).hasSize(1);
    }

    @Test
    void a_missing_declaration_is_refused_by_a_broadcaster_even_without_a_manifest() throws Exception {
        Dossier absent = new Dossier(
                Dossier.Integrity.ABSENT,
                false,
                org.estampille.disclosure.ContentDisclosure.nothing(),
                org.estampille.disclosure.RightsTrail.nothing(),
                Optional.empty(),
                org.estampille.terms.EvidenceFolder.notGiven(),
                java.util.Set.of(),
                Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(BundledProfiles.named("broadcaster-acceptance")
                        .orElseThrow()
                        .judge(absent)
                        .decision())
                .isEqualTo(Decision.REJECT);
        assertThat(BundledProfiles.named("eu-ai-act-50-4")
                        .orElseThrow()
                        .judge(absent)
                        .decision())
                .isEqualTo(Decision.INDETERMINATE);
    }
}
