package org.estampille.validate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.AssertionLabel;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.IllFormedAssertion;

/** Rule {@code assertion-list}: every entry of the claim is there and unaltered, and nothing else is (clauses 14.10.2-4). */
final class AssertionListRules {
    private AssertionListRules() {}

    static void check(Scope scope) throws LimitExceededException {
        IdentityHashMap<SuperBox, HashedUri> declared = new IdentityHashMap<>();
        for (HashedUri entry : scope.claim().entries()) {
            Optional<JumbfUri> target = entry.target();
            if (target.isPresent() && scope.isRedacted(target.get())) {
                redacted(scope, target.get());
                box(scope, target.get()).ifPresent(box -> declared.put(box, entry));
            } else {
                entry(scope, entry, target).ifPresent(box -> declared.put(box, entry));
            }
        }
        for (Assertion assertion : scope.manifest().assertions()) {
            if (!declared.containsKey(assertion.box())) {
                scope.found(StatusCode.ASSERTION_UNDECLARED, assertion, "the claim does not list it");
            }
        }
    }

    private static Optional<SuperBox> box(Scope scope, JumbfUri target) {
        return scope.manifest().localPath(target).flatMap(scope.manifest()::find);
    }

    private static Optional<SuperBox> entry(Scope scope, HashedUri entry, Optional<JumbfUri> target)
            throws LimitExceededException {
        Findings findings = scope.findings();
        if (target.isEmpty()) {
            findings.add(StatusCode.ASSERTION_MISSING, scope.claimUri(), "no reference into the store: " + entry.url());
            return Optional.empty();
        }
        Optional<List<String>> path = scope.manifest().localPath(target.get());
        if (path.isEmpty()) {
            findings.add(StatusCode.ASSERTION_OUTSIDE_MANIFEST, scope.claimUri(), entry.url());
            return Optional.empty();
        }
        Optional<SuperBox> box = scope.manifest().find(path.get());
        if (box.isEmpty()) {
            findings.add(StatusCode.ASSERTION_MISSING, scope.claimUri(), "nothing at " + entry.url());
            return Optional.empty();
        }
        hash(scope, entry, scope.absolute(target.get()), box.get());
        return box;
    }

    private static void hash(Scope scope, HashedUri entry, String url, SuperBox box) throws LimitExceededException {
        Findings findings = scope.findings();
        switch (scope.hashes().compare(entry, box, scope.claim().alg())) {
            case MATCH -> findings.add(StatusCode.ASSERTION_HASHED_URI_MATCH, url, "hash matches");
            case MISMATCH ->
                findings.add(
                        StatusCode.ASSERTION_HASHED_URI_MISMATCH, url, "the assertion is not the one that was signed");
            case UNSUPPORTED_ALGORITHM ->
                findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm missing or not allowed");
        }
        Optional<Assertion> assertion = scope.manifest().assertionIn(box);
        if (assertion.isPresent() && assertion.get() instanceof IllFormedAssertion broken) {
            StatusCode code = broken.encoding() == AssertionDraft.Encoding.CBOR
                    ? StatusCode.ASSERTION_CBOR_INVALID
                    : StatusCode.ASSERTION_JSON_INVALID;
            findings.add(code, url, broken.problem());
        }
    }

    /** A redacted entry keeps its place in the claim; only some assertions may be redacted (clause 14.10.4.1). */
    private static void redacted(Scope scope, JumbfUri target) {
        AssertionLabel label = AssertionLabel.of(target.label());
        if (label.isAnyVersionOf("c2pa.actions")) {
            scope.findings().add(StatusCode.ASSERTION_ACTION_REDACTED, scope.absolute(target), "actions were redacted");
        } else if (BindingAssertion.isHardBinding(label.base())) {
            scope.findings()
                    .add(
                            StatusCode.ASSERTION_HARD_BINDING_REDACTED,
                            scope.absolute(target),
                            "a hard binding was redacted");
        }
    }
}
