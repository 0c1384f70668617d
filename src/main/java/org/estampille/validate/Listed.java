package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;

/**
 * The assertions that a claim names, found once for all rules; entries that lead nowhere are left out.
 *
 * @param created those the signer stands behind, in the order of the claim
 * @param gathered the others, in that order
 */
record Listed(List<Assertion> created, List<Assertion> gathered) {

    static Listed by(Claim claim, Manifest manifest) {
        return new Listed(found(claim.created(), manifest), found(claim.gathered(), manifest));
    }

    /** Created and gathered, in that order. */
    List<Assertion> all() {
        List<Assertion> all = new ArrayList<>(created);
        all.addAll(gathered);
        return all;
    }

    private static List<Assertion> found(List<HashedUri> entries, Manifest manifest) {
        List<Assertion> found = new ArrayList<>(entries.size());
        for (HashedUri entry : entries) {
            manifest.assertion(entry).ifPresent(found::add);
        }
        return found;
    }
}
