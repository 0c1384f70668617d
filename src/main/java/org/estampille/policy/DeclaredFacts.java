package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Certainty;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.declaration.DeepfakeAssessment;
import org.estampille.declaration.EditorialResponsibility;
import org.estampille.declaration.Moment;
import org.estampille.declaration.Person;
import org.estampille.declaration.Term;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.declaration.VisibleLabel;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * A declaration as formulas read it: with every list there, and "unknown" for what nobody said.
 *
 * @param declaration of the file, where it has one
 * @param saidByOthers whether the file says without a declaration that AI made or changed it
 */
record DeclaredFacts(Optional<Declaration> declaration, boolean saidByOthers) {

    static final String UNKNOWN = "unknown";

    private static final String YES = "yes";
    private static final String NO = "no";

    /** Everything, as written; null without a declaration. */
    JsonValue whole() {
        return declaration.map(DeclarationCodec::encode).map(CborFacts::of).orElse(JsonNull.NULL);
    }

    /** Uses of AI that are in the file, or may be. What only a third party's marks say stands for one use nobody declared. */
    List<JsonValue> uses() {
        List<JsonValue> uses = new ArrayList<>();
        if (declaration.isEmpty()) {
            return saidByOthers ? List.of(undeclared()) : List.of();
        }
        int number = 0;
        for (AiUse use : declaration.get().uses()) {
            number++;
            if (!word(Optional.of(use.inFinalOutput())).equals(NO)
                    && !use.extent().word().equals("none")) {
                uses.add(use(use, number));
            }
        }
        return uses;
    }

    private static JsonObject undeclared() {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("id", new JsonText("undeclared"));
        for (String field : List.of(
                "inFinalOutput", "modality", "madeBy", "madeSince", "materialAlteration", "newContent", "review")) {
            one.put(field, new JsonText(UNKNOWN));
        }
        one.put("extent", new JsonText("modified"));
        one.put("operations", JsonArray.of(List.of()));
        one.put("persons", JsonArray.of(List.of()));
        one.put("tool", new JsonText(UNKNOWN));
        one.put("ranges", new JsonNumber(0));
        return JsonObject.of(one);
    }

    private static JsonObject use(AiUse use, int number) {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("id", new JsonText(use.id().orElse("use " + number)));
        one.put("extent", new JsonText(use.extent().word()));
        one.put("inFinalOutput", new JsonText(word(Optional.of(use.inFinalOutput()))));
        one.put("modality", new JsonText(word(use.modality())));
        one.put(
                "operations",
                JsonArray.ofTexts(use.operations().stream()
                        .map(operation -> operation.code())
                        .toList()));
        one.put("madeSince", new JsonText(day(use.generatedAt(), true)));
        one.put("madeBy", new JsonText(day(use.generatedAt(), false)));
        one.put("materialAlteration", new JsonText(word(use.materialAlteration())));
        one.put("newContent", new JsonText(word(use.newContent())));
        one.put(
                "review",
                new JsonText(
                        use.humanReview().map(review -> word(review.outcome())).orElse(UNKNOWN)));
        one.put("persons", JsonArray.ofTexts(use.persons()));
        one.put("tool", new JsonText(use.tool().name()));
        one.put("ranges", new JsonNumber(use.ranges().size()));
        return JsonObject.of(one);
    }

    private static String day(Optional<Moment> moment, boolean first) {
        return moment.map(time ->
                        (first ? time.earliest() : time.latest()).toString().substring(0, 10))
                .orElse(UNKNOWN);
    }

    List<JsonValue> persons() {
        List<JsonValue> persons = new ArrayList<>();
        for (Person person : declaration.map(Declaration::persons).orElse(List.of())) {
            Map<String, JsonValue> one = new LinkedHashMap<>();
            one.put("ref", new JsonText(person.ref()));
            one.put("kind", new JsonText(word(person.kind())));
            one.put("replicaType", new JsonText(word(person.replicaType())));
            one.put(
                    "depicted",
                    JsonArray.ofTexts(person.depicted().stream().map(Term::word).toList()));
            one.put("consent", new JsonText(person.consent().word()));
            one.put("consentRef", JsonBoolean.of(person.consentRef().isPresent()));
            one.put("scope", JsonBoolean.of(person.scope().isPresent()));
            one.put("basis", JsonBoolean.of(person.consentRecord().basis().isPresent()));
            one.put("givenBy", new JsonText(word(person.consentRecord().givenBy())));
            one.put("signedSeparately", new JsonText(word(person.consentRecord().signedSeparately())));
            one.put(
                    "noticeHours",
                    person.consentRecord()
                            .noticeHours()
                            .<JsonValue>map(hours -> new JsonNumber(hours))
                            .orElse(JsonNull.NULL));
            persons.add(JsonObject.of(one));
        }
        return persons;
    }

