package org.estampille.declaration;

import java.util.List;

/** What became of reading a declaration. */
public sealed interface DeclarationOutcome {

    /** It is complete and well formed. */
    record Declared(Declaration declaration) implements DeclarationOutcome {}

    /**
     * It cannot be used.
     *
     * @param problems all that is wrong, at least one, in the order of lines
     */
    record Faulty(List<DeclarationProblem> problems) implements DeclarationOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
