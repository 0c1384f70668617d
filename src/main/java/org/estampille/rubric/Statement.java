package org.estampille.rubric;

import java.util.Optional;
import org.estampille.formula.JsonObject;

/**
 * A statement of a rubric.
 *
 * @param id {@code category:trait}, or a trait alone; empty when it has none
 * @param expression what is evaluated; a statement without one only informs
 * @param match what a non-empty array as the answer means
 * @param reportText for each outcome
 * @param fields everything the statement has, also what rubrics do not know
 */
public record Statement(
        Optional<String> id, Optional<String> expression, Match match, ReportText reportText, JsonObject fields) {

    /** What it means when the expression finds something. */
    public enum Match {
        /** It holds. */
        HOLDS,
        /** It fails: {@code failIfMatched}. */
        FAILS,
        /** It asks for attention: {@code warnIfMatched}. */
        WARNS
    }

    /** The part of the id before the colon. */
    Optional<String> category() {
        return id.filter(text -> text.contains(":")).map(text -> text.substring(0, text.indexOf(':')));
    }
}
