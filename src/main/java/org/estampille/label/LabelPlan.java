package org.estampille.label;

import java.util.List;

/**
 * What follows for the labels of one file or programme.
 *
 * @param answer in a word
 * @param basis the paragraph it follows from; empty where nothing could be judged
 * @param labels that are due; none unless the answer is a label
 * @param gaps what is not known and would have to be
 * @param remarks what else somebody should look at
 */
public record LabelPlan(Answer answer, String basis, List<PlannedLabel> labels, List<Gap> gaps, List<Remark> remarks) {

    public LabelPlan {
        labels = List.copyOf(labels);
        gaps = List.copyOf(gaps);
        remarks = List.copyOf(remarks);
    }

    /** The answer in a word. */
    public enum Answer {
        /** A label in the standard form. */
        LABEL,
        /** A disclosure that does not spoil an evidently artistic work. */
        LABEL_RELAXED,
        NO_LABEL,
        /** Another one owes it. */
        NOT_OUR_DUTY,
        /** The law, or the assessment, is not clear. */
        ASK_LEGAL,
        /** Too little is known. */
        CANNOT_PLAN;

        /** Whether there is something to show or to say. */
        public boolean isLabel() {
            return this == LABEL || this == LABEL_RELAXED;
        }
    }

    /**
     * Something that is not known.
     *
     * @param what it is
     * @param names what it is about, such as shots
     */
    public record Gap(Missing what, List<String> names) {

        public Gap {
            names = List.copyOf(names);
        }

        Gap(Missing what) {
            this(what, List.of());
        }
    }

    /** What can be missing. */
    public enum Missing {
        DECLARATION,
        /** AI is in it, and no use of it is declared. */
        USES,
        ROLE,
        ASSESSMENT,
        WORK_KIND,
        INFORMATIVE,
        /** Whether the work is evidently artistic. */
        ARTISTIC,
        PUBLIC_INTEREST,
        MEDIUM,
        LENGTH,
        BREAKS,
        PLACES
    }

    /** What somebody should look at beside the plan. */
    public enum Remark {
        /** The law gives no sizes and times; those of the plan are the house's. */
        NO_NUMBERS,
        /** The label does not replace the signed mark, nor the other way round. */
        NOT_INSTEAD_OF_MARK,
        /** Consent of those depicted does not free from the label. */
        CONSENT,
        /** National law may ask for another acronym, or forbid it. */
        NATIONAL_LANGUAGE,
        /** The spoken notice must be in the content's language or English. */
        NOTICE_LANGUAGE,
        /** Where the work is not shown on a screen of its own: entry, ticket, packaging. */
        OFF_SCREEN,
        /** A territory has rules of its own on labels. */
        OTHER_LAW
    }
}
