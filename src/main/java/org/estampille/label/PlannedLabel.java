package org.estampille.label;

import java.util.List;

/**
 * One label that the content needs.
 *
 * @param kind how it reaches people
 * @param wording its words
 * @param basis the paragraph it follows from
 * @param cues when it is there; none for what has no time line
 */
public record PlannedLabel(Kind kind, Wording wording, String basis, List<Cue> cues) {

    public PlannedLabel {
        cues = List.copyOf(cues);
    }

    /** How a label reaches people. */
    public enum Kind {
        /** In the picture. */
        MARK,
        /** Spoken. */
        NOTICE,
        /** A line among the credits, at the beginning or the end, or in notes that come with the work. */
        CREDITS,
        /** A line near the headline of a text. */
        TEXT
    }

    /** The words people read or hear. */
    public String text() {
        return switch (kind) {
            case MARK, TEXT -> wording.mark();
            case NOTICE -> wording.notice();
            case CREDITS -> wording.credits();
        };
    }
}
