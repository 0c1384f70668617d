package org.estampille.declaration;

/** A term of a vocabulary that joins words by hyphens, such as {@code retained-by-vendor}. */
interface HyphenatedTerm extends Term {

    @Override
    default String word() {
        return Term.super.word().replace('_', '-');
    }
}
