package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.Declaration;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * What one asset says that went into another, directly or through others: its declaration, or else the class of it.
 *
 * @param path names as the signers gave them, from what went in directly down to the asset itself
 * @param parent whether the other was made from it, step by step; otherwise it was placed in it
 * @param manifest label of its manifest, where it has one
 * @param declaration in force for it; empty without one, and where the manifest does not hold
 * @param derived its class with everything counted in that it was made from
 * @param said how far AI took part in it by what its own signers say, without what it was made from
 * @param held false where whoever made it an ingredient wrote down that it failed validation: what it declares may be about something else
 */
public record SourceStatement(
        List<String> path,
        boolean parent,
        Optional<String> manifest,
        Optional<Declaration> declaration,
        DerivedClass derived,
        Involvement said,
        boolean held) {

    public SourceStatement {
        path = List.copyOf(path);
    }

    /** What every asset says that went into a validated one, each before what went into it. Inputs to a tool do not show. */
    public static List<SourceStatement> in(ValidationResult result) {
        if (!result.state().isAtLeast(ValidationState.VALID)) {
            return List.of();
        }
        Walk walk = new Walk(result);
        walk.below(result.active(), List.of(), true);
        return List.copyOf(walk.found);
    }

    /** How far AI took part by what the signers of the asset itself say; what it was made from is not asked. */
    public static Involvement saidBy(ValidationResult result) {
        return result.state().isAtLeast(ValidationState.VALID)
                ? SignedInvolvement.of(result, result.active())
                : Involvement.UNKNOWN;
    }

    /** What it is called. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** Whether it went into that other one, or is it. */
    public boolean isWithin(SourceStatement other) {
        return path.size() >= other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }

    /** Goes through the ingredients. */
    private static final class Walk {

        /** Manifests that share ingredients make more ways down than there are manifests. */
        private static final int MOST = 10_000;

        private static final int DEEPEST = 100;

        private static final SourceStatement UNLISTED = new SourceStatement(
                List.of("deeper than is listed"),
                false,
                Optional.empty(),
                Optional.empty(),
                DerivedClass.UNKNOWN,
                Involvement.UNKNOWN,
                true);

        private final ValidationResult result;
        private final DerivationReader derivation;
        private final List<SourceStatement> found = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private boolean cutOff;

        private Walk(ValidationResult result) {
            this.result = result;
            this.derivation = new DerivationReader(result);
        }

        private void below(ValidatedManifest owner, List<String> above, boolean parents) {
            String standard = Superseded.standard(result, owner).manifest().label();
            if (above.size() >= DEEPEST || found.size() >= MOST) {
                cutOff |= found.add(UNLISTED);
                return;
            }
            if (cutOff || !visited.add(standard)) {
                return;
            }
            for (IngredientResult ingredient : result.ingredients()) {
                if (ingredient.owner().equals(standard)
                        && !ingredient.ingredient().is("inputTo")) {
                    boolean parent = parents && ingredient.ingredient().isParent();
                    Optional<ValidatedManifest> intact = ingredient.manifest().filter(ValidatedManifest::isIntact);
                    List<String> path = new ArrayList<>(above);
                    path.add(ingredient.ingredient().title().orElse("without a name"));
                    found.add(statement(ingredient, path, intact, parent));
                    intact.ifPresent(own -> below(own, path, parent));
                }
            }
            visited.remove(standard);
        }

        private SourceStatement statement(
                IngredientResult ingredient, List<String> path, Optional<ValidatedManifest> intact, boolean parent) {
            return new SourceStatement(
                    path,
                    parent,
                    ingredient.manifest().map(ValidatedManifest::manifest).map(Manifest::label),
                    intact.flatMap(own -> SignedDeclaration.of(result, own)).flatMap(SignedDeclaration::declaration),
                    derivation.of(ingredient),
                    intact.map(own -> SignedInvolvement.of(result, own)).orElse(Involvement.UNKNOWN),
                    !ingredient.didNotHold());
        }
    }
}
