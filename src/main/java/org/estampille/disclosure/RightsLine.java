package org.estampille.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is declared about rights in the output of one AI tool.
 *
 * @param where the reference of the assertion
 * @param tool as named there
 * @param status the declared class of the terms, such as {@code licensed}
 * @param concluded the reviewer's reading, where there was one
 * @param state how far the evidence carries today, one of the verify-time states, or {@link #NO_EVIDENCE}
 * @param uses permission by kind of use
 * @param strength who stands behind it
 */
public record RightsLine(
        String where,
        String tool,
        String status,
        Optional<String> concluded,
        String state,
        Map<String, String> uses,
        AiStatement.Strength strength) {

    /** The state of a statement that names no evidence. */
    public static final String NO_EVIDENCE = "unknown";

    private static final Set<String> DOUBTFUL = Set.of("stale", "out-of-window", "conflict", "tampered");

    /**
     * Whether the evidence behind it needs a fresh look. That terms were superseded or that their text is not at hand is for a
     * release policy to weigh.
     */
    public boolean needsReview() {
        return DOUBTFUL.contains(state);
    }
}
