package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assessment that its own criteria gainsay: refused where it is written, and no answer where somebody else signed it. */
final class ContradictoryAssessmentTest {

    private static final Map<String, String> MET =
            Map.of("aiMade", "yes", "resemblesExistingOrPlausible", "yes", "appearsAuthentic", "yes");

    @Test
    void it_is_refused_where_it_is_written() {
        DeclarationOutcome outcome = DeclarationReader.read("""
                title: A film
                digitalSourceType: digitalCapture
                deepfakeAssessment: {deepfake: no, aiMade: yes, resemblesExistingOrPlausible: yes, appearsAuthentic: yes}
                """, "a.yaml");
        assertThat(outcome).isInstanceOf(DeclarationOutcome.Faulty.class);
        assertThat(((DeclarationOutcome.Faulty) outcome).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field() + " " + problem.message())
                        .startsWith("deepfakeAssessment.deepfake is \"no\", but aiMade"));
    }

    @ParameterizedTest
    @CsvSource({
        "no, aiMade, yes, entertainment, REVIEW",
        "no, aiMade, yes, news, REJECT",
        "yes, appearsAuthentic, no, entertainment, REVIEW",
        "no, appearsAuthentic, no, entertainment, ACCEPT",
        "no, aiMade, no, entertainment, REVIEW",
    })
    void it_is_no_answer_where_somebody_else_signed_it(
            String answer, String criterion, String said, String kind, Decision decision) {
        CborValue.Map use = CborValue.map()
                .put("extent", "generated")
                .put("modality", "video")
                .put("generatedAt", "2026-10-02")
                .put("tool", CborValue.map().put("name", "Tool").build())
                .build();
        java.util.Map<String, String> criteria = new java.util.TreeMap<>(MET);
        criteria.put(criterion, said);
        CborValue.Map assessment = CborValue.map()
                .put("deepfake", answer)
                .put("aiMade", criteria.get("aiMade"))
                .put("resemblesExistingOrPlausible", criteria.get("resemblesExistingOrPlausible"))
                .put("appearsAuthentic", criteria.get("appearsAuthentic"))
                .put("rationale", "we think so")
                .build();
        Declaration signed = DeclarationCodec.decode(CborValue.map()
                        .put("title", "A film")
                        .put("workKind", kind)
                        .put("uses", CborValue.array(java.util.List.of(use)))
                        .put("deepfakeAssessment", assessment)
                        .build())
                .orElseThrow();
        Verdict verdict = BundledProfiles.named("eu-ai-act-50-4")
                .orElseThrow()
                .judge(Dossier.stated(
                        signed,
                        ContentDisclosure.nothing(),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Optional.of("video/mp4"),
                        House.none().answering("roles", JsonArray.of(java.util.List.of(new JsonText("deployer"))))));
        assertThat(verdict.decision()).isEqualTo(decision);
        assertThat(verdict.duty().orElseThrow().word())
                .isEqualTo(decision == Decision.ACCEPT ? "no-label" : "ask-legal");
    }
}
