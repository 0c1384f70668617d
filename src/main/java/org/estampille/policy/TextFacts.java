package org.estampille.policy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.EditorialResponsibility;
import org.estampille.declaration.HumanReview;
import org.estampille.declaration.Modality;
import org.estampille.declaration.Moment;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * Who reviewed the texts of a file and answers for them, as formulas read it (EU AI Act article 50(4), second subparagraph).
 *
 * @param declaration of the file, where it has one
 * @param today the day judged for
 */
record TextFacts(Optional<Declaration> declaration, LocalDate today) {

    private static final Set<HumanReview.Outcome> NOT_PASSED =
            EnumSet.of(HumanReview.Outcome.REJECTED, HumanReview.Outcome.PENDING);

    JsonObject facts() {
        Optional<EditorialResponsibility> editor = editor();
        Map<String, JsonValue> text = new LinkedHashMap<>();
        text.put(
                "publicInterest",
                new JsonText(DeclaredFacts.word(editor.map(EditorialResponsibility::publicInterest))));
        text.put("responsible", JsonBoolean.of(editor.isPresent()));
        text.put("reviewed", JsonBoolean.of(reviewedOn().isPresent() && !isTurnedDown()));
        text.put("reviewAhead", JsonBoolean.of(isAhead() && !isTurnedDown()));
        text.put("factChecked", new JsonText(DeclaredFacts.word(editor.map(EditorialResponsibility::factChecked))));
        text.put(
                "contact",
                JsonBoolean.of(editor.flatMap(EditorialResponsibility::contact).isPresent()));
        text.put("editedAfterReview", JsonBoolean.of(isChangedSince()));
        return JsonObject.of(text);
    }

    private Optional<EditorialResponsibility> editor() {
        return declaration.flatMap(Declaration::editorialResponsibility);
    }

    /** The day of a review that took place: one on a day to come is none yet. */
    private Optional<LocalDate> reviewedOn() {
        return editor().flatMap(EditorialResponsibility::reviewedOn).filter(day -> !day.isAfter(today));
    }

    private boolean isAhead() {
        return editor().flatMap(EditorialResponsibility::reviewedOn)
                .filter(day -> day.isAfter(today))
                .isPresent();
    }

    /** Uses that made or changed a text in the file. */
    private List<AiUse> texts() {
        return declaration.map(Declaration::uses).orElse(List.of()).stream()
                .filter(use -> DeclaredFacts.makes(use) && use.modality().equals(Optional.of(Modality.TEXT)))
                .toList();
    }

    /** Whether a review, of all or of a text, was not passed; one that the editor's own review came after is past. */
    private boolean isTurnedDown() {
        Stream<HumanReview> reviews = Stream.concat(
                declaration.flatMap(Declaration::humanReview).stream(),
                texts().stream().flatMap(use -> use.humanReview().stream()));
        return reviews.filter(
                        review -> review.outcome().filter(NOT_PASSED::contains).isPresent())
                .anyMatch(
                        review -> review.on().filter(day -> isBeforeReview(day)).isEmpty());
    }

    private boolean isBeforeReview(LocalDate day) {
        return reviewedOn().filter(day::isBefore).isPresent();
    }

    /** An edit by AI voids a review before it (guidelines, paragraph 136), and so does a text that was not there yet. */
    private boolean isChangedSince() {
        Stream<LocalDate> edits = Stream.concat(
                editor().flatMap(EditorialResponsibility::lastAiEditOn).stream(),
                texts().stream().flatMap(use -> use.generatedAt().map(Moment::lastDay).stream()));
        return edits.anyMatch(day -> reviewedOn().filter(day::isAfter).isPresent());
    }
}
