package org.estampille.cut;

import java.util.List;

/** What became of reading a list. */
public sealed interface CutOutcome {

    /** It was read. */
    record Read(Cut cut) implements CutOutcome {}

    /**
     * It cannot be used.
     *
     * @param problems all that were found, at least one
     */
    record Faulty(List<Problem> problems) implements CutOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Something wrong in a list.
     *
     * @param line from 1; 0 for the list as a whole
     * @param message what is wrong and what to do
     */
    record Problem(long line, String message) {}
}
