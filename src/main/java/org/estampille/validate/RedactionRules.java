package org.estampille.validate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;

/** Rule {@code redaction}: nobody redacts his own assertions, and what is redacted is gone (clauses 8.8, 14.10.3). */
final class RedactionRules {
    private RedactionRules() {}

    /** The absolute references of everything redacted in a store. */
    static Set<String> collect(ManifestStore store) {
        Set<String> all = new HashSet<>();
        for (Manifest manifest : store.manifests()) {
            Optional<Claim> claim = manifest.claim();
            if (claim.isPresent()) {
                for (String uri : claim.get().redacted()) {
                    Optional<JumbfUri> target = JumbfUri.parse(uri);
                    if (target.isPresent() && manifest.localPath(target.get()).isEmpty()) {
                        all.add(target.get().toString());
                    }
                }
            }
        }
        return all;
    }

    static void check(Scope scope) {
        for (String uri : scope.claim().redacted()) {
            Optional<JumbfUri> target = JumbfUri.parse(uri);
            if (target.isEmpty()) {
                continue;
            }
            if (scope.manifest().localPath(target.get()).isPresent()) {
                scope.findings().add(StatusCode.ASSERTION_SELF_REDACTED, scope.claimUri(), uri);
            } else if (!isGone(scope, target.get())) {
                scope.findings()
                        .add(
                                StatusCode.ASSERTION_NOT_REDACTED,
                                target.get().toString(),
                                "listed as redacted, still there");
            }
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
