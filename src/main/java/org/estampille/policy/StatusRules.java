package org.estampille.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.catalogue.RightsStatus;
import org.estampille.declaration.Answer;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Noted;
import org.estampille.declaration.Release;
import org.estampille.declaration.Review;
import org.estampille.declaration.Rights;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.WindowUse.Permission;
import org.estampille.declaration.WindowUse.Window;

/** What follows from the status of the rights alone. */
final class StatusRules {

    private static final String WORLD = "001";
    private static final String UNION = "EU";
    private static final List<String> MEMBERS = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private StatusRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-ST-01", StatusRules::statusFollowsFromTheClause,
                "R-ST-02", where(RightsStatus.RETAINED_BY_VENDOR, StatusRules::hasALicence),
                "R-ST-03", where(RightsStatus.NON_COMMERCIAL_ONLY, one -> Finding.VIOLATED),
                "R-ST-04", where(RightsStatus.LICENSED, StatusRules::passesOn),
                "R-ST-05", where(RightsStatus.LICENSED, StatusRules::reachesFarEnough),
                "R-ST-06", where(RightsStatus.OWNED_BY_USER, one -> Finding.VIOLATED),
                "R-ST-07", where(RightsStatus.ASSIGNED, StatusRules::isAssigned),
                "R-ST-08", where(RightsStatus.PUBLIC_DOMAIN_OR_NONE, one -> Finding.VIOLATED),
                "R-ST-09", StatusRules::conflictsAreResolved);
    }

    /** What is asked of statements with one status only; an unknown one may be any. */
    private static Condition where(RightsStatus status, Condition asked) {
        return one ->
                one.isStatusUnknown() ? Finding.UNKNOWN : one.isStatus(status) ? asked.of(one) : Finding.NOT_APPLICABLE;
    }

    /** A known status counts only where the kind of clause that is named can give it. */
    private static Finding statusFollowsFromTheClause(Case one) {
        if (one.isStatusUnknown()) {
            return Finding.VIOLATED;
        }
        return one.terms()
                .rights()
                .contradiction()
                .map(pair -> Finding.UNKNOWN.because("contradiction").with(pair))
                .orElse(Finding.HOLDS);
    }

    /** An assignment violates nothing; the table makes a pass of it. */
    private static Finding isAssigned(Case one) {
        return one.terms().rights().contradiction().isPresent() ? Finding.UNKNOWN : Finding.VIOLATED;
    }

    private static Finding hasALicence(Case one) {
        boolean contract = one.terms().account().licenceRef().isPresent()
                || one.primary().stream()
                        .anyMatch(evidence -> evidence.kind().equals(Optional.of(Evidence.Kind.CONTRACT)));
        return Finding.violatedIf(!contract);
    }

    private static Finding passesOn(Case one) {
        Rights rights = one.terms().rights();
        return isGiven(rights.transferable(), "rights.transferable")
                .worse(isGiven(rights.sublicensable(), "rights.sublicensable"));
    }

    /** Only a plain yes gives it; silence leaves it open. */
    static Finding isGiven(Noted<Rights.Tri> answer, String field) {
        return answer.value() == Rights.Tri.UNKNOWN
                ? Finding.UNKNOWN.because("not-said").with(field)
                : Finding.violatedIf(answer.value() != Rights.Tri.YES);
    }

    private static Finding reachesFarEnough(Case one) {
        return term(one).worse(territory(one)).worse(media(one));
    }

    private static Finding term(Case one) {
        Optional<String> term = one.terms().rights().term();
        if (term.isEmpty()) {
            return Finding.UNKNOWN.with("rights.term");
        }
        if (term.get().equals("perpetual")) {
            return Finding.HOLDS;
        }
        if (term.get().equals("while-subscribed")) {
            boolean active = one.conditions(RightsCondition.Type.PLAN_ACTIVE).stream()
                    .anyMatch(condition -> condition.satisfied() == Answer.YES);
            return Finding.violatedIf(!active).with(term.get());
        }
        Optional<LocalDate> end = day(term.get());
        Optional<Release.End> needed = one.release().flatMap(Release::to);
        if (end.isEmpty() || needed.isEmpty()) {
            return Finding.UNKNOWN.with(end.isEmpty() ? "rights.term" : "release.to");
        }
        boolean tooShort =
                needed.get().day().map(last -> last.isAfter(end.get())).orElse(true);
        return Finding.violatedIf(tooShort).with(term.get());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Finding territory(Case one) {
        List<String> granted = one.terms().rights().territory();
        if (granted.isEmpty()) {
            return Finding.UNKNOWN.with("rights.territory");
        }
        if (granted.contains(WORLD)) {
            return Finding.HOLDS;
        }
        List<String> needed = one.release().map(Release::territories).orElse(List.of());
        if (needed.isEmpty()) {
            return Finding.UNKNOWN.with("release.territories");
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeIf(place -> isWithin(place, granted));
        return Finding.violatedIf(!missing.isEmpty()).with(missing);
    }

    private static boolean isWithin(String place, List<String> granted) {
        return granted.contains(place)
                || granted.contains(UNION) && MEMBERS.contains(place)
                || place.equals(UNION) && granted.containsAll(MEMBERS);
    }

    private static Finding media(Case one) {
        Finding worst = Finding.HOLDS;
        for (Window window : one.windows()) {
            Permission permission = one.terms().rights().use(window).permission();
            Finding finding = permission == Permission.UNKNOWN
                    ? Finding.UNKNOWN
                    : Finding.violatedIf(permission == Permission.PROHIBITED);
            worst = finding.with(window.word()).worse(worst);
        }
        return worst.kind() == Finding.Kind.HOLDS ? Finding.HOLDS : worst;
    }

    private static Finding conflictsAreResolved(Case one) {
        Optional<Review> review = one.terms().review();
        if (review.isEmpty()) {
            return Finding.UNKNOWN;
        }
        Optional<Boolean> resolved = review.get().conflictsResolved();
        if (resolved.isPresent()) {
            return Finding.violatedIf(!resolved.get());
        }
        RightsStatus said = one.terms().rights().status();
        boolean agree = said == review.get().concluded() && said == review.get().declared();
        return agree ? Finding.HOLDS : Finding.UNKNOWN;
    }
}
