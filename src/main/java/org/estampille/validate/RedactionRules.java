package org.estampille.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionLabel;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;
import org.estampille.manifest.UnknownAssertion;

/** Rule {@code redaction}: nobody redacts his own assertions, and what is redacted is gone (clauses 8.8, 14.10.3). */
final class RedactionRules {
    private RedactionRules() {}

    /**
     * The absolute references of everything that the active manifest and those below it redact. Each can redact only in the
     * manifests below itself: a manifest that nobody refers to, put into the store later, redacts nothing.
     */
    @SuppressWarnings("ReferenceEquality") // the active manifest itself, not one that calls itself the same
    static Set<String> collect(ManifestStore store) {
        Set<String> all = new HashSet<>();
        if (store.active().isEmpty() || !anyRedacts(store)) {
            return all;
        }
        Set<String> reached = below(store, store.active().get());
        for (Manifest manifest : store.manifests()) {
            boolean counts = manifest == store.active().get() || reached.contains(manifest.label());
            if (counts && manifest.claim().isPresent() && !redactions(manifest).isEmpty()) {
                collect(manifest, below(store, manifest), all);
            }
        }
        return all;
    }

    private static boolean anyRedacts(ManifestStore store) {
        for (Manifest manifest : store.manifests()) {
            if (!redactions(manifest).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> redactions(Manifest manifest) {
        Optional<Claim> claim = manifest.claim();
        return claim.isPresent() ? claim.get().redacted() : List.of();
    }

    private static void collect(Manifest manifest, Set<String> below, Set<String> all) {
        for (String uri : redactions(manifest)) {
            Optional<JumbfUri> target = JumbfUri.parse(uri);
            boolean other =
                    target.isPresent() && manifest.localPath(target.get()).isEmpty();
            if (other && target.get().manifest().filter(below::contains).isPresent()) {
                all.add(target.get().toString());
            }
        }
    }

    /** The labels of all manifests below one, as far as they can be followed; never its own. */
    static Set<String> below(ManifestStore store, Manifest top) {
        Set<String> labels = new HashSet<>();
        Deque<Manifest> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            for (Assertion assertion : open.pop().assertions()) {
                if (assertion instanceof Ingredient ingredient) {
                    Optional<String> label = ingredient
                            .references()
                            .manifest()
                            .flatMap(HashedUri::target)
                            .flatMap(JumbfUri::manifest);
                    if (label.isPresent() && labels.add(label.get())) {
                        store.find(label.get()).ifPresent(open::push);
                    }
                }
            }
        }
        labels.remove(top.label());
        return labels;
    }

    /**
     * The store without content that stands where something was redacted: nobody vouches for it, so nothing may be read from it.
     * What remains of such an assertion is its box, which {@link #check} reports.
     */
    static ManifestStore withoutPlanted(ManifestStore store) {
        Set<String> redacted = collect(store);
        if (redacted.isEmpty()) {
            return store;
        }
        List<Manifest> manifests = new ArrayList<>();
        for (Manifest manifest : store.manifests()) {
            List<Assertion> assertions = new ArrayList<>();
            for (Assertion assertion : manifest.assertions()) {
                boolean planted =
                        redacted.contains(manifest.uriOf(assertion)) && !(assertion instanceof RedactedAssertion);
                assertions.add(planted ? new UnknownAssertion(assertion.box()) : assertion);
            }
            manifests.add(manifest.withAssertions(assertions));
        }
        return new ManifestStore(store.boxes(), manifests);
    }

    static void check(Scope scope) {
        for (String uri : scope.claim().redacted()) {
            Optional<JumbfUri> target = JumbfUri.parse(uri);
            if (target.isEmpty()) {
                continue;
            }
            if (scope.manifest().localPath(target.get()).isPresent()) {
                scope.findings().add(StatusCode.ASSERTION_SELF_REDACTED, scope.claimUri(), uri);
                continue;
            }
            forbidden(scope, target.get());
            if (!isGone(scope, target.get())) {
                scope.findings()
                        .add(
                                StatusCode.ASSERTION_NOT_REDACTED,
                                target.get().toString(),
                                "listed as redacted, still there");
            }
        }
    }

    /** Actions and hard bindings are never redacted, by nobody (clauses 8.8 and 14.10.4.1). */
    private static void forbidden(Scope scope, JumbfUri target) {
        AssertionLabel label = AssertionLabel.of(target.label());
        if (label.isAnyVersionOf("c2pa.actions")) {
            scope.findings().add(StatusCode.ASSERTION_ACTION_REDACTED, target.toString(), "redacts actions");
        } else if (BindingAssertion.isHardBinding(label.base())) {
            scope.findings()
                    .add(StatusCode.ASSERTION_HARD_BINDING_REDACTED, target.toString(), "redacts a hard binding");
        }
    }

    private static boolean isGone(Scope scope, JumbfUri target) {
        Optional<SuperBox> box = scope.store().resolve(target, scope.manifest());
        if (box.isEmpty()) {
            return true;
        }
        Optional<Manifest> owner = target.manifest().flatMap(scope.store()::find);
        return owner.isPresent()
                && owner.get()
                        .assertionIn(box.get())
                        .filter(RedactedAssertion.class::isInstance)
                        .isPresent();
    }

    /** Whether the claim of the manifest a reference names lists it. */
    static boolean isListed(Scope scope, JumbfUri target) {
        Optional<Manifest> owner = target.manifest().flatMap(scope.store()::find);
        if (owner.isEmpty() || owner.get().claim().isEmpty()) {
            return false;
        }
        for (HashedUri entry : owner.get().claim().get().entries()) {
            Optional<JumbfUri> listed = entry.target();
            if (listed.isPresent()
                    && listed.get().resolveIn(owner.get().label()).equals(target)) {
                return true;
            }
        }
        return false;
    }
}
