package org.estampille.cuesheet;

import org.estampille.disclosure.Involvement;

/**
 * Which label an audience should be given.
 *
 * @param label the label
 * @param reason why
 */
public record LabelDue(Label label, Reason reason) {

    /** Of AI that nobody declares: due until somebody says no. */
    static LabelDue undeclared(Involvement involvement) {
        return switch (involvement) {
            case GENERATED -> new LabelDue(Label.AI_GENERATED, Reason.NOT_ASSESSED);
            case MODIFIED -> new LabelDue(Label.AI_MODIFIED, Reason.NOT_ASSESSED);
            case ASSISTIVE -> new LabelDue(Label.NONE, Reason.ASSISTIVE);
            case UNKNOWN, NONE_DECLARED -> new LabelDue(Label.UNKNOWN, Reason.NOT_SAID);
        };
    }

    /** The labels of the Code of Practice, annex 1. */
    public enum Label {
        /** Nobody knows: it depends on whether AI was used. */
        UNKNOWN,
        NONE,
        AI_MODIFIED,
        AI_GENERATED
    }

    /** Why. */
    public enum Reason {
        /** It only helped. */
        ASSISTIVE,
        /** It was assessed and is no deep fake. */
        NO_DEEP_FAKE,
        /** It was assessed and is a deep fake. */
        DEEP_FAKE,
        /** It is a deep fake in an evidently artistic work: disclosed in a way that does not spoil it. */
        DEEP_FAKE_IN_ART,
        /** Nobody assessed it, or it is unclear: due until somebody says no. */
        NOT_ASSESSED,
        /** Nobody has said whether AI was used. */
        NOT_SAID
    }
}
