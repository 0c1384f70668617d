/**
 * What the files of a collection are called: frame patterns, folders, and the references that name members in a manifest.
 *
 * <p>In: patterns, folders, relative references. Out: {@link org.estampille.collection.FrameSequence}, paths below a folder.
 * Not responsible for: hashing, bindings, packages of distributors.
 */
@NullMarked
package org.estampille.collection;

import org.jspecify.annotations.NullMarked;
