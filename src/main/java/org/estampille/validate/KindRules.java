package org.estampille.validate;

import java.util.List;
import java.util.Set;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Ingredient;

/** Rule {@code manifest-kind}: what a standard and an update manifest must and must not hold (clauses 14.10.1.2-3). */
final class KindRules {

    private static final Set<String> UPDATE_ACTIONS =
            Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

    private KindRules() {}

    static void check(Scope scope) {
        if (scope.manifest().isUpdate()) {
            update(scope);
        } else {
            standard(scope);
        }
    }

    private static void standard(Scope scope) {
        Findings findings = scope.findings();
        int vouched = bindings(scope.listed().created());
        int bindings = vouched + bindings(scope.listed().gathered());
        if (vouched == 0) {
            findings.add(
                    StatusCode.CLAIM_HARD_BINDINGS_MISSING,
                    scope.claimUri(),
                    "no hard binding the signer stands behind");
        } else if (bindings > 1) {
            findings.add(
                    StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
                    scope.manifest().uri("c2pa.assertions"),
                    bindings + " hard bindings");
        }
        if (parents(scope) > 1) {
            findings.add(StatusCode.MANIFEST_MULTIPLE_PARENTS, scope.claimUri(), "more than one parent");
        }
        if (scope.claim().version() > 1
                && scope.manifest().assertions().stream().noneMatch(KindRules::isActions)) {
            findings.add(StatusCode.CLAIM_ACTIONS_MISSING, scope.claimUri(), "no actions");
        }
    }

    private static void update(Scope scope) {
        Findings findings = scope.findings();
        List<Assertion> listed = scope.listed().all();
        int ingredients = 0;
        for (Assertion assertion : listed) {
            ingredients += assertion instanceof Ingredient ? 1 : 0;
            if (isForbiddenInUpdate(assertion)) {
                scope.found(StatusCode.MANIFEST_UPDATE_INVALID, assertion, "not allowed in an update manifest");
            }
        }
        if (ingredients != 1 || parents(scope) != 1) {
            findings.add(
                    StatusCode.MANIFEST_UPDATE_WRONG_PARENTS,
                    scope.claimUri(),
                    "an update manifest has one ingredient, its parent");
        }
    }

    private static boolean isForbiddenInUpdate(Assertion assertion) {
        String base = assertion.label().base();
        if (assertion instanceof ActionsAssertion actions) {
            for (Action action : actions.actions()) {
                if (!UPDATE_ACTIONS.contains(action.name())) {
                    return true;
                }
            }
            return false;
        }
        return isHardBinding(assertion) || base.equals("c2pa.hash.multi-asset") || base.startsWith("c2pa.thumbnail.");
    }

    private static int parents(Scope scope) {
        int parents = 0;
        for (Assertion assertion : scope.listed().all()) {
            parents += assertion instanceof Ingredient ingredient && ingredient.isParent() ? 1 : 0;
        }
        return parents;
    }

    private static int bindings(List<Assertion> assertions) {
        int bindings = 0;
        for (Assertion assertion : assertions) {
            bindings += isHardBinding(assertion) ? 1 : 0;
        }
        return bindings;
    }

    private static boolean isActions(Assertion assertion) {
        return assertion instanceof ActionsAssertion;
    }

    private static boolean isHardBinding(Assertion assertion) {
        return assertion instanceof BindingAssertion binding && binding.isHardBinding();
    }
}
