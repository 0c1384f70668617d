package org.estampille.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Answer;
import org.estampille.declaration.Certainty;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.declaration.DeepfakeAssessment;
import org.estampille.declaration.Extent;
import org.estampille.declaration.Moment;
import org.estampille.declaration.Person;
import org.estampille.declaration.Term;
import org.estampille.declaration.Tool;
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
 * @param saysAi whether the file says, in its declaration or beside it, that AI made or changed it
 * @param today the day judged for
 */
record DeclaredFacts(Optional<Declaration> declaration, boolean saysAi, LocalDate today) {

    static final String YES = Answer.YES.word();
    static final String NO = Answer.NO.word();
    static final String UNKNOWN = Answer.UNKNOWN.word();

    /** Everything, as written; null without a declaration. */
    JsonValue whole() {
        return declaration.map(DeclarationCodec::encode).map(CborFacts::of).orElse(JsonNull.NULL);
    }

    /**
     * Uses of AI that are in the file, or may be. Content of AI that signers, what it was made from or marks tell of, and no use that
     * is declared, stands for one use of which nothing is known.
     */
    List<JsonValue> uses() {
        List<JsonValue> uses = new ArrayList<>();
        int number = 0;
        for (AiUse use : all()) {
            number++;
            if (use.shows()) {
                uses.add(use(use, number));
            }
        }
        if (saysAi && all().stream().noneMatch(DeclaredFacts::makes)) {
            uses.add(undeclared());
        }
        return uses;
    }

    private List<AiUse> all() {
        return declaration.map(Declaration::uses).orElse(List.of());
    }

    /** Whether AI made or changed content in this use. */
    static boolean makes(AiUse use) {
        return use.shows() && use.extent().compareTo(Extent.MODIFIED) >= 0;
    }

    private JsonObject undeclared() {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("id", new JsonText("undeclared"));
        one.put("declared", JsonBoolean.FALSE);
        for (String field : List.of(
                "inFinalOutput",
                "modality",
                "madeBy",
                "madeSince",
                "materialAlteration",
                "newContent",
                "review",
                "targetLanguage",
                "from")) {
            one.put(field, new JsonText(UNKNOWN));
        }
        one.put("extent", new JsonText("modified"));
        one.put("operations", JsonArray.of(List.of()));
        one.put("persons", JsonArray.of(List.of()));
        one.put("tool", new JsonText(UNKNOWN));
        one.put("toolVersion", new JsonText(UNKNOWN));
        one.put("toolVendor", new JsonText(UNKNOWN));
        one.put("ranges", new JsonNumber(0));
        one.put("reviewTime", new JsonText(reviewTime().ofUndeclared()));
        return JsonObject.of(one);
    }

    private JsonObject use(AiUse use, int number) {
        Map<String, JsonValue> one = new LinkedHashMap<>();
        one.put("id", new JsonText(use.id().orElse("use " + number)));
        one.put("declared", JsonBoolean.TRUE);
        one.put("extent", new JsonText(use.extent().word()));
        one.put("inFinalOutput", new JsonText(word(Optional.of(use.inFinalOutput()))));
        one.put("modality", new JsonText(word(use.modality())));
        one.put(
                "operations",
                JsonArray.ofTexts(use.operations().stream()
                        .map(operation -> operation.code())
                        .toList()));
        time(use, one);
        one.put("materialAlteration", new JsonText(word(use.materialAlteration())));
        one.put("newContent", new JsonText(word(use.newContent())));
        one.put(
                "review",
                new JsonText(
                        use.humanReview().map(review -> word(review.outcome())).orElse(UNKNOWN)));
        one.put("reviewTime", new JsonText(reviewTime().of(use)));
        one.put("persons", JsonArray.ofTexts(use.persons()));
        tool(use.tool(), one);
        one.put("targetLanguage", new JsonText(language(use.targetLanguage())));
        one.put("ranges", new JsonNumber(use.ranges().size()));
        one.put("from", LabelFacts.seconds(Onset.of(use.ranges(), declaration.flatMap(Declaration::timeBase))));
        return JsonObject.of(one);
    }

    private static void time(AiUse use, Map<String, JsonValue> one) {
        one.put(
                "madeSince",
                new JsonText(use.generatedAt().map(DeclaredFacts::first).orElse(UNKNOWN)));
        one.put(
                "madeBy",
                new JsonText(use.generatedAt()
                        .map(Moment::lastDay)
                        .map(LocalDate::toString)
                        .orElse(UNKNOWN)));
    }

    private static void tool(Tool tool, Map<String, JsonValue> one) {
        one.put("tool", new JsonText(tool.name()));
        one.put(
                "toolVersion",
                new JsonText(tool.version().or(tool::modelVersion).orElse(UNKNOWN)));
        one.put("toolVendor", new JsonText(tool.vendor().orElse(UNKNOWN)));
    }

    private ReviewTime reviewTime() {
        return new ReviewTime(declaration.flatMap(Declaration::humanReview), today);
    }

    /** Without region or script: whoever understands French understands that of Canada. */
    static String language(Optional<String> tag) {
        return tag.map(whole -> whole.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT))
                .orElse(UNKNOWN);
    }

    private static String first(Moment time) {
        return time.earliest().toString().substring(0, 10);
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
        return declaration
                .map(own -> own.labels().stream()
                        .<JsonValue>map(label -> new LabelFacts(label, own.timeBase()).facts())
                        .toList())
                .orElse(List.of());
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
                "denied",
                JsonBoolean.of(assessed.filter(DeclaredFacts::isDenied).isPresent()));
        deepfake.put(
                "rationale",
                JsonBoolean.of(assessed.flatMap(DeepfakeAssessment::rationale).isPresent()));
        deepfake.put(
                "resembles", new JsonText(word(assessed.flatMap(DeepfakeAssessment::resemblesExistingOrPlausible))));
        deepfake.put("appearsAuthentic", new JsonText(word(assessed.flatMap(DeepfakeAssessment::appearsAuthentic))));
        return JsonObject.of(deepfake);
    }

    /**
     * All four criteria are needed (guidelines paragraph 113): one that is denied settles it. An answer that its own criteria gainsay
     * is none, nor is one that denies AI which is declared.
     */
    private String answer(DeepfakeAssessment assessed) {
        boolean denied = isDenied(assessed);
        boolean wrong = assessed.isContradictory()
                || assessed.deepfake() == Certainty.YES && denied
                || is(assessed.aiMade(), Certainty.NO)
                        && !denied
                        && (saysAi || all().stream().anyMatch(DeclaredFacts::makes));
        if (wrong) {
            return Certainty.UNCLEAR.word();
        }
        return denied || is(assessed.aiMade(), Certainty.NO)
                ? NO
                : assessed.deepfake().word();
    }

    /** Whether what it looks like speaks against a deep fake; that AI made it is told by the uses. */
    private static boolean isDenied(DeepfakeAssessment assessed) {
        return is(assessed.resemblesExistingOrPlausible(), Certainty.NO)
                || is(assessed.appearsAuthentic(), Certainty.NO);
    }

    private static boolean is(Optional<Certainty> criterion, Certainty answer) {
        return criterion.equals(Optional.of(answer));
    }

    JsonObject text() {
        return new TextFacts(declaration, today).facts();
    }

    static String word(Optional<? extends Term> term) {
        return term.map(Term::word).orElse(UNKNOWN);
    }
}
