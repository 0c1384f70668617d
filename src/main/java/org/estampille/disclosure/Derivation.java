package org.estampille.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * How an asset came to be what it is.
 *
 * @param derived its class with everything counted in that it was made from
 * @param ingredients what it was made from, directly
 * @param history statements made about it, the newest first; more than one after amendments
 */
public record Derivation(DerivedClass derived, List<Part> ingredients, List<Amendment> history) {

    /** Of an asset that says nothing. */
    static final Derivation UNKNOWN = new Derivation(DerivedClass.UNKNOWN, List.of(), List.of());

    /**
     * One ingredient.
     *
     * @param url reference of its assertion
     * @param title as its signer named it
     * @param relationship such as {@code componentOf}
     * @param derived its own class
     */
    public record Part(String url, Optional<String> title, String relationship, DerivedClass derived) {}

    /**
     * One manifest that makes a statement about the asset as it is.
     *
     * @param manifest its label
     * @param kind {@code declares}, {@code corrects}, {@code completes}, {@code rechecks} or {@code redacts}
     * @param at when, as the signer says
     * @param reason in the signer's words
     */
    public record Amendment(String manifest, String kind, Optional<String> at, Optional<String> reason) {}

    public Derivation {
        ingredients = List.copyOf(ingredients);
        history = List.copyOf(history);
    }
}
