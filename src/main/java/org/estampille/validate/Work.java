package org.estampille.validate;

import java.util.HashSet;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * What judging one store has cost so far, in the steps of {@link ReadLimits#work}. Many references to many things cost what
 * their numbers multiply to; that is asked for before it is done. For one thread.
 */
final class Work {

    /** What judging a time-stamp costs: a signature of its own and a chain of certificates. */
    private static final long STAMP = 1 << 18;

    private final long allowed;
    private long spent;

    Work(ReadLimits limits) {
        this.allowed = limits.work();
    }

    /** Admits {@code steps} more. */
    void spend(long steps) throws LimitExceededException {
        spent = steps < 0 || Long.MAX_VALUE - spent < steps ? Long.MAX_VALUE : spent + steps;
        if (spent > allowed) {
            throw new LimitExceededException("total work", spent, allowed);
        }
    }

    /** Admits looking up every reference of a manifest among its boxes, and every ingredient among the manifests. */
    void spendOn(Manifest manifest, Claim claim, ManifestStore store, int redacted) throws LimitExceededException {
        long references = claim.entries().size() + (long) claim.redacted().size();
        long ingredients = 0;
        for (Assertion assertion : manifest.assertions()) {
            references += ReferenceRules.references(assertion).size();
            ingredients += assertion instanceof Ingredient ? 1 : 0;
        }
        spend(
                Math.multiplyHigh(references, 2L * manifest.assertions().size()) == 0
                        ? references * 2L * manifest.assertions().size()
                        : Long.MAX_VALUE);
        spend(ingredients * (store.manifests().size() + (long) redacted));
        spend(STAMP * TimeStampRules.tokens(store, manifest.label()).size());
    }

    /** Admits following every ingredient below each manifest that redacts something. */
    void spendOnRedactions(ManifestStore store) throws LimitExceededException {
        long redacting = 0;
        long ingredients = 0;
        Set<String> labels = new HashSet<>();
        for (Manifest manifest : store.manifests()) {
            redacting += manifest.claim()
                            .filter(claim -> !claim.redacted().isEmpty())
                            .isPresent()
                    ? 1
                    : 0;
            labels.add(manifest.label());
            for (Assertion assertion : manifest.assertions()) {
                ingredients += assertion instanceof Ingredient ? 1 : 0;
            }
        }
        // With nothing redacted nothing is followed; else once for each that redacts, and once for the active one.
        if (redacting > 0) {
            spend((redacting + 1)
                    * (ingredients + (long) labels.size() * store.manifests().size()));
        }
    }
}
