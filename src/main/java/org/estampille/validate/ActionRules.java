package org.estampille.validate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;

/**
 * Rule {@code actions}: where the history begins, and which ingredients an action needs (clause 14.10.4.2.4). The beginning is
 * only asked for where the claim is of version 2; before, no such rule existed.
 */
final class ActionRules {
    private ActionRules() {}

    static void check(Scope scope) {
        int inceptions = 0;
        int misplaced = 0;
        for (List<Assertion> list :
                List.of(scope.listed().created(), scope.listed().gathered())) {
            boolean first = true;
            for (Assertion assertion : list) {
                if (assertion instanceof ActionsAssertion actions) {
                    each(scope, actions);
                    int here = inceptions(actions);
                    inceptions += here;
                    misplaced += here - (first && startsWithInception(actions) ? 1 : 0);
                    first = false;
                }
            }
        }
        boolean asked = scope.claim().version() > 1 && !scope.manifest().isUpdate();
        if (asked && (inceptions != 1 || misplaced > 0)) {
            malformedInception(scope, inceptions);
        }
    }

    private static void malformedInception(Scope scope, int inceptions) {
        for (Assertion assertion : scope.manifest().assertions()) {
            if (assertion instanceof ActionsAssertion) {
                scope.found(
                        StatusCode.ASSERTION_ACTION_MALFORMED,
                        assertion,
                        inceptions == 1
                                ? "created or opened is not the first action"
                                : inceptions + " actions are created or opened, one must be");
                return;
            }
        }
    }

    private static boolean startsWithInception(ActionsAssertion actions) {
        return !actions.actions().isEmpty() && actions.actions().get(0).isInception();
    }

    private static int inceptions(ActionsAssertion actions) {
        int count = 0;
        for (Action action : actions.actions()) {
            count += action.isInception() ? 1 : 0;
        }
        return count;
    }

    private static void each(Scope scope, ActionsAssertion actions) {
        boolean strict = actions.label().base().endsWith(".v2") && scope.claim().version() > 1;
        if (actions.actions().isEmpty()) {
            scope.found(StatusCode.ASSERTION_ACTION_MALFORMED, actions, "no actions");
        }
        for (Action action : actions.actions()) {
            if (strict) {
                ingredients(scope, actions, action);
                times(scope, actions, action);
                related(scope, actions, action);
                softBinding(scope, actions, action);
            }
            redaction(scope, actions, action);
        }
    }

    /** What each action needs; {@code deleted} may name nothing. */
    private static void ingredients(Scope scope, ActionsAssertion actions, Action action) {
        List<HashedUri> used = action.ingredients();
        boolean holds = switch (action.name()) {
            case "c2pa.opened" -> used.size() == 1 && all(scope, used, "parentOf", true);
            case "c2pa.placed" -> !used.isEmpty() && all(scope, used, "componentOf", true);
            case "c2pa.removed" -> !used.isEmpty() && all(scope, used, "componentOf", false);
            case "c2pa.deleted" -> all(scope, used, "componentOf", false);
            case "c2pa.transcoded", "c2pa.repackaged" -> all(scope, used, "parentOf", true);
            default -> true;
        };
        if (!holds) {
            scope.found(
                    StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH,
                    actions,
                    action.name() + " does not name the ingredients it needs");
        }
        boolean inserts = action.name().equals("c2pa.opened") || action.name().equals("c2pa.placed");
        if (inserts && !sameList(scope, actions, used)) {
            scope.found(
                    StatusCode.ASSERTION_ACTION_INGREDIENT_LOCATION_MISMATCH,
                    actions,
                    action.name() + " is created and its ingredient gathered, or the other way round");
        }
    }

    private static boolean sameList(Scope scope, ActionsAssertion actions, List<HashedUri> used) {
        boolean created = scope.listed().created().contains(actions);
        List<Assertion> other =
                created ? scope.listed().gathered() : scope.listed().created();
        for (HashedUri uri : used) {
            if (scope.manifest().assertion(uri).filter(other::contains).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(Scope scope, List<HashedUri> uris, String relationship, boolean here) {
        for (HashedUri uri : uris) {
            Optional<JumbfUri> target = uri.target();
            if (target.isEmpty() || !scope.isRedacted(target.get()) && !one(scope, target.get(), relationship, here)) {
                return false;
            }
        }
        return true;
    }

    private static boolean one(Scope scope, JumbfUri target, String relationship, boolean here) {
        boolean local = scope.manifest().localPath(target).isPresent();
        Optional<Manifest> owner =
                local ? Optional.of(scope.manifest()) : target.manifest().flatMap(scope.store()::find);
        Optional<Assertion> assertion = owner.flatMap(
                manifest -> scope.store().resolve(target, scope.manifest()).flatMap(manifest::assertionIn));
        return local == here
                && assertion.isPresent()
                && assertion.get() instanceof Ingredient ingredient
                && ingredient.is(relationship);
    }

    private static void times(Scope scope, ActionsAssertion actions, Action action) {
        CborValue.Map content = action.content();
        boolean bounded =
                content.get("whenStart").isPresent() || content.get("whenEnd").isPresent();
        if (bounded && content.get("when").isPresent()) {
            scope.found(StatusCode.ASSERTION_ACTION_MALFORMED, actions, "a moment and a period at once");
        }
        Optional<Instant> start = content.get("whenStart").flatMap(ContentRules::time);
        Optional<Instant> end = content.get("whenEnd").flatMap(ContentRules::time);
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            scope.found(StatusCode.ASSERTION_ACTION_MALFORMED, actions, "a period ends before it begins");
        }
    }

    private static void related(Scope scope, ActionsAssertion actions, Action action) {
        for (HashedUri uri : action.related()) {
            Optional<JumbfUri> target = uri.target();
            if (target.isPresent() && scope.isRedacted(target.get())) {
                scope.found(StatusCode.ASSERTION_REDACTED, actions, "a related assertion was redacted");
                continue;
            }
            Optional<Assertion> assertion = scope.manifest().assertion(uri);
            if (assertion.isEmpty()
                    || assertion.get() instanceof ActionsAssertion
                    || assertion.get() instanceof Ingredient) {
                scope.found(StatusCode.ASSERTION_ACTION_MALFORMED, actions, "related assertion missing or not allowed");
            }
        }
    }

    private static void softBinding(Scope scope, ActionsAssertion actions, Action action) {
        boolean marked =
                action.name().equals("c2pa.watermarked") || action.name().equals("c2pa.watermarked.bound");
        if (marked
                && scope.manifest().assertions().stream()
                        .noneMatch(assertion -> assertion.label().base().equals("c2pa.soft-binding"))) {
            scope.found(
                    StatusCode.ASSERTION_ACTION_SOFT_BINDING_MISSING, actions, action.name() + " without soft binding");
        }
    }

    /** The target may be gone already, so it is looked for in the claim of its manifest too. */
    private static void redaction(Scope scope, ActionsAssertion actions, Action action) {
        if (!action.name().equals("c2pa.redacted")) {
            return;
        }
        Optional<JumbfUri> target = action.redacted().flatMap(JumbfUri::parse);
        boolean resolves = target.isPresent()
                && (scope.store().resolve(target.get(), scope.manifest()).isPresent()
                        || RedactionRules.isListed(scope, target.get()));
        if (!resolves) {
            scope.found(StatusCode.ASSERTION_ACTION_REDACTION_MISMATCH, actions, "what was redacted cannot be found");
        }
    }
}
