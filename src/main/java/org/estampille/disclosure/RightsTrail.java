package org.estampille.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.OutputRights;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.SigningTime;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * What every manifest of an asset's history says about AI and rights, manifest by manifest: what a release policy weighs. Only
 * assertions that a claim lists are read.
 *
 * @param manifests the active one first, then its ingredients depth first, each once
 */
public record RightsTrail(List<TrailManifest> manifests) {

    private static final RightsTrail NOTHING = new RightsTrail(List.of());

    public RightsTrail {
        manifests = List.copyOf(manifests);
    }

    /** Of an asset that says nothing. */
    public static RightsTrail nothing() {
        return NOTHING;
    }

    /** The manifest of that label. */
    public Optional<TrailManifest> find(String label) {
        return manifests.stream()
                .filter(manifest -> manifest.label().equals(label))
                .findFirst();
    }

    /** Reads the history of a result. */
    public static RightsTrail of(ValidationResult result, RightsBasis basis) {
        Walk walk = new Walk(result, basis);
        boolean holds = result.state().isAtLeast(ValidationState.VALID);
        walk.visit(result.active(), TrailManifest.Place.ACTIVE, Optional.empty(), holds);
        return new RightsTrail(walk.found);
    }

    /** Goes through the manifests. */
    private static final class Walk {
        private final ValidationResult result;
        private final RightsBasis basis;
        private final List<TrailManifest> found = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private final Map<String, String> superseded;

        private Walk(ValidationResult result, RightsBasis basis) {
            this.result = result;
            this.basis = basis;
            this.superseded = Superseded.in(result);
        }

        private void visit(
                ValidatedManifest validated,
                TrailManifest.Place place,
                Optional<IngredientResult> entry,
                boolean holds) {
            Manifest manifest = validated.manifest();
            if (manifest.claim().isEmpty() || !visited.add(manifest.label())) {
                return;
            }
            Optional<String> later = Optional.ofNullable(superseded.get(manifest.label()));
            Reading reading = new Reading(manifest, place, holds, later.isPresent(), basis);
            manifest.claim().get().created().forEach(uri -> reading.read(uri, true));
            manifest.claim().get().gathered().forEach(uri -> reading.read(uri, false));
            List<IngredientResult> below = below(manifest.label());
            found.add(new TrailManifest(
                    manifest.label(),
                    place,
                    entry.map(IngredientResult::owner),
                    entry.map(IngredientResult::url).map(url -> url.substring(url.lastIndexOf('/') + 1)),
                    later,
                    holds,
                    stamped(validated),
                    reading.statements,
                    reading.records,
                    later.isPresent() ? Optional.empty() : declaration(manifest, place, holds),
                    below.stream().anyMatch(Walk::isKeptSource),
                    below.stream().filter(Walk::isBareInput).map(Walk::name).toList()));
            descend(below, place, holds);
        }

        private void descend(List<IngredientResult> below, TrailManifest.Place place, boolean holds) {
            for (IngredientResult ingredient : below) {
                if (ingredient.manifest().isPresent()) {
                    ValidatedManifest next = ingredient.manifest().get();
                    visit(next, placeOf(ingredient, place), Optional.of(ingredient), holds && next.isIntact());
                }
            }
        }

        private static Optional<Declaration> declaration(Manifest manifest, TrailManifest.Place place, boolean holds) {
            return SignedDeclaration.in(manifest, holds, place == TrailManifest.Place.ACTIVE)
                    .flatMap(SignedDeclaration::declaration);
        }

        private List<IngredientResult> below(String owner) {
            return result.ingredients().stream()
                    .filter(ingredient -> ingredient.owner().equals(owner))
                    .toList();
        }

        private static TrailManifest.Place placeOf(IngredientResult ingredient, TrailManifest.Place above) {
            if (above == TrailManifest.Place.INPUT || isInput(ingredient)) {
                return TrailManifest.Place.INPUT;
            }
            boolean parent = ingredient.ingredient().isParent() && above != TrailManifest.Place.COMPONENT;
            return parent ? TrailManifest.Place.PARENT : TrailManifest.Place.COMPONENT;
        }

        private static boolean isInput(IngredientResult ingredient) {
            return ingredient.ingredient().is("inputTo");
        }

        private static boolean isKeptSource(IngredientResult ingredient) {
            return !isInput(ingredient) && ingredient.manifest().isPresent();
        }

        /** The model itself is named as an input too, and is none of the assets. */
        private static boolean isBareInput(IngredientResult ingredient) {
            boolean model =
                    ingredient.ingredient().dataTypes().stream().anyMatch(type -> type.startsWith("c2pa.types.model"));
            return isInput(ingredient) && ingredient.manifest().isEmpty() && !model;
        }

        private static String name(IngredientResult ingredient) {
            Ingredient named = ingredient.ingredient();
            return named.title().orElseGet(ingredient::url);
        }

        private static Optional<Instant> stamped(ValidatedManifest validated) {
            SigningTime time = validated.time();
            return time.trusted() ? time.stampedAt() : Optional.empty();
        }
    }

    /** Reads the assertions of one manifest. */
    private static final class Reading {
        private final Manifest manifest;
        private final TrailManifest.Place place;
        private final boolean holds;
        private final boolean history;
        private final RightsBasis basis;
        private final List<AiStatement> statements = new ArrayList<>();
        private final List<RightsRecord> records = new ArrayList<>();

        private Reading(
                Manifest manifest, TrailManifest.Place place, boolean holds, boolean history, RightsBasis basis) {
            this.manifest = manifest;
            this.place = place;
            this.holds = holds;
            this.history = history;
            this.basis = basis;
        }

        private void read(HashedUri entry, boolean created) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            if (assertion.isEmpty() || history && assertion.get() instanceof DataAssertion) {
                return;
            }
            StatementReader.read(manifest, assertion.get(), strength(created), false, statements);
            if (assertion.get() instanceof DataAssertion data) {
                String base = data.label().base();
                if (base.equals(RightsReader.LABEL)) {
                    RightsReader.decoded(data, basis).ifPresent(rights -> add(data, rights, strength(created)));
                }
            }
        }

        private void add(DataAssertion data, OutputRights rights, AiStatement.Strength strength) {
            records.add(new RightsRecord(
                    manifest.uriOf(data),
                    rights,
                    strength,
                    EvidenceStanding.of(rights, basis.evidence(), basis.at()),
                    EvidenceStanding.recheckBy(rights)));
        }

        private AiStatement.Strength strength(boolean created) {
            if (!holds) {
                return AiStatement.Strength.UNVERIFIED;
            }
            if (place != TrailManifest.Place.ACTIVE) {
                return AiStatement.Strength.INGREDIENT_SIGNER;
            }
            return created ? AiStatement.Strength.SIGNER : AiStatement.Strength.DECLARED;
        }
    }
}
