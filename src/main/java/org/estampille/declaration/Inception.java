package org.estampille.declaration;

import org.estampille.cbor.CborValue;

/** How the file came into being, as far as its manifest is concerned (C2PA 2.5 clause 16.4.1.2). */
public sealed interface Inception {

    /** No source is known: the manifest begins with {@code c2pa.created}. */
    record Created() implements Inception {}

    /**
     * A source is known: the manifest begins with {@code c2pa.opened}.
     *
     * @param parentIngredientHashedUri hashed URI of the source's ingredient assertion
     * @param unchanged whether the file's content is known to be that of the source, as when a tagged file is tagged again
     */
    record Opened(CborValue parentIngredientHashedUri, boolean unchanged) implements Inception {

        /** A source whose relation to the file's content is not known. */
        public Opened(CborValue parentIngredientHashedUri) {
            this(parentIngredientHashedUri, false);
        }
    }
}
