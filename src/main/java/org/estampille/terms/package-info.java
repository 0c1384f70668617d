/**
 * Terms of AI tools: what they give in the output, on which evidence, and whether that evidence still stands at a date.
 *
 * <p>In: the bundled catalogue of facts, a house catalogue folder, texts of terms that people capture. Out: {@link
 * org.estampille.terms.TermsCatalogue}, {@link org.estampille.terms.TermsState}, captures with their digests, what changed
 * between two texts. Not responsible for: fetching from a network, whether rights suffice for a release, legal advice.
 */
@NullMarked
package org.estampille.terms;

import org.jspecify.annotations.NullMarked;
