package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * How much of the output is the work of a person.
 *
 * @param level absent means unknown
 * @param processLogSha256 digest of the log of prompts and edits, kept elsewhere
 */
public record HumanAuthorship(Optional<Level> level, Optional<String> processLogSha256) {

    /** How much. */
    public enum Level implements HyphenatedTerm {
        NONE,
        PROMPT_ONLY,
        SELECTION_ARRANGEMENT,
        SUBSTANTIAL_MODIFICATION,
        ASSISTIVE;

        static final Vocabulary<Level> VOCABULARY = Vocabulary.of(values());
    }

    static HumanAuthorship read(Fields fields) {
        return new HumanAuthorship(
                fields.choice("level", Level.VOCABULARY),
                fields.notation("processLogSha256", Notations::sha256, Notations.SHA256));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("level", level.map(Level::word))
                .putText("processLogSha256", processLogSha256)
                .build();
    }
}
