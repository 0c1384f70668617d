package org.estampille.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.OutputRights;

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
 * @param declared everything that is declared, decoded; what nobody wrote reads as unknown
 * @param parent the name of the parent ingredient in whose manifest it stands; empty where it is the asset's own
 */
public record RightsLine(
        String where,
        String tool,
        String status,
        Optional<String> concluded,
        String state,
        Map<String, String> uses,
        AiStatement.Strength strength,
        OutputRights declared,
        Optional<String> parent) {

    private static final String UNKNOWN = "unknown";

    /** A line of the asset's own manifest. */
    public RightsLine(
            String where,
            String tool,
            String status,
            Optional<String> concluded,
            String state,
            Map<String, String> uses,
            AiStatement.Strength strength,
            OutputRights declared) {
        this(where, tool, status, concluded, state, uses, strength, declared, Optional.empty());
    }

    /** The same line as one of a parent's. */
    public RightsLine ofParent(String name) {
        return new RightsLine(where, tool, status, concluded, state, uses, strength, declared, Optional.of(name));
    }

    /** Whether a reviewer looked at it and could not tell what was declared. */
    public boolean isUnconfirmed() {
        return concluded.equals(Optional.of(UNKNOWN)) && !status.equals(UNKNOWN);
    }

    /** Whether both say the same of the same tool, whoever says it. */
    public boolean saysTheSameAs(RightsLine other) {
        return tool.equals(other.tool)
                && status.equals(other.status)
                && concluded.equals(other.concluded)
                && state.equals(other.state)
                && uses.equals(other.uses)
                && declared.terms().equals(other.declared.terms());
    }

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
