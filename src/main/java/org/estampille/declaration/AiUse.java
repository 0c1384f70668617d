package org.estampille.declaration;

import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.catalogue.Operation;
import org.estampille.cbor.CborValue;

/**
 * One use of one AI tool in the making of the file.
 *
 * @param id the production's own reference
 * @param description what was done, in plain words
 * @param extent how much of the content it made
 * @param inFinalOutput whether its result is in this file; unknown counts as yes
 * @param digitalSourceType as declared, otherwise by extent
 * @param modality what it made or changed
 * @param operations what was done
 * @param department of the production
 * @param stage of the production
 * @param oversight how far a person watched over it
 * @param generatedAt when
 * @param prompt what the tool was asked
 * @param promptWriter who asked; not the author of the content
 * @param seed that repeats the result
 * @param sourceLanguage of a translation, BCP 47
 * @param targetLanguage of a translation, or of the speech that was made or changed, BCP 47
 * @param tool which tool
 * @param ranges which parts of the file; none means all of it
 * @param materialAlteration whether it changed what the content says or shows
 * @param newContent whether it added content that was not there
 * @param humanReview who looked at the result
 * @param persons references to the declaration's persons
 * @param terms what the tool's terms gave
 */
public record AiUse(
        Optional<String> id,
        Optional<String> description,
        Extent extent,
        Answer inFinalOutput,
        Optional<DigitalSourceType> digitalSourceType,
        Optional<Modality> modality,
        List<Operation> operations,
        Optional<String> department,
        Optional<WorkStage> stage,
        Optional<OversightLevel> oversight,
        Optional<Moment> generatedAt,
        Optional<String> prompt,
        Optional<String> promptWriter,
        Optional<String> seed,
        Optional<String> sourceLanguage,
        Optional<String> targetLanguage,
        Tool tool,
        List<UseRange> ranges,
        Optional<Certainty> materialAlteration,
        Optional<Certainty> newContent,
        Optional<HumanReview> humanReview,
        List<String> persons,
        ToolTerms terms) {

    private static final Vocabulary<Operation> OPERATIONS = Vocabulary.of(List.of(Operation.values()), Operation::code);

    public AiUse {
        operations = List.copyOf(operations);
        ranges = List.copyOf(ranges);
        persons = List.copyOf(persons);
    }

    /** Whether something that AI made, changed or helped with is in the file. */
    public boolean shows() {
        return extent != Extent.NONE && inFinalOutput != Answer.NO;
    }

    /** Whether AI made the whole file in this use, not a part of it. */
    public boolean generatesAll() {
        return shows() && extent == Extent.GENERATED && ranges.isEmpty();
    }

    /** The source type of what this use gave. */
    public DigitalSourceType sourceType() {
        return digitalSourceType.orElse(extent.usualSourceType());
    }

    static AiUse read(Fields fields) {
        return read(fields, true);
    }

    /** Reads a use as the declaration assertion holds it: its terms stand in an assertion of their own. */
    static AiUse readWithoutTerms(Fields fields) {
        return read(fields, false);
    }

    private static AiUse read(Fields fields, boolean withTerms) {
        Extent extent = fields.requiredChoice("extent", Extent.VOCABULARY, Extent.NONE);
        Optional<String> id = fields.text("id");
        return new AiUse(
                id,
                fields.text("description"),
                extent,
                fields.choice("inFinalOutput", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                sourceType(fields, extent),
                fields.choice("modality", Modality.VOCABULARY),
                fields.choices("operations", OPERATIONS),
                fields.text("department"),
                fields.choice("stage", WorkStage.VOCABULARY),
                fields.choice("humanOversightLevel", OversightLevel.VOCABULARY),
                fields.notation("generatedAt", Moment::of, Moment.EXPECTED),
                fields.text("prompt"),
                fields.text("promptWriter"),
                fields.text("seed"),
                fields.notation("sourceLanguage", Notations::language, Notations.LANGUAGE),
                fields.notation("targetLanguage", Notations::language, Notations.LANGUAGE),
                fields.requiredGroup("tool", Tool::read),
                fields.groups("ranges", UseRange::read),
                fields.choice("materialAlteration", Certainty.VOCABULARY),
                fields.choice("newContent", Certainty.VOCABULARY),
                fields.group("humanReview", HumanReview::read),
                fields.texts("persons"),
                withTerms ? ToolTerms.read(fields) : ToolTerms.unknown());
    }

    private static Optional<DigitalSourceType> sourceType(Fields fields, Extent extent) {
        Optional<DigitalSourceType> type = fields.choice("digitalSourceType", Declaration.SOURCE_TYPES);
        if (type.isPresent() && fields.has("extent") && !fields.isIncomplete() && !extent.allows(type.get())) {
            fields.problem(
                    "digitalSourceType",
                    type.get().code() + " does not go with extent " + extent.word() + "; leave it out" + " and "
                            + extent.usualSourceType().code() + " is used");
        }
        return type;
    }

    /** Everything but the terms. */
    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("id", id)
                .putText("description", description)
                .put("extent", extent.word())
                .put("inFinalOutput", inFinalOutput.word())
                .putText("digitalSourceType", digitalSourceType.map(DigitalSourceType::code))
                .putText("modality", modality.map(Modality::word))
                .putTexts("operations", operations.stream().map(Operation::code).toList())
                .putText("department", department)
                .putText("stage", stage.map(WorkStage::word))
                .putText("humanOversightLevel", oversight.map(OversightLevel::word))
                .putText("generatedAt", generatedAt.map(Moment::text))
                .putText("prompt", prompt)
                .putText("promptWriter", promptWriter)
                .putText("seed", seed)
                .putText("sourceLanguage", sourceLanguage)
                .putText("targetLanguage", targetLanguage)
                .put("tool", tool.toCbor())
                .putValue("ranges", Lists.orNothing(ranges, UseRange::toCbor))
                .putText("materialAlteration", materialAlteration.map(Certainty::word))
                .putText("newContent", newContent.map(Certainty::word))
                .putValue("humanReview", humanReview.map(HumanReview::toCbor))
                .putTexts("persons", persons)
                .build();
    }
}
