package org.estampille.cawg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionLabel;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * The referenced assertions are those of this claim or of its ingredients, each once, and among them the one hard binding that
 * ties this very asset (clauses 5.1.1 and 7.1). A label alone proves nothing: an identity carried over from another asset would
 * bring the hard binding of that asset along.
 */
final class ReferenceRules {

    private final ManifestStore store;
    private final Manifest manifest;
    private final CawgFindings findings;

    /** What makes two entries the same. */
    private record Entry(JumbfUri target, Optional<String> alg, Octets hash) {

        static Optional<Entry> of(HashedUri uri, Manifest where, Optional<String> defaultAlg) {
            return uri.target()
                    .map(target ->
                            new Entry(target.resolveIn(where.label()), uri.alg().or(() -> defaultAlg), uri.hash()));
        }
    }

    ReferenceRules(ManifestStore store, Manifest manifest, CawgFindings findings) {
        this.store = store;
        this.manifest = manifest;
        this.findings = findings;
    }

    void check(List<HashedUri> references) {
        Set<Entry> known = claimed();
        Optional<String> alg = manifest.claim().flatMap(Claim::alg);
        List<JumbfUri> targets = new ArrayList<>();
        for (HashedUri reference : references) {
            Optional<Entry> entry = Entry.of(reference, manifest, alg);
            if (entry.isEmpty() || !known.contains(entry.get())) {
                findings.add(
                        CawgCode.IDENTITY_ASSERTION_MISMATCH, "no claim lists " + reference.url() + " with that hash");
            }
            entry.ifPresent(present -> targets.add(present.target()));
        }
        if (new HashSet<>(targets).size() != targets.size()) {
            findings.add(CawgCode.IDENTITY_ASSERTION_DUPLICATE, "an assertion is referenced twice");
        }
        hardBinding(targets);
    }

    /** What this claim and those of all its ingredients list. */
    private Set<Entry> claimed() {
        Set<Entry> entries = new HashSet<>();
        for (Manifest reached : reachable().values()) {
            Optional<Claim> claim = reached.claim();
            if (claim.isPresent()) {
                for (HashedUri uri : claim.get().entries()) {
                    Entry.of(uri, reached, claim.get().alg()).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private Map<String, Manifest> reachable() {
        Map<String, Manifest> reached = new LinkedHashMap<>();
        List<Manifest> open = new ArrayList<>(List.of(manifest));
        while (!open.isEmpty()) {
            Manifest next = open.remove(open.size() - 1);
            if (reached.putIfAbsent(next.label(), next) == null) {
                for (Assertion assertion : next.assertions()) {
                    if (assertion instanceof Ingredient ingredient) {
                        manifestOf(ingredient).ifPresent(open::add);
                    }
                }
            }
        }
        return reached;
    }

    private Optional<Manifest> manifestOf(Ingredient ingredient) {
        return ingredient
                .references()
                .manifest()
                .flatMap(HashedUri::target)
                .flatMap(JumbfUri::manifest)
                .flatMap(store::find);
    }

    private void hardBinding(List<JumbfUri> targets) {
        Optional<JumbfUri> wanted = HardBindingChoice.boundManifest(store, manifest)
                .flatMap(bound -> HardBindingChoice.binding(bound)
                        .map(binding -> JumbfUri.inManifest(
                                bound.label(), "c2pa.assertions", binding.box().label())));
        boolean found = false;
        boolean others = false;
        for (JumbfUri target : targets) {
            boolean right = wanted.isPresent() && wanted.get().equals(target);
            found |= right;
            others |= !right && isBinding(target);
        }
        if (others) {
            findings.add(
                    CawgCode.IDENTITY_HARD_BINDING_INCORRECT,
                    "it references a hard binding that is not the one in force");
        } else if (!found) {
            findings.add(CawgCode.IDENTITY_HARD_BINDING_MISSING, "it does not reference the hard binding in force");
        }
    }

    private static boolean isBinding(JumbfUri target) {
        return BindingAssertion.isHardBinding(AssertionLabel.of(target.label()).base());
    }
}
