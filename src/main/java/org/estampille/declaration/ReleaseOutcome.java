package org.estampille.declaration;

import java.util.List;

/** What became of reading a release file. */
public sealed interface ReleaseOutcome {

    /** It is well formed. */
    record Stated(Release release) implements ReleaseOutcome {}

    /**
     * It cannot be used.
     *
     * @param problems all that is wrong, at least one, in the order of lines
     */
    record Faulty(List<DeclarationProblem> problems) implements ReleaseOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
