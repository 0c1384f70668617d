package org.estampille.cuesheet;

/**
 * Which label an audience should be given.
 *
 * @param label the label
 * @param reason why
 */
public record LabelDue(Label label, Reason reason) {

    /** The labels of the Code of Practice, annex 1. */
    public enum Label {
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
        NOT_ASSESSED
    }
}
