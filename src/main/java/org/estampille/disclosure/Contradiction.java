package org.estampille.disclosure;

import java.util.Optional;

/**
 * Two statements about the same asset that cannot both be right.
 *
 * @param one a statement
 * @param other what speaks against it
 * @param oneOf name of the ingredient that the first is about; empty where it is the asset's own
 * @param otherOf the same of the other
 */
public record Contradiction(AiStatement one, AiStatement other, Optional<String> oneOf, Optional<String> otherOf) {

    /** Of the asset itself. */
    Contradiction(AiStatement one, AiStatement other) {
        this(one, other, Optional.empty(), Optional.empty());
    }

    /** Whether neither side is a mark that may mean something else or says little. */
    public boolean isHard() {
        return one.isFirm() && other.isFirm();
    }
}
