package org.estampille.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.formula.JsonArray;
import org.estampille.policy.House;
import org.estampille.timecode.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of Article 50(4): answer, paragraph, and which labels in which words. What is expected was worked out by hand. */
final class LabelPlannerTest {

    private static final String FAKE = "deepfakeAssessment: {deepfake: yes, rationale: assessed}";
    private static final String NOT_FAKE = "deepfakeAssessment: {deepfake: no, rationale: assessed}";
    private static final String UNCLEAR = "deepfakeAssessment: {deepfake: unclear, rationale: assessed}";
    private static final String ART = "deepfakeAssessment: {deepfake: yes, exemption: artistic, evidentlyArtistic: yes,"
            + " informativeCharacter: no, rationale: assessed}";
    private static final String DOUBTFUL_ART =
            "deepfakeAssessment: {deepfake: yes, exemption: artistic, evidentlyArtistic: unclear, rationale: assessed}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # case                          | kind          | medium | use                                        | assessed     | answer        | basis  | labels
            fiction, real actors, AI set    | fiction       | VIDEO  | modified video replace_background          | NOT_FAKE     | NO_LABEL      | GL 113 | ''
            fiction, de-ageing              | fiction       | VIDEO  | modified video deage                       | ART          | LABEL_RELAXED | GL 123 | CREDITS modified CoP C3
            fiction, de-ageing called none  | fiction       | VIDEO  | modified video deage                       | NOT_FAKE     | ASK_LEGAL     | GL 114 | ''
            deep fake evidently artistic    | entertainment | VIDEO  | generated video face_replace               | ART          | LABEL_RELAXED | GL 123 | CREDITS modified CoP C3
            satire that is not evident      | entertainment | VIDEO  | generated video face_replace               | DOUBTFUL_ART | LABEL         | GL 122 | MARK modified CoP 1.2.2(b)
            news, generated pictures        | news          | VIDEO  | generated video inpaint                    | FAKE         | LABEL         | 50(4)  | MARK modified CoP 1.2.2(b)
            news, all generated             | news          | VIDEO  | generated none inpaint                     | FAKE         | LABEL         | 50(4)  | MARK generated CoP 1.2.2(b)
            news picture                    | news          | IMAGE  | generated image inpaint                    | FAKE         | LABEL         | 50(4)  | MARK generated CoP 1.2.2(a)
            news, background replaced       | news          | VIDEO  | modified video replace_background          | NOT_FAKE     | ASK_LEGAL     | GL 116 | ''
            news, unclear                   | news          | VIDEO  | modified video inpaint                     | UNCLEAR      | ASK_LEGAL     | GL 113 | ''
            news, nobody assessed           | news          | VIDEO  | modified video inpaint                     | NONE         | CANNOT_PLAN   | GL 113 | ''
            news that claims art            | news          | VIDEO  | modified video inpaint                     | ART          | LABEL         | GL 122 | MARK modified CoP 1.2.2(b)
            advert, AI celebrity            | advert        | VIDEO  | generated video face_replace               | FAKE         | LABEL         | 50(4)  | MARK modified CoP 1.2.2(b)
            advert that claims art          | advert        | VIDEO  | generated video face_replace               | ART          | LABEL         | GL 122 | MARK modified CoP 1.2.2(b)
            documentary re-enactment        | documentary   | VIDEO  | generated video inpaint                    | FAKE         | LABEL         | 50(4)  | MARK modified CoP 1.2.2(b)
            documentary, colourised         | documentary   | VIDEO  | modified video colourise                   | NOT_FAKE     | ASK_LEGAL     | GL 116 | ''
            dubbing, cloned voice           | entertainment | VIDEO  | generated audio voice_clone                | FAKE         | LABEL         | 50(4)  | MARK modified CoP 1.2.2(e), NOTICE modified CoP 1.2.2(d)
            dubbing, cartoon voices         | fiction       | VIDEO  | generated audio tts                        | NOT_FAKE     | NO_LABEL      | GL 113 | ''
            audio only, cloned host         | entertainment | AUDIO  | generated audio voice_clone                | FAKE         | LABEL         | 50(4)  | NOTICE generated CoP 1.2.3
            audio only, art                 | fiction       | AUDIO  | generated audio voice_clone                | ART          | LABEL_RELAXED | GL 123 | CREDITS generated CoP C3
            voice, screen or not unknown    | entertainment | NONE   | generated audio voice_clone                | FAKE         | CANNOT_PLAN   | 50(4)  | ''
            art of unknown kind             | NONE          | VIDEO  | modified video deage                       | ART          | CANNOT_PLAN   | GL 123 | ''
            noise removed                   | news          | VIDEO  | assistive video denoise                    | NONE         | NO_LABEL      | GL 116 | ''
            """)
    void each_case_has_its_answer_paragraph_and_labels(
            String name,
            String kind,
            String medium,
            String use,
            String assessed,
            String answer,
            String basis,
            String labels) {
        LabelPlan plan = LabelPlanner.plan(request(declared(kind, use, assessed), medium));
        assertThat(plan.answer() + " " + plan.basis() + " " + labels(plan))
                .isEqualTo(answer + " " + basis + " " + labels);
    }

    private static String labels(LabelPlan plan) {
        return plan.labels().stream()
                .map(label ->
                        label.kind() + (label.wording().generated() ? " generated " : " modified ") + label.basis())
                .collect(Collectors.joining(", "));
    }

    private static Declaration declared(String kind, String use, String assessed) {
        String[] words = use.split(" ");
        String assessment = switch (assessed) {
            case "FAKE" -> FAKE;
            case "NOT_FAKE" -> NOT_FAKE;
            case "UNCLEAR" -> UNCLEAR;
            case "ART" -> ART;
            case "DOUBTFUL_ART" -> DOUBTFUL_ART;
            default -> "";
        };
        return read((kind.equals("NONE") ? "" : "workKind: " + kind + "\n")
                + "uses: [{id: shot, extent: " + words[0]
                + (words[1].equals("none") ? "" : ", modality: " + words[1])
                + ", operations: [" + words[2]
                + "], inFinalOutput: yes, generatedAt: \"2026-10-02\", tool: {name: Tool}}]\n"
                + assessment);
    }

    private static Declaration read(String yaml) {
        DeclarationOutcome outcome = DeclarationReader.read("title: A work\n" + yaml, "case.yaml");
        if (outcome instanceof DeclarationOutcome.Declared declared) {
            return declared.declaration();
        }
        throw new AssertionError(outcome.toString());
    }

    private static LabelRequest request(Declaration declaration, String medium) {
        return request(declaration, medium, Optional.empty(), List.of(), false);
    }

    private static LabelRequest request(
            Declaration declaration,
            String medium,
            Optional<Rational> seconds,
            List<Rational> breaks,
            boolean throughout) {
        Optional<Content.Medium> kind =
                medium.equals("NONE") ? Optional.empty() : Optional.of(Content.Medium.valueOf(medium));
        Segments segments = Segments.of(declaration, declaration.timeBase(), Optional.empty());
        return new LabelRequest(
                declaration,
                ContentDisclosure.nothing(),
                House.none().answering("roles", JsonArray.ofTexts(List.of("deployer"))),
                Instant.parse("2026-11-22T12:00:00Z"),
                new Content(kind, Optional.empty(), declaration.timeBase(), seconds),
                segments.placed(),
                segments.unplaced(),
                breaks,
                new LabelRequest.Form("en", 5, 600, throughout));
    }

    private static final String TEXT =
            "workKind: news\nuses: [{id: text, extent: generated, modality: text, inFinalOutput: yes,"
                    + " generatedAt: \"2026-10-02\", tool: {name: Tool}}]\n";

    @Test
    void a_text_of_public_interest_is_labelled_unless_somebody_reviewed_it_and_answers_for_it() {
        Declaration open = read(TEXT);
        Declaration unreviewed = read(TEXT + "editorialResponsibility: {name: Ed, publicInterest: yes}");
        Declaration reviewed = read(TEXT
                + "editorialResponsibility: {name: Ed, publicInterest: yes, reviewedOn: 2026-10-03, factChecked: yes}");
        Declaration unchecked =
                read(TEXT + "editorialResponsibility: {name: Ed, publicInterest: yes, reviewedOn: 2026-10-03}");
        assertThat(LabelPlanner.plan(request(unchecked, "NONE")).answer()).isEqualTo(LabelPlan.Answer.ASK_LEGAL);
        assertThat(LabelPlanner.plan(request(open, "NONE")).gaps())
                .extracting(LabelPlan.Gap::what)
                .containsExactly(LabelPlan.Missing.PUBLIC_INTEREST);
        assertThat(labels(LabelPlanner.plan(request(unreviewed, "NONE")))).isEqualTo("TEXT modified CoP 1.2.2(f)");
        assertThat(LabelPlanner.plan(request(reviewed, "NONE")).answer()).isEqualTo(LabelPlan.Answer.NO_LABEL);
    }

    @Test
    void a_text_beside_pictures_has_its_own_label() {
        String both = TEXT.replace(
                        "uses: [",
                        "uses: [{id: pic, extent: modified, modality: image, generatedAt: \"2026-10-02\","
                                + " tool: {name: Tool}}, ")
                + "editorialResponsibility: {name: Ed, publicInterest: yes}\n";
        LabelPlan beside = LabelPlanner.plan(request(
                read(both + "deepfakeAssessment: {deepfake: no, appearsAuthentic: no, rationale: cartoon}"), "IMAGE"));
        assertThat(beside.answer()).isEqualTo(LabelPlan.Answer.LABEL);
        assertThat(labels(beside)).isEqualTo("TEXT modified CoP 1.2.2(f)");
        assertThat(labels(LabelPlanner.plan(request(read(both + FAKE), "IMAGE"))))
                .isEqualTo("MARK modified CoP 1.2.2(a), TEXT modified CoP 1.2.2(f)");
    }

    @Test
    void content_made_before_the_article_applied_needs_no_label() {
        Declaration old =
                read("workKind: news\nuses: [{extent: generated, modality: video, generatedAt: \"2026-07-01\","
                        + " tool: {name: Tool}}]\n" + FAKE);
        LabelPlan plan = LabelPlanner.plan(request(old, "VIDEO"));
        assertThat(plan.answer()).isEqualTo(LabelPlan.Answer.NO_LABEL);
        assertThat(plan.basis()).isEqualTo("GL 154");
    }

    @Test
    void whoever_is_no_deployer_owes_no_label_and_who_does_not_say_is_told_that_it_matters() {
        LabelRequest deployer = request(declared("news", "modified video inpaint", "FAKE"), "VIDEO");
        LabelPlan others =
                LabelPlanner.plan(asked(deployer, House.none().answering("roles", JsonArray.ofTexts(List.of("none")))));
        LabelPlan unsaid = LabelPlanner.plan(asked(deployer, House.none()));
        assertThat(others.answer()).isEqualTo(LabelPlan.Answer.NOT_OUR_DUTY);
        assertThat(unsaid.answer()).isEqualTo(LabelPlan.Answer.LABEL);
        assertThat(unsaid.gaps()).extracting(LabelPlan.Gap::what).contains(LabelPlan.Missing.ROLE);
    }

    private static LabelRequest asked(LabelRequest request, House house) {
        return new LabelRequest(
                request.declaration(),
                request.disclosure(),
                house,
                request.at(),
                request.content(),
                request.segments(),
                request.unplaced(),
                request.breaks(),
                request.form());
    }

    @Test
    void a_mark_comes_at_the_start_after_each_break_at_intervals_and_over_the_parts_by_ai() {
        Declaration declaration = read("workKind: news\nframeRate: 25\nstartTimecode: \"10:00:00:00\"\n"
                + "uses: [{id: shot, extent: generated, modality: video, generatedAt: \"2026-10-02\", tool: {name: Tool},"
                + " ranges: [{shot: SH01, tcIn: \"10:01:00:00\", tcOut: \"10:01:10:00\"}, {shot: SH02}]}]\n" + FAKE);
        LabelPlan plan = LabelPlanner.plan(
                request(declaration, "VIDEO", Optional.of(Rational.of(1500)), List.of(Rational.of(700)), false));
        assertThat(plan.labels().get(0).cues())
                .extracting(cue -> cue.reason() + " " + cue.from().text() + " "
                        + cue.to().map(Rational::text).orElse("end") + " " + cue.weight())
                .containsExactly(
                        "OPENING 0 5 DUE",
                        "INTERVAL 600 605 WHERE_POSSIBLE",
                        "AFTER_BREAK 700 705 DUE",
                        "INTERVAL 1300 1305 WHERE_POSSIBLE",
                        "SEGMENT 60 70 ENCOURAGED");
        assertThat(plan.gaps()).containsExactly(new LabelPlan.Gap(LabelPlan.Missing.PLACES, List.of("SH02")));
    }

    @Test
    void a_label_throughout_is_one_from_the_first_frame_to_the_last() {
        LabelPlan plan = LabelPlanner.plan(request(
                declared("news", "modified video inpaint", "FAKE"), "VIDEO", Optional.empty(), List.of(), true));
        assertThat(plan.labels().get(0).cues())
                .singleElement()
                .satisfies(cue -> assertThat(cue.to()).isEmpty());
    }

    @Test
    void both_languages_name_the_acronym_that_is_part_of_the_mark() {
        for (String language : Wording.LANGUAGES) {
            for (boolean generated : new boolean[] {true, false}) {
                Wording words = new Wording(language, generated);
                assertThat(words.mark()).contains(words.acronym()).contains(words.qualifier());
                assertThat(words.credits()).as("Code of Practice C3, M1.1").startsWith(words.acronym());
                assertThat(words.notice() + words.credits() + words.altText()).doesNotContain("?");
            }
        }
        assertThat(new Wording("fr", true).mark()).isEqualTo("CONTENU GÉNÉRÉ PAR IA");
    }
}
