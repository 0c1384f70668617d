package org.estampille.disclosure;

import java.util.Optional;
import org.estampille.catalogue.AiMeaning;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.marks.Mark;

/**
 * One statement about AI.
 *
 * @param where the reference of the assertion, with a path into its content
 * @param kind what form the statement has
 * @param value as written
 * @param involvement what follows from it
 * @param strength who stands behind it
 * @param tool the tool it names
 * @param action name of the action, such as {@code c2pa.created}, where it is one
 * @param mark what was found, where it is a mark outside of manifests
 */
public record AiStatement(
        String where,
        Kind kind,
        String value,
        Involvement involvement,
        Strength strength,
        Optional<String> tool,
        Optional<String> action,
        Optional<Mark> mark) {

    /** A statement that is no mark, and of which no more is known. */
    public AiStatement(
            String where, Kind kind, String value, Involvement involvement, Strength strength, Optional<String> tool) {
        this(where, kind, value, involvement, strength, tool, Optional.empty(), Optional.empty());
    }

    /** Whether both say the same, wherever they say it. */
    boolean saysTheSameAs(AiStatement other) {
        return kind == other.kind
                && value.equals(other.value)
                && involvement == other.involvement
                && strength == other.strength
                && tool.equals(other.tool);
    }

    /** The form of a statement. */
    public enum Kind {
        ACTION,
        METADATA,
        AI_DISCLOSURE,
        INGREDIENT,
        /** Found outside of manifests; nobody signed it. */
        MARK,
        /** Decoded from picture or sound. */
        WATERMARK,
        /** Found in the file this one was made from. */
        PARENT_MARK
    }

    /** Who stands behind a statement. */
    public enum Strength {
        /** The signer of the asset's own manifest. */
        SIGNER("signer"),
        /** Somebody else; the signer only passes it on. */
        DECLARED("declared"),
        /** The signer of an ingredient's manifest. */
        INGREDIENT_SIGNER("ingredient-signer"),
        /** Nobody: the manifest it stands in does not hold. It decides nothing. */
        UNVERIFIED("unverified"),
        /** Nobody signed it, and it does not come by accident. */
        HARD_MARK("hard-mark"),
        /** Nobody signed it, and it may mean something else. It decides nothing. */
        MEDIUM_MARK("medium-mark"),
        /** Nobody signed it, and it says little. It decides nothing. */
        WEAK_MARK("weak-mark");

        private final String label;

        Strength(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    /** What it says of its own file. Said of an ingredient, it may count for less in the whole. */
    public Involvement told() {
        return DigitalSourceType.of(value)
                .filter(type -> type.meaning() == AiMeaning.GENERATED)
                .map(type -> Involvement.GENERATED)
                .orElse(involvement);
    }

    /** Whether anybody stands behind it. */
    public boolean counts() {
        return strength == Strength.SIGNER || strength == Strength.DECLARED || strength == Strength.INGREDIENT_SIGNER;
    }

    /** Whether it is more than a mark that may mean something else, or says little. */
    boolean isFirm() {
        return strength != Strength.MEDIUM_MARK && strength != Strength.WEAK_MARK;
    }

    /** Whether it is a mark outside of manifests. */
    public boolean isMark() {
        return kind == Kind.MARK || kind == Kind.WATERMARK || kind == Kind.PARENT_MARK;
    }
}
