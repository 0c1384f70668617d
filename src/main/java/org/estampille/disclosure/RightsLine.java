package org.estampille.disclosure;

import java.util.Map;
import java.util.Optional;

/**
 * What is declared about rights in the output of one AI tool.
 *
 * @param where the reference of the assertion
 * @param tool as named there
 * @param status the declared class of the terms, such as {@code licensed}
 * @param concluded the reviewer's reading, where there was one
 * @param state how far the evidence carries today, one of the verify-time states
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

    /** Whether the evidence behind it needs a fresh look. */
    public boolean needsReview() {
        return state.equals("stale") || state.equals("out-of-window") || state.equals("conflict");
    }
}
