package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.catalogue.C2paAction;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.AssertionDraft.Attribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeclarationAssertionsTest {

    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final CborValue PARENT = CborValue.map()
            .put("url", "self#jumbf=c2pa.assertions/c2pa.ingredient.v3")
            .build();
    private static final Inception CREATED = new Inception.Created();
    private static final Inception OPENED = new Inception.Opened(PARENT);

    @Test
    void the_assertions_stand_in_order_and_only_the_actions_are_the_signers_own() {
        List<AssertionDraft> drafts = Drafts.draft(DeclarationExample.yaml(), CREATED);
        assertThat(drafts)
                .extracting(AssertionDraft::label)
                .containsExactly(
                        "c2pa.actions.v2",
                        "c2pa.ai-disclosure",
                        "c2pa.ai-disclosure",
                        "c2pa.ai-disclosure",
                        "org.estampille.output-rights",
                        "org.estampille.output-rights",
                        "org.estampille.output-rights",
                        "c2pa.external-reference",
                        "c2pa.external-reference",
                        "cawg.training-mining",
                        "cawg.metadata",
                        "cawg.metadata",
                        "org.estampille.declaration",
                        "org.estampille.declaration.prompts",
                        "org.estampille.declaration.persons");
        assertThat(drafts.get(0).attribution()).isEqualTo(Attribution.CREATED);
        assertThat(drafts.subList(1, drafts.size())).allMatch(draft -> draft.attribution() == Attribution.GATHERED);
    }

    @Test
    void a_signer_who_vouches_makes_all_of_it_his_own_but_references_to_what_others_publish() {
        assertThat(DeclarationAssertions.draft(Yaml.declared(DeclarationExample.yaml()), CREATED, true))
                .allMatch(draft -> draft.attribution()
                        == (draft.label().equals("c2pa.external-reference")
                                ? Attribution.GATHERED
                                : Attribution.CREATED));
    }

    @ParameterizedTest
    @CsvSource({
        "extent: generated, trainedAlgorithmicMedia",
        "extent: modified, compositeWithTrainedAlgorithmicMedia",
        "extent: assistive, algorithmicallyEnhanced"
    })
    void a_created_file_has_the_source_type_of_its_greatest_extent(String extent, String type) {
        CborValue.Map first = Drafts.actions(Yaml.work(Yaml.use("extent: assistive"), Yaml.use(extent)), CREATED)
                .get(0);
        assertThat(Drafts.text(first, "action")).isEqualTo("c2pa.created");
        assertThat(Drafts.text(first, "digitalSourceType")).isEqualTo(IPTC + type);
    }

    @Test
    void a_file_generated_in_parts_is_a_composite_whose_parts_are_generated() {
        List<CborValue.Map> actions =
                Drafts.actions(Yaml.work(Yaml.use("extent: generated", "ranges: [{from: 1, to: 2}]")), CREATED);
        assertThat(actions).hasSize(2);
        assertThat(Drafts.text(actions.get(0), "digitalSourceType"))
                .isEqualTo(IPTC + "compositeWithTrainedAlgorithmicMedia");
        assertThat(Drafts.text(actions.get(1), "action")).isEqualTo("c2pa.edited");
        assertThat(Drafts.text(actions.get(1), "digitalSourceType")).isEqualTo(IPTC + "trainedAlgorithmicMedia");
    }

    @Test
    void a_file_without_ai_has_the_declared_source_type_and_no_word_about_ai() {
        List<AssertionDraft> drafts = Drafts.draft("title: T\ndigitalSourceType: digitalCreation", CREATED);
        assertThat(drafts)
                .extracting(AssertionDraft::label)
                .containsExactly("c2pa.actions.v2", "cawg.metadata", "org.estampille.declaration");
        assertThat(Drafts.list(Drafts.content(drafts.get(0)), "actions"))
                .singleElement()
                .satisfies(action ->
                        assertThat(Drafts.text(action, "digitalSourceType")).isEqualTo(IPTC + "digitalCreation"));
    }

    @Test
    void the_use_that_made_the_whole_file_is_the_creation_itself_and_the_others_follow() {
        List<CborValue.Map> actions = Drafts.actions(
                Yaml.work(Yaml.use("extent: assistive", "operations: [upscale]"), Yaml.GENERATED, Yaml.GENERATED),
                CREATED);
        assertThat(actions)
                .extracting(action -> Drafts.text(action, "action"))
                .containsExactly("c2pa.created", "c2pa.enhanced", "c2pa.edited");
        assertThat(Drafts.text(Drafts.map(actions.get(0), "softwareAgent"), "name"))
                .isEqualTo("Tool");
        List<CborValue.Map> rights = Drafts.contents(
                Drafts.draft(
                        Yaml.work(
                                Yaml.use("extent: assistive", "operations: [upscale]"), Yaml.GENERATED, Yaml.GENERATED),
                        CREATED),
                "org.estampille.output-rights");
        assertThat(rights)
                .extracting(right -> Drafts.list(right, "appliesTo")
                        .get(0)
                        .get("actionIndex")
                        .flatMap(CborValue::asLong))
                .containsExactly(Optional.of(1L), Optional.of(0L), Optional.of(2L));
    }

    @Test
    void an_opened_file_names_its_parent_and_no_source_type() {
        List<CborValue.Map> actions = Drafts.actions(Yaml.work(Yaml.GENERATED), OPENED);
        assertThat(Drafts.text(actions.get(0), "action")).isEqualTo("c2pa.opened");
        assertThat(actions.get(0).get("digitalSourceType")).isEmpty();
        assertThat(Drafts.list(Drafts.map(actions.get(0), "parameters"), "ingredients"))
                .containsExactly((CborValue.Map) PARENT);
        assertThat(Drafts.text(actions.get(1), "digitalSourceType")).isEqualTo(IPTC + "trainedAlgorithmicMedia");
    }

    @Test
    void a_file_tagged_again_without_change_says_that_nothing_else_happened() {
        String yaml = "title: T\ndigitalSourceType: digitalCapture";
        CborValue.Map again = Drafts.contents(Drafts.draft(yaml, new Inception.Opened(PARENT, true)), "c2pa.actions.v2")
                .get(0);
        assertThat(Drafts.list(again, "actions")).hasSize(1);
        assertThat(again.get("allActionsIncluded")).contains(CborValue.of(true));
        CborValue.Map from =
                Drafts.contents(Drafts.draft(yaml, OPENED), "c2pa.actions.v2").get(0);
        assertThat(Drafts.list(from, "actions"))
                .extracting(action -> Drafts.text(action, "action"))
                .containsExactly("c2pa.opened", "c2pa.unknown");
        assertThat(from.get("allActionsIncluded")).contains(CborValue.of(false));
    }

    @ParameterizedTest
    @CsvSource({
        "assistive, '[denoise]', c2pa.enhanced",
        "assistive, '[denoise, upscale]', c2pa.enhanced",
        "modified, '[denoise]', c2pa.edited",
        "modified, '[inpaint]', c2pa.edited",
        "modified, '[deage, face_replace]', c2pa.edited",
        "generated, '[voice_clone]', c2pa.dubbed",
        "generated, '[dubbing, tts]', c2pa.dubbed",
        "modified, '[dubbing, lip_sync]', c2pa.edited",
        "generated, '[music]', c2pa.edited",
        "modified, '[style_transfer]', c2pa.filtered",
        "modified, '[retime]', c2pa.changedSpeed",
        "assistive, '[colour_grade]', c2pa.adjustedColor",
        "generated, '[subtitles]', c2pa.addedText",
        "modified, '[translation]', c2pa.edited",
        "assistive, '[]', c2pa.edited"
    })
    void operations_become_the_action_that_says_so(String extent, String operations, String action) {
        AiUse use = Yaml.declared(Yaml.work(Yaml.use("extent: " + extent, "operations: " + operations)))
                .uses()
                .get(0);
        assertThat(ActionsDraft.action(use).label()).isEqualTo(action);
    }

    @Test
    void a_translation_names_both_languages() {
        CborValue.Map action = Drafts.actions(
                        Yaml.work(Yaml.use(
                                "extent: modified",
                                "operations: [translation]",
                                "sourceLanguage: fr",
                                "targetLanguage: pt-BR")),
                        CREATED)
                .get(1);
        assertThat(Drafts.text(action, "action")).isEqualTo("c2pa.translated");
        assertThat(Drafts.text(Drafts.map(action, "parameters"), "sourceLanguage"))
                .isEqualTo("fr");
        assertThat(Drafts.text(Drafts.map(action, "parameters"), "targetLanguage"))
                .isEqualTo("pt-BR");
    }

    @Test
    void an_action_says_who_when_where_and_for_whom() {
        List<CborValue.Map> actions = Drafts.actions(DeclarationExample.yaml(), OPENED);
        CborValue.Map plate = actions.get(1);
        assertThat(plate.get("when")).contains(new CborValue.Tag(0, CborValue.of("2026-10-02T09:14:00Z")));
        assertThat(Drafts.map(plate, "softwareAgent"))
                .isEqualTo(CborValue.map()
                        .put("name", "VideoGen Studio")
                        .put("version", "5.2")
                        .build());
        CborValue.Map face = actions.get(2);
        assertThat(face.get("when")).isEmpty();
        List<CborValue.Map> changes = Drafts.list(face, "changes");
        assertThat(Drafts.text(changes.get(0), "name")).isEqualTo("ST_040");
        assertThat(Drafts.list(changes.get(0), "region"))
                .extracting(range -> Drafts.text(range, "type"))
                .containsExactly("temporal", "spatial");
        assertThat(Drafts.map(Drafts.list(changes.get(0), "region").get(0), "time"))
                .extracting(time -> Drafts.text(time, "end"))
                .isEqualTo("00:00:00.500");
        assertThat(Drafts.map(Drafts.list(changes.get(1), "region").get(0), "frame")
                        .get("end"))
                .contains(CborValue.of(20));
        CborValue.Map parameters = Drafts.map(face, "parameters");
        assertThat(parameters.get("org.estampille.persons")).isEmpty();
        assertThat(parameters.get("org.estampille.consents")).isEmpty();
        CborValue.Map item = Drafts.map(
                Drafts.list(Drafts.list(actions.get(3), "changes").get(0), "region")
                        .get(0),
                "item");
        assertThat(Drafts.text(item, "identifier")).isEqualTo("track_id");
    }

    @Test
    void each_model_is_disclosed_once() {
        String other = "  - tool: {name: Other}\n    extent: assistive\n    humanOversightLevel: prompt_guided\n";
        List<CborValue.Map> disclosures = Drafts.contents(
                Drafts.draft(Yaml.work(Yaml.GENERATED, Yaml.GENERATED, other), CREATED), "c2pa.ai-disclosure");
        assertThat(disclosures).hasSize(2);
        assertThat(Drafts.text(disclosures.get(0), "modelType")).isEqualTo("c2pa.types.model");
        assertThat(Drafts.text(disclosures.get(0), "modelName")).isEqualTo("m 2");
        assertThat(disclosures.get(0).get("contentProfile")).isEmpty();
        assertThat(Drafts.text(disclosures.get(1), "modelName")).isEqualTo("Other");
        assertThat(Drafts.text(Drafts.map(disclosures.get(1), "contentProfile"), "humanOversightLevel"))
                .isEqualTo("prompt_guided");
    }

    @Test
    void a_use_that_does_not_show_is_kept_on_record_only() {
        String yaml =
                Yaml.work(Yaml.use("extent: generated", "inFinalOutput: no")) + "digitalSourceType: digitalCapture";
        List<AssertionDraft> drafts = Drafts.draft(yaml, CREATED);
        assertThat(drafts)
                .extracting(AssertionDraft::label)
                .doesNotContain("c2pa.ai-disclosure", OutputRightsCodec.LABEL);
        assertThat(Drafts.actions(yaml, CREATED)).hasSize(1);
        Declaration read = DeclarationCodec.decode(Drafts.content(drafts.get(drafts.size() - 1)))
                .orElseThrow();
        assertThat(read.uses()).hasSize(1);
    }

    @Test
    void rights_that_nobody_looked_at_are_declared_unknown() {
        CborValue.Map rights = Drafts.map(
                Drafts.contents(Drafts.draft(Yaml.work(Yaml.GENERATED), CREATED), OutputRightsCodec.LABEL)
                        .get(0),
                "rights");
        assertThat(Drafts.text(rights, "status")).isEqualTo("unknown");
        assertThat(Drafts.text(rights, "statusFr")).isEqualTo("inconnu");
        assertThat(Drafts.text(rights, "mechanism")).isEqualTo("not-seen");
        assertThat(Drafts.text(rights, "transferable")).isEqualTo("unknown");
    }

    @Test
    void a_reservation_uses_the_keys_of_cawg() {
        CborValue.Map entries = Drafts.map(
                Drafts.contents(Drafts.draft(DeclarationExample.yaml(), CREATED), "cawg.training-mining")
                        .get(0),
                "entries");
        assertThat(Drafts.text(Drafts.map(entries, "cawg.ai_generative_training"), "use"))
                .isEqualTo("notAllowed");
        assertThat(Drafts.text(Drafts.map(entries, "cawg.data_mining"), "use")).isEqualTo("constrained");
        assertThat(Drafts.text(Drafts.map(entries, "cawg.data_mining"), "constraint_info"))
                .isEqualTo("research with written permission");
        assertThat(Drafts.text(Drafts.map(entries, "cawg.ai_inference"), "use")).isEqualTo("allowed");
    }

    @Test
    void the_metadata_is_json_ld_with_the_iptc_properties() {
        String yaml = Yaml.work(
                        Yaml.use(
                                "extent: generated",
                                "prompt: \"a \\\"quoted\\\"\\n\\u2028\\U0001F3AC line\"",
                                "promptWriter: W"),
                        Yaml.use("extent: assistive"))
                .replace("title: Work", "title: Été");
        List<AssertionDraft> both = Drafts.draft(yaml, CREATED).stream()
                .filter(candidate -> candidate.label().equals("cawg.metadata"))
                .toList();
        AssertionDraft draft = both.get(0);
        assertThat(draft.encoding()).isEqualTo(AssertionDraft.Encoding.JSON);
        JsonNode asked =
                JsonMapper.builder().build().readTree(both.get(1).content().toByteArray());
        JsonNode json = JsonMapper.builder().build().readTree(draft.content().toByteArray());
        assertThat(json.get("@context").get("Iptc4xmpExt").asString())
                .isEqualTo("http://iptc.org/std/Iptc4xmpExt/2008-02-29/");
        assertThat(json.get("dc:title").asString()).isEqualTo("Été");
        assertThat(json.get("Iptc4xmpExt:AISystemUsed").asString()).isEqualTo("Tool (m)");
        assertThat(json.get("Iptc4xmpExt:AISystemVersionUsed").asString()).isEqualTo("2");
        assertThat(asked.get("Iptc4xmpExt:AIPromptInformation").asString())
                .isEqualTo("a \"quoted\"\n\u2028\uD83C\uDFAC line");
        assertThat(asked.get("Iptc4xmpExt:AIPromptWriterName").asString()).isEqualTo("W");
        assertThat(json.get("Iptc4xmpExt:DigitalSourceType").asString()).isEqualTo(IPTC + "trainedAlgorithmicMedia");
    }

    static List<String> declarations() {
        List<String> yaml =
                new ArrayList<>(List.of(DeclarationExample.yaml(), "title: T\ndigitalSourceType: negativeFilm"));
        for (String extent : List.of("generated", "modified", "assistive")) {
            for (String operation : List.of("denoise", "inpaint", "dubbing", "translation", "music", "text")) {
                yaml.add(Yaml.work(
                        Yaml.use("extent: " + extent, "operations: [" + operation + "]", "ranges: [{shot: S}]"),
                        Yaml.use("extent: assistive", "operations: [upscale]")));
            }
        }
        return yaml;
    }

    /** The traits of the conformance rubric 0.2 for specification 2.4 that look at actions. */
    @ParameterizedTest
    @MethodSource("declarations")
    void no_trait_of_the_conformance_rubric_is_false(String yaml) {
        for (Inception inception : List.of(CREATED, OPENED, new Inception.Opened(PARENT, true))) {
            CborValue.Map assertion = Drafts.contents(Drafts.draft(yaml, inception), "c2pa.actions.v2")
                    .get(0);
            List<CborValue.Map> actions = Drafts.list(assertion, "actions");
            assertThat(assertion.get("allActionsIncluded").flatMap(CborValue::asBoolean))
                    .isPresent();
            boolean reopening = actions.size() == 1 && inception != CREATED;
            assertThat(reopening && !assertion.get("allActionsIncluded").equals(Optional.of(CborValue.of(true))))
                    .isFalse();
            for (int i = 0; i < actions.size(); i++) {
                CborValue.Map action = actions.get(i);
                C2paAction known = C2paAction.of(Drafts.text(action, "action")).orElseThrow();
                assertThat(known.writableIn(2)).isTrue();
                assertThat(known.kind() == C2paAction.Kind.INCEPTION).isEqualTo(i == 0);
                Optional<DigitalSourceType> type = DigitalSourceType.of(Drafts.text(action, "digitalSourceType"));
                assertThat(known.needsSourceType() && type.isEmpty()).isFalse();
                assertThat(known == C2paAction.OPENED && type.isPresent()).isFalse();
                Set<String> standard = Set.of("ingredients", "sourceLanguage", "targetLanguage");
                action.get("parameters")
                        .flatMap(CborValue::asMap)
                        .ifPresent(parameters -> assertThat(parameters.entries())
                                .extracting(entry -> entry.key().asText().orElseThrow())
                                .allMatch(name -> standard.contains(name) || name.contains(".")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whether_all_actions_are_included_is_as_declared(boolean declared) {
        CborValue.Map assertion = Drafts.contents(
                        Drafts.draft(Yaml.work(Yaml.GENERATED) + "allActionsIncluded: " + declared, CREATED),
                        "c2pa.actions.v2")
                .get(0);
        assertThat(assertion.get("allActionsIncluded")).contains(CborValue.of(declared));
    }
}
