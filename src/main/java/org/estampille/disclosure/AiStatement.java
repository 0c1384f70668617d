package org.estampille.disclosure;

import java.util.Optional;

/**
 * One statement about AI.
 *
 * @param where the reference of the assertion, with a path into its content
 * @param kind what form the statement has
 * @param value as written
 * @param involvement what follows from it
 * @param strength who stands behind it
 * @param tool the tool it names
 */
public record AiStatement(
        String where, Kind kind, String value, Involvement involvement, Strength strength, Optional<String> tool) {

    /** The form of a statement. */
    public enum Kind {
        ACTION,
        METADATA,
        AI_DISCLOSURE,
        INGREDIENT
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
        UNVERIFIED("unverified");

        private final String label;

        Strength(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    /** Whether anybody stands behind it. */
    public boolean counts() {
        return strength != Strength.UNVERIFIED;
    }
}
