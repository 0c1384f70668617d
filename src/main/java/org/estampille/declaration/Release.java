package org.estampille.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a work is going to be exploited, by whom, and what was promised: what a gate holds the rights against. What is not said is
 * unknown, never taken to be harmless.
 *
 * @param title of the work
 * @param windows the ways of exploitation
 * @param territories ISO 3166 codes, or {@code 001} for the world
 * @param from first day of exploitation
 * @param to last day of exploitation
 * @param workKind what kind of work
 * @param rightsHolder the entity whose size thresholds in terms are compared with
 * @param pictureLock day of the picture lock
 * @param deliveryLock day from which the delivery was fixed
 * @param insurance errors and omissions cover
 * @param promises what was promised to a distributor or broadcaster
 * @param credits tools and vendors named in the credits; absent when nothing is said about credits
 * @param litigation vendors and models under an infringement action; absent when nobody looked
 * @param keyVisual whether AI output is among the key visuals
 * @param chainTo role up to which the chain of title must be recorded
 */
public record Release(
        Optional<String> title,
        List<WindowUse.Window> windows,
        List<String> territories,
        Optional<LocalDate> from,
        Optional<End> to,
        Optional<WorkKind> workKind,
        RightsHolder rightsHolder,
        Optional<LocalDate> pictureLock,
        Optional<LocalDate> deliveryLock,
        Optional<Insurance> insurance,
        Promises promises,
        Optional<List<String>> credits,
        Optional<Litigation> litigation,
        Answer keyVisual,
        Optional<String> chainTo) {

    /** The version of the fields. */
    public static final String SCHEMA = "release/1.0";

    public Release {
        windows = List.copyOf(windows);
        territories = List.copyOf(territories);
        credits = credits.map(List::copyOf);
    }

    /**
     * The end of the exploitation.
     *
     * @param day the last day; absent when there is no end
     */
    public record End(Optional<LocalDate> day) {

        static final String EXPECTED = "a date such as 2037-01-31, or perpetual";

        static Optional<End> of(String text) {
            return text.equals("perpetual")
                    ? Optional.of(new End(Optional.empty()))
                    : Moment.day(text).map(day -> new End(Optional.of(day)));
        }
    }

    /**
     * Who will hold the rights, as of the time the output was made.
     *
     * @param revenue of a year
     * @param currency of the revenue, ISO 4217
     * @param headcount number of people
     */
    public record RightsHolder(Optional<BigDecimal> revenue, Optional<String> currency, Optional<Long> headcount) {}

    /**
     * Errors and omissions insurance.
     *
     * @param policyRef number of the policy
     * @param aiExclusionReviewed whether somebody read what it excludes about AI
     */
    public record Insurance(Optional<String> policyRef, Answer aiExclusionReviewed) {}

    /**
     * What was promised.
     *
     * @param exclusive whether exclusivity was
     */
    public record Promises(Answer exclusive) {}

    /**
     * Infringement actions known.
     *
     * @param checkedOn when somebody looked
     * @param parties vendors, tools and models that are subject to one
     */
    public record Litigation(LocalDate checkedOn, List<String> parties) {
        public Litigation {
            parties = List.copyOf(parties);
        }
    }
}
