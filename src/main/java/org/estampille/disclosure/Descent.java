package org.estampille.disclosure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * Whether the history of a file leads back to another one. What counts is what signers wrote: no pictures or sounds are compared.
 *
 * @param ancestor as the person named it
 * @param link what was found
 * @param steps how many ingredient statements lie between the two; 0 where there is no link
 * @param relinked whether a step was stated afterwards, by somebody who says that the manifest had been lost
 */
public record Descent(String ancestor, Link link, int steps, boolean relinked) {

    /** What was found. */
    public enum Link {
        /** It is that very manifest. */
        SAME,
        /** Each step says "made from". */
        PARENT,
        /** Some step says "placed in it" or "used as input". */
        COMPONENT,
        /** A chain is stated, and a manifest in it does not hold. */
        BROKEN,
        /** The history names it nowhere. */
        NONE,
        /** The file has no manifest that holds, so it has no history. */
        UNKNOWN;

        /** The word written in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Starts the description of a parent that was linked afterwards; the SHA-256 of the whole parent follows. */
    public static final String RELINK = "Linked by the signer after a conversion that dropped the manifest; "
            + "picture and sound were not compared. Original file sha256:";

    /** Whether the history leads there, step by step, with manifests that hold. */
    public boolean isShown() {
        return link == Link.SAME || link == Link.PARENT;
    }

    /** Of a file without a manifest. */
    public static Descent unknown(Ancestor ancestor) {
        return new Descent(ancestor.named(), Link.UNKNOWN, 0, false);
    }

    /** Looks for {@code ancestor} in the history of a validated file. */
    public static Descent of(ValidationResult result, Ancestor ancestor) {
        if (!result.state().isAtLeast(ValidationState.VALID)) {
            return unknown(ancestor);
        }
        String active = result.active().manifest().label();
        if (ancestor.manifest().isPresent() && ancestor.manifest().get().equals(active)) {
            return new Descent(ancestor.named(), Link.SAME, 0, false);
        }
        Search search = new Search(result, ancestor);
        search.below(active, 1, true, true, false);
        return search.best.orElseGet(() -> new Descent(ancestor.named(), Link.NONE, 0, false));
    }

    /** Walks the ingredients once each. */
    private static final class Search {

        private final ValidationResult result;
        private final Ancestor ancestor;
        private final Set<String> visited = new HashSet<>();
        private Optional<Descent> best = Optional.empty();

        private Search(ValidationResult result, Ancestor ancestor) {
            this.result = result;
            this.ancestor = ancestor;
        }

        private void below(String owner, int step, boolean parents, boolean intact, boolean relinked) {
            if (!visited.add(owner + parents + intact)) {
                return;
            }
            for (IngredientResult ingredient : result.ingredients()) {
                if (!ingredient.owner().equals(owner)) {
                    continue;
                }
                boolean parent = parents && ingredient.ingredient().isParent();
                boolean holds = intact
                        && ingredient.manifest().map(own -> own.isIntact()).orElse(true);
                boolean stated =
                        relinked || description(ingredient.ingredient()).startsWith(RELINK);
                if (isIt(ingredient)) {
                    offer(new Descent(ancestor.named(), link(parent, holds), step, stated));
                }
                ingredient.manifest().ifPresent(own -> below(own.manifest().label(), step + 1, parent, holds, stated));
            }
        }

        private static Link link(boolean parent, boolean holds) {
            return !holds ? Link.BROKEN : parent ? Link.PARENT : Link.COMPONENT;
        }

        private void offer(Descent found) {
            if (best.isEmpty() || found.link().compareTo(best.get().link()) < 0) {
                best = Optional.of(found);
            }
        }

        private boolean isIt(IngredientResult ingredient) {
            Optional<HashedUri> reference = ingredient.ingredient().references().manifest();
            boolean byLabel = ancestor.manifest().isPresent()
                    && ingredient.manifest().map(own -> own.manifest().label()).equals(ancestor.manifest());
            boolean byHash = ancestor.sha256().isPresent()
                    && (reference.map(uri -> uri.hash().hex()).equals(ancestor.sha256())
                            || description(ingredient.ingredient())
                                    .equals(RELINK + ancestor.sha256().get()));
            return byLabel || byHash;
        }

        private static String description(Ingredient ingredient) {
            return ingredient
                    .content()
                    .get("description")
                    .flatMap(org.estampille.cbor.CborValue::asText)
                    .orElse("");
        }
    }
}
