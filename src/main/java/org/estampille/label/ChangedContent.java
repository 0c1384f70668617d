package org.estampille.label;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Certainty;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Extent;
import org.estampille.declaration.Modality;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Involvement;
import org.estampille.label.Content.Medium;

/** The uses of AI that a label is about: those in the file that made or changed it, since the article applies. */
final class ChangedContent {

    /** EU AI Act article 113: content from before need not be labelled (guidelines, paragraph 154). A test holds it against the profile. */
    static final LocalDate START = LocalDate.of(2026, 8, 2);

    private final Declaration declaration;
    private final List<AiUse> uses;

    ChangedContent(Declaration declaration) {
        this.declaration = declaration;
        this.uses = declaration.uses().stream()
                .filter(ChangedContent::changes)
                .filter(this::isSinceStart)
                .toList();
    }

    private static boolean changes(AiUse use) {
        boolean material = use.materialAlteration().equals(Optional.of(Certainty.YES));
        boolean added = use.newContent().equals(Optional.of(Certainty.YES));
        return use.shows() && (use.extent() != Extent.ASSISTIVE || material || added);
    }

    /** A text counts by the later of the days it was made and published: both must precede the article to be free of it. */
    private boolean isSinceStart(AiUse use) {
        boolean published = is(use, Modality.TEXT)
                && declaration
                        .firstExposure()
                        .filter(day -> !day.isBefore(START))
                        .isPresent();
        return published
                || use.generatedAt()
                        .map(moment -> !moment.lastDay().isBefore(START))
                        .orElse(true);
    }

    List<AiUse> uses() {
        return uses;
    }

    /** Whether AI made or changed content by what is signed, while no use of that kind is declared. */
    boolean isUndeclared(ContentDisclosure disclosure) {
        boolean said = disclosure.involvement().isGenerative()
                || Involvement.of(declaration.sourceType()).isGenerative();
        return said && declaration.extent().compareTo(Extent.MODIFIED) < 0;
    }

    boolean isTextOnly() {
        return !uses.isEmpty() && uses.stream().allMatch(use -> is(use, Modality.TEXT));
    }

    /** Whether a voice or sound is among what AI made or changed. */
    boolean hasSound() {
        return uses.stream().anyMatch(use -> is(use, Modality.AUDIO));
    }

    /** Whether it is sound alone that AI made or changed. */
    boolean isSoundOnly() {
        return !uses.isEmpty() && uses.stream().allMatch(use -> is(use, Modality.AUDIO) || is(use, Modality.TEXT));
    }

    /** Moving pictures tell of themselves; a picture or a voice may as well be part of a film. */
    Optional<Medium> medium() {
        return uses.stream().anyMatch(use -> is(use, Modality.VIDEO)) ? Optional.of(Medium.VIDEO) : Optional.empty();
    }

    private static boolean is(AiUse use, Modality modality) {
        return use.modality().equals(Optional.of(modality));
    }

    /**
     * Whether AI made the whole, so that no element of it is human (Code of Practice, annex 1). A film of which AI made the voice, or
     * whose sound nobody said AI made, is not.
     */
    boolean isWhollyGenerated(Content content) {
        boolean whole = declaration.extent() == Extent.GENERATED
                && uses.stream().allMatch(use -> use.generatesAll() || use.extent() == Extent.ASSISTIVE);
        boolean heardOnly = content.medium().equals(Optional.of(Medium.AUDIO));
        boolean mayHaveSound = heardOnly
                || content.medium().equals(Optional.of(Medium.VIDEO))
                        && !content.sound().equals(Optional.of(false));
        return whole && (heardOnly || madePicture()) && (!mayHaveSound || madeSound());
    }

    private boolean madePicture() {
        return uses.stream().anyMatch(use -> use.generatesAll() && !is(use, Modality.AUDIO) && !is(use, Modality.TEXT));
    }

    private boolean madeSound() {
        return uses.stream()
                .anyMatch(use -> use.generatesAll() && (use.modality().isEmpty() || is(use, Modality.AUDIO)));
    }
}
