package org.estampille.disclosure;

import java.util.List;

/**
 * What is said about AI and rights.
 *
 * @param involvement what follows from all statements that count
 * @param statements in the order they were found
 * @param contradictions between them
 * @param rights one line per tool
 * @param derivation what it is with everything counted in that it was made from
 */
public record ContentDisclosure(
        Involvement involvement,
        List<AiStatement> statements,
        List<Contradiction> contradictions,
        List<RightsLine> rights,
        Derivation derivation) {

    private static final ContentDisclosure NOTHING =
            new ContentDisclosure(Involvement.UNKNOWN, List.of(), List.of(), List.of(), Derivation.UNKNOWN);

    public ContentDisclosure {
        statements = List.copyOf(statements);
        contradictions = List.copyOf(contradictions);
        rights = List.copyOf(rights);
    }

    /** Of an asset that says nothing. */
    public static ContentDisclosure nothing() {
        return NOTHING;
    }

    /** Whether everything this says is said by {@code other} as well. */
    public boolean isSaidBy(ContentDisclosure other) {
        return statements.stream().allMatch(one -> other.statements.stream().anyMatch(one::saysTheSameAs))
                && rights.stream().allMatch(one -> other.rights.stream().anyMatch(one::saysTheSameAs));
    }

    /** Whether a person should look at what is said. */
    public boolean asksForReview() {
        return !contradictions.isEmpty() || rights.stream().anyMatch(RightsLine::needsReview);
    }
}