    List<JsonValue> labels() {
        List<JsonValue> labels = new ArrayList<>();
        for (VisibleLabel label : declaration.map(Declaration::labels).orElse(List.of())) {
            Map<String, JsonValue> one = new LinkedHashMap<>();
            one.put("form", new JsonText(label.form().word()));
            one.put("text", new JsonText(label.text().orElse("")));
            one.put("language", new JsonText(label.language().orElse(UNKNOWN)));
            one.put("embedded", new JsonText(word(Optional.of(label.embedded()))));
            one.put("position", new JsonText(label.position().orElse(UNKNOWN)));
            one.put("atStart", new JsonText(atStart(label)));
            one.put("afterBreaks", new JsonText(word(Optional.of(label.afterBreaks()))));
            one.put("repeats", JsonBoolean.of(label.intervalSeconds().isPresent() || isThroughout(label)));
            one.put(
                    "heightPercent",
                    label.heightPercent()
                            .<JsonValue>map(height -> new JsonNumber(height))
                            .orElse(JsonNull.NULL));
            one.put("contrastOk", new JsonText(word(Optional.of(label.contrastOk()))));
            one.put("altText", JsonBoolean.of(label.altText().isPresent()));
            one.put("verified", JsonBoolean.of(label.verifiedBy().isPresent()));
            labels.add(JsonObject.of(one));
        }
        return labels;
    }

    /** Whether the label is there from the first frame on; not known where nobody said when it is there. */
    private String atStart(VisibleLabel label) {
        if (label.ranges().isEmpty()) {
            return UNKNOWN;
        }
        return label.ranges().stream().anyMatch(this::begins) ? YES : NO;
    }

    /** A label that never goes need not come again. */
    private boolean isThroughout(VisibleLabel label) {
        Optional<TimeBase> base = declaration.flatMap(Declaration::timeBase);
        return label.ranges().stream()
                .filter(range -> range.from().isPresent()
                        || base.flatMap(range::firstFrame).isPresent())
                .filter(range ->
                        range.to().isEmpty() && base.flatMap(range::frameAfter).isEmpty())
                .anyMatch(this::begins);
    }

    private boolean begins(UseRange range) {
        Optional<Long> frame = declaration.flatMap(Declaration::timeBase).flatMap(base -> range.firstFrame(base));
        return frame.isPresent()
                ? frame.get() == 0
                : range.from().map(time -> time.milliseconds() == 0).orElse(true);
    }

    JsonObject deepfake() {
        Optional<DeepfakeAssessment> assessed = declaration.flatMap(Declaration::deepfakeAssessment);
        Map<String, JsonValue> deepfake = new LinkedHashMap<>();
        deepfake.put("answer", new JsonText(assessed.map(this::answer).orElse(UNKNOWN)));
        deepfake.put("exemption", new JsonText(word(assessed.flatMap(DeepfakeAssessment::exemption))));
        deepfake.put("evidentlyArtistic", new JsonText(word(assessed.flatMap(DeepfakeAssessment::evidentlyArtistic))));
        deepfake.put(
                "informativeCharacter", new JsonText(word(assessed.flatMap(DeepfakeAssessment::informativeCharacter))));
        deepfake.put(
                "rationale",
                JsonBoolean.of(assessed.flatMap(DeepfakeAssessment::rationale).isPresent()));
        deepfake.put(
                "resembles", new JsonText(word(assessed.flatMap(DeepfakeAssessment::resemblesExistingOrPlausible))));
        deepfake.put("appearsAuthentic", new JsonText(word(assessed.flatMap(DeepfakeAssessment::appearsAuthentic))));
        return JsonObject.of(deepfake);
    }

    /** All four criteria are needed (guidelines paragraph 113): one that is denied settles it. */
    private String answer(DeepfakeAssessment assessed) {
        boolean denied = java.util.stream.Stream.of(
                        assessed.aiMade(), assessed.resemblesExistingOrPlausible(), assessed.appearsAuthentic())
                .anyMatch(criterion -> criterion.equals(Optional.of(Certainty.NO)));
        return denied ? NO : assessed.deepfake().word();
    }

    JsonObject text() {
        Optional<EditorialResponsibility> editor = declaration.flatMap(Declaration::editorialResponsibility);
        Map<String, JsonValue> text = new LinkedHashMap<>();
        text.put("publicInterest", new JsonText(word(editor.map(EditorialResponsibility::publicInterest))));
        text.put("responsible", JsonBoolean.of(editor.isPresent()));
        text.put(
                "reviewed",
                JsonBoolean.of(
                        editor.flatMap(EditorialResponsibility::reviewedOn).isPresent()));
        text.put("factChecked", new JsonText(word(editor.map(EditorialResponsibility::factChecked))));
        text.put(
                "contact",
                JsonBoolean.of(editor.flatMap(EditorialResponsibility::contact).isPresent()));
        boolean later = editor.flatMap(who ->
                        who.reviewedOn().flatMap(reviewed -> who.lastAiEditOn().map(edit -> edit.isAfter(reviewed))))
                .orElse(false);
        text.put("editedAfterReview", JsonBoolean.of(later));
        return JsonObject.of(text);
    }

    private static String word(Optional<? extends Term> term) {
        return term.map(Term::word).orElse(UNKNOWN);
    }
}
