package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/** The door of the package. Only the assertions a claim lists are read; an unlisted one could come from anybody. */
public final class DisclosureReader {

    private final ValidationResult result;
    private final RightsBasis basis;
    private final List<AiStatement> statements = new ArrayList<>();
    private final List<RightsLine> rights = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> superseded = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    private DisclosureReader(ValidationResult result, RightsBasis basis) {
        this.result = result;
        this.basis = basis;
    }

    /**
     * Reads what the manifests of a result say.
     *
     * @param basis what rights are judged by
     */
    public static ContentDisclosure read(ValidationResult result, RightsBasis basis) {
        return new DisclosureReader(result, basis).read();
    }

    private ContentDisclosure read() {
        boolean holds = result.state().isAtLeast(ValidationState.VALID);
        superseded.addAll(Superseded.in(result).keySet());
        own(result.active(), holds);
        visited.add(result.active().manifest().label());
        below(result.active().manifest().label(), holds, false);
        Derivation derivation = holds ? DerivationReader.read(result) : Derivation.UNKNOWN;
        return new ContentDisclosure(
                involvement(holds, derivation.derived()),
                statements,
                Contradictions.among(statements, names),
                rights,
                derivation);
    }

    private void own(ValidatedManifest validated, boolean holds) {
        Manifest manifest = validated.manifest();
        if (manifest.claim().isEmpty()) {
            return;
        }
        AiStatement.Strength created = holds ? AiStatement.Strength.SIGNER : AiStatement.Strength.UNVERIFIED;
        AiStatement.Strength gathered = holds ? AiStatement.Strength.DECLARED : AiStatement.Strength.UNVERIFIED;
        list(manifest, manifest.claim().get().created(), created, false, Optional.empty());
        list(manifest, manifest.claim().get().gathered(), gathered, false, Optional.empty());
    }

    private void list(
            Manifest manifest,
            List<HashedUri> entries,
            AiStatement.Strength strength,
            boolean component,
            Optional<String> parent) {
        for (HashedUri entry : entries) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            boolean old = superseded.contains(manifest.label())
                    && assertion.filter(DataAssertion.class::isInstance).isPresent();
            if (assertion.isPresent() && !old) {
                StatementReader.read(manifest, assertion.get(), strength, component, statements);
                if (assertion.get() instanceof DataAssertion data
                        && data.label().base().equals(RightsReader.LABEL)) {
                    Optional<RightsLine> line = RightsReader.read(manifest.uriOf(data), data, strength, basis);
                    line.map(own -> parent.map(own::ofParent).orElse(own)).ifPresent(rights::add);
                }
            }
        }
    }

    /** What ingredients with a manifest of their own say; a parent's history is the asset's, a component's only in part. */
    private void below(String owner, boolean holds, boolean component) {
        for (IngredientResult ingredient : result.ingredients()) {
            Optional<ValidatedManifest> validated = ingredient.manifest();
            if (!ingredient.owner().equals(owner) || validated.isEmpty() || isInputOnly(ingredient.ingredient())) {
                continue;
            }
            Manifest manifest = validated.get().manifest();
            if (visited.add(manifest.label()) && manifest.claim().isPresent()) {
                boolean intact = holds && validated.get().isIntact();
                boolean part = component || !ingredient.ingredient().isParent();
                AiStatement.Strength strength =
                        intact ? AiStatement.Strength.INGREDIENT_SIGNER : AiStatement.Strength.UNVERIFIED;
                String name = ingredient.ingredient().title().orElse("without a name");
                names.put(manifest.label(), name);
                list(manifest, manifest.claim().get().entries(), strength, part, Optional.of(name));
                below(manifest.label(), intact, part);
            }
        }
    }

    private static boolean isInputOnly(Ingredient ingredient) {
        return ingredient.is("inputTo");
    }

    /** The most that anybody says; where only a part was generated, that is what is said of the whole. */
    private Involvement involvement(boolean holds, DerivedClass derived) {
        if (!holds) {
            return Involvement.UNKNOWN;
        }
        Involvement most = Involvement.NONE_DECLARED;
        boolean undecided = false;
        for (AiStatement statement : statements) {
            if (statement.counts()) {
                undecided |= statement.involvement() == Involvement.UNKNOWN;
                most = statement.involvement().compareTo(most) > 0 ? statement.involvement() : most;
            }
        }
        if (most == Involvement.GENERATED && derived == DerivedClass.PARTLY_GENERATED) {
            return Involvement.MODIFIED;
        }
        return most == Involvement.NONE_DECLARED && undecided ? Involvement.UNKNOWN : most;
    }
}
