package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.catalogue.AiMeaning;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;

/** Derives the class of an asset from its own actions and from those of everything it was made from. */
final class DerivationReader {

    private static final String AMENDMENT = "org.estampille.amendment";

    private final ValidationResult result;
    private final Map<String, DerivedClass> known = new HashMap<>();

    DerivationReader(ValidationResult result) {
        this.result = result;
    }

    static Derivation read(ValidationResult result) {
        DerivationReader reader = new DerivationReader(result);
        Manifest active = result.active().manifest();
        List<Derivation.Amendment> history = reader.history(active);
        String standard = history.get(history.size() - 1).manifest();
        List<Derivation.Part> parts = new ArrayList<>();
        for (IngredientResult ingredient : result.ingredients()) {
            if (ingredient.owner().equals(standard)) {
                parts.add(reader.part(ingredient));
            }
        }
        return new Derivation(reader.of(active), parts, history);
    }

    private Derivation.Part part(IngredientResult result) {
        Ingredient ingredient = result.ingredient();
        return new Derivation.Part(
                result.url(), ingredient.title(), ingredient.relationship().orElse(""), of(result));
    }

    /** An ingredient without a manifest that holds says nothing, unless whoever placed it said what it is. */
    DerivedClass of(IngredientResult ingredient) {
        Optional<ValidatedManifest> manifest = ingredient.manifest();
        if (manifest.isPresent() && manifest.get().isIntact()) {
            return of(manifest.get().manifest());
        }
        return ingredient
                .ingredient()
                .digitalSourceType()
                .map(DerivationReader::of)
                .orElse(DerivedClass.UNKNOWN);
    }

    private DerivedClass of(Manifest manifest) {
        DerivedClass before = known.get(manifest.label());
        if (before != null) {
            return before;
        }
        known.put(manifest.label(), DerivedClass.UNKNOWN); // a cycle decides nothing
        Optional<DerivedClass> whole = Optional.empty();
        for (DerivedClass part : parts(manifest)) {
            whole = Optional.of(whole.map(part::with).orElse(part));
        }
        DerivedClass derived = whole.orElse(DerivedClass.UNKNOWN);
        known.put(manifest.label(), derived);
        return derived;
    }

    /** What the manifest was made from, and what its own actions say was done; an inception says what there was first. */
    private List<DerivedClass> parts(Manifest manifest) {
        List<DerivedClass> parts = new ArrayList<>();
        boolean allTold = true;
        boolean whole = false;
        for (IngredientResult ingredient : result.ingredients()) {
            if (ingredient.owner().equals(manifest.label())
                    && !ingredient.ingredient().is("inputTo")) {
                parts.add(of(ingredient));
                whole |= of(ingredient) == DerivedClass.ALL_GENERATED;
            }
        }
        for (Assertion assertion : manifest.assertions()) {
            if (assertion instanceof ActionsAssertion actions) {
                allTold &= manifest.isUpdate() || actions.allActionsIncluded().orElse(false);
                for (Action action : actions.actions()) {
                    actions.sourceTypeOf(action).map(DerivationReader::of).ifPresent(parts::add);
                    whole |= isOfWhole(action);
                }
            }
        }
        boolean silent = parts.stream().allMatch(part -> part == DerivedClass.NONE_DECLARED);
        if (silent && !allTold && parts.isEmpty()) {
            parts.add(DerivedClass.UNKNOWN);
        }
        if (!whole) {
            parts.replaceAll(part -> part == DerivedClass.ALL_GENERATED ? DerivedClass.PARTLY_GENERATED : part);
        }
        return parts;
    }

    /** An edit, or an action that names seconds or places of the file, generated a part at most. */
    private static boolean isOfWhole(Action action) {
        return action.isInception() && action.content().get("changes").isEmpty();
    }

    private static DerivedClass of(String sourceType) {
        Optional<AiMeaning> meaning = DigitalSourceType.of(sourceType).map(DigitalSourceType::meaning);
        if (meaning.isEmpty()) {
            return DerivedClass.UNKNOWN;
        }
        return switch (meaning.get()) {
            case GENERATED -> DerivedClass.ALL_GENERATED;
            case MODIFIED, POSSIBLY_MODIFIED -> DerivedClass.PARTLY_GENERATED;
            case ENHANCED -> DerivedClass.ASSISTIVE;
            case UNDECIDED -> DerivedClass.UNKNOWN;
            case ALGORITHMIC, NONE -> DerivedClass.NONE_DECLARED;
        };
    }

    /** The active manifest and, while they are updates, those before it down to the one that binds the content. */
    private List<Derivation.Amendment> history(Manifest active) {
        List<Derivation.Amendment> history = new ArrayList<>();
        Optional<Manifest> at = Optional.of(active);
        while (at.isPresent() && history.size() < result.store().manifests().size()) {
            Manifest manifest = at.get();
            history.add(amendment(manifest));
            at = manifest.isUpdate()
                    ? Superseded.updated(result, manifest).map(ValidatedManifest::manifest)
                    : Optional.empty();
        }
        return history;
    }

    private static Derivation.Amendment amendment(Manifest manifest) {
        Optional<String> kind = Optional.empty();
        Optional<String> at = Optional.empty();
        Optional<String> reason = Optional.empty();
        for (Assertion assertion : manifest.assertions()) {
            if (manifest.isUpdate() && assertion instanceof ActionsAssertion actions) {
                for (Action action : actions.actions()) {
                    Optional<String> stated = text(action.content(), "parameters", AMENDMENT);
                    boolean redacts = action.name().equals("c2pa.redacted");
                    kind = kind.or(() -> stated).or(() -> redacts ? Optional.of("redacts") : Optional.empty());
                    at = at.or(action::when);
                    reason = reason.or(() -> action.content().get("description").flatMap(CborValue::asText));
                }
            }
        }
        return new Derivation.Amendment(
                manifest.label(), kind.orElse(manifest.isUpdate() ? "updates" : "declares"), at, reason);
    }

    private static Optional<String> text(CborValue.Map map, String group, String field) {
        return map.get(group)
                .flatMap(CborValue::asMap)
                .flatMap(inner -> inner.get(field))
                .flatMap(CborValue::asText);
    }
}
