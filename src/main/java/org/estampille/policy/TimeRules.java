package org.estampille.policy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.catalogue.RightsStatus;
import org.estampille.declaration.Answer;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Moment;
import org.estampille.declaration.Release;
import org.estampille.declaration.Review;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.TermsChange;

/** Whether the terms were in force when the output was made, and still count. */
final class TimeRules {
    private TimeRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-TM-01", TimeRules::madeWhileInForce,
                "R-TM-02", TimeRules::recheckedInTime,
                "R-TM-03", TimeRules::recheckedUnlessDelivered,
                "R-TM-04", TimeRules::noRetroactiveChange,
                "R-TM-05", TimeRules::noNewerTerms,
                "R-TM-06", TimeRules::subscriptionIsActive);
    }

    /** Outside all windows it is violated; across an edge, or where no window is known, nobody can tell. */
    private static Finding madeWhileInForce(Case one) {
        Optional<Moment> made = one.rights().generatedAt();
        if (made.isEmpty()) {
            return Finding.UNKNOWN.with("generatedAt");
        }
        if (made.get().earliest().isAfter(one.signedAt())) {
            return Finding.VIOLATED.because("future").with(made.get().text());
        }
        LocalDate first = LocalDate.ofInstant(made.get().earliest(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(made.get().latest(), ZoneOffset.UTC);
        boolean anyWindow = false;
        boolean across = false;
        for (Evidence evidence : one.primary()) {
            if (evidence.effectiveFrom().isPresent()) {
                anyWindow = true;
                boolean in = isIn(evidence, first) && isIn(evidence, last);
                if (in) {
                    return Finding.HOLDS.restingOn(evidence.rawSha256());
                }
                across |= isIn(evidence, first) || isIn(evidence, last);
            }
        }
        return anyWindow && !across
                ? Finding.VIOLATED.with(made.get().text())
                : Finding.UNKNOWN.with(across ? made.get().text() : "evidence.effectiveFrom");
    }

    private static boolean isIn(Evidence evidence, LocalDate day) {
        boolean early = evidence.effectiveFrom().map(day::isBefore).orElse(false);
        boolean late = evidence.effectiveTo().map(day::isAfter).orElse(false);
        return !early && !late;
    }

    private static Finding recheckedInTime(Case one) {
        Optional<LocalDate> by = one.record().recheckBy();
        return by.isEmpty()
                ? Finding.UNKNOWN
                : Finding.violatedIf(one.today().isAfter(by.get()))
                        .with(by.get().toString());
    }

    private static Finding recheckedUnlessDelivered(Case one) {
        Finding inTime = recheckedInTime(one);
        if (inTime.kind() != Finding.Kind.VIOLATED) {
            return inTime;
        }
        Optional<LocalDate> lock = one.release().flatMap(Release::deliveryLock);
        boolean delivered = lock.isPresent() && !lock.get().isAfter(one.today());
        return Finding.violatedIf(!delivered).with(inTime.details());
    }

    private static Finding noRetroactiveChange(Case one) {
        List<TermsChange> changes = one.terms().changes();
        if (changes.isEmpty()) {
            return noChangeKnown(one);
        }
        for (TermsChange change : changes) {
            if (change.retroactive() == Answer.YES) {
                return Finding.VIOLATED.restingOn(change.newEvidenceSha256());
            }
        }
        return Finding.HOLDS;
    }

    private static Finding noNewerTerms(Case one) {
        List<TermsChange> changes = one.terms().changes();
        if (changes.isEmpty()) {
            return noChangeKnown(one);
        }
        for (TermsChange change : changes) {
            if (change.retroactive() != Answer.YES) {
                return Finding.VIOLATED.restingOn(change.newEvidenceSha256());
            }
        }
        return Finding.NOT_APPLICABLE;
    }

    /** That no change is known says something only where somebody looked. */
    private static Finding noChangeKnown(Case one) {
        return one.terms().review().flatMap(Review::at).isPresent() ? Finding.HOLDS : Finding.UNKNOWN;
    }

    private static Finding subscriptionIsActive(Case one) {
        List<RightsCondition> active = one.conditions(RightsCondition.Type.PLAN_ACTIVE);
        Optional<String> term = one.terms().rights().term();
        boolean subscribed = term.equals(Optional.of("while-subscribed")) || !active.isEmpty();
        if (!subscribed) {
            boolean permission = one.isStatus(RightsStatus.LICENSED) || one.isStatus(RightsStatus.NON_COMMERCIAL_ONLY);
            return term.isEmpty() && (permission || one.isStatusUnknown()) ? Finding.UNKNOWN : Finding.NOT_APPLICABLE;
        }
        boolean shown = !active.isEmpty() && active.stream().allMatch(condition -> condition.satisfied() == Answer.YES);
        return Finding.violatedIf(!shown);
    }
}
