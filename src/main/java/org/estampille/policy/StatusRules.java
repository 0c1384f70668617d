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
                "R-ST-01", one -> Finding.violatedIf(one.isStatusUnknown()),
                "R-ST-02", StatusRules::retainedHasALicence,
                "R-ST-03", one -> only(one, RightsStatus.NON_COMMERCIAL_ONLY),
                "R-ST-04", StatusRules::licencePassesOn,
                "R-ST-05", StatusRules::licenceReachesFarEnough,
                "R-ST-06", one -> only(one, RightsStatus.OWNED_BY_USER),
                "R-ST-07", one -> only(one, RightsStatus.ASSIGNED),
                "R-ST-08", one -> only(one, RightsStatus.PUBLIC_DOMAIN_OR_NONE),
                "R-ST-09", StatusRules::conflictsAreResolved);
    }

    /** Violated by one status, idle for the others. */
    private static Finding only(Case one, RightsStatus status) {
        return one.isStatusUnknown()
                ? Finding.UNKNOWN
                : one.isStatus(status) ? Finding.VIOLATED : Finding.NOT_APPLICABLE;
    }

    private static Finding retainedHasALicence(Case one) {
        Finding retained = only(one, RightsStatus.RETAINED_BY_VENDOR);
        if (retained.kind() != Finding.Kind.VIOLATED) {
            return retained;
        }
        boolean contract = one.terms().account().licenceRef().isPresent()
                || one.primary().stream()
                        .anyMatch(evidence -> evidence.kind().equals(Optional.of(Evidence.Kind.CONTRACT)));
        return Finding.violatedIf(!contract);
    }

    private static Finding licencePassesOn(Case one) {
        Finding licensed = only(one, RightsStatus.LICENSED);
        if (licensed.kind() != Finding.Kind.VIOLATED) {
            return licensed;
        }
        Rights rights = one.terms().rights();
        return Finding.violatedIf(rights.transferable().value() != Rights.Tri.YES
                || rights.sublicensable().value() != Rights.Tri.YES);
    }

    private static Finding licenceReachesFarEnough(Case one) {
        Finding licensed = only(one, RightsStatus.LICENSED);
        if (licensed.kind() != Finding.Kind.VIOLATED) {
            return licensed;
        }
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
