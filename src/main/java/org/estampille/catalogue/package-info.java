/**
 * Vocabularies of the standards as versioned data: digital source types, C2PA actions, AI model types, operations.
 *
 * <p>In: a name as found in a file or a declaration. Out: the term with its meaning. Not responsible for: reading files, or
 * deciding whether a statement is true.
 */
@NullMarked
package org.estampille.catalogue;

import org.jspecify.annotations.NullMarked;
