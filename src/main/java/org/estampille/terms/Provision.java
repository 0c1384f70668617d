package org.estampille.terms;

import java.util.Optional;

/**
 * What terms provide on one question.
 *
 * @param answer unknown where nobody found it
 * @param note what there is to say about it
 */
public record Provision(Answer answer, Optional<String> note) {

    /** Nothing found. Never read as permission. */
    public static final Provision UNKNOWN = new Provision(Answer.UNKNOWN, Optional.empty());

    /** The answers terms give. */
    public enum Answer {
        YES("yes"),
        NO("no"),
        CONDITIONS("conditions"),
        OPT_OUT_AVAILABLE("opt-out-available"),
        UNKNOWN("unknown");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        /** As written. */
        public String word() {
            return word;
        }

        static Optional<Answer> ofWord(String word) {
            for (Answer answer : values()) {
                if (answer.word.equals(word)) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether there is nothing to say. */
    public boolean isSilent() {
        return answer == Answer.UNKNOWN && note.isEmpty();
    }
}
