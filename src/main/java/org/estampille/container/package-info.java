/**
 * Media containers: a map of the whole file, and the layout of the same file with a manifest store in it. One sub-package per
 * format.
 *
 * <p>In: {@link org.estampille.bytes.ByteSource}. Out: {@link ContainerMap}, {@link Layout}. Not responsible for: what a
 * manifest store holds, or hashing.
 */
@NullMarked
package org.estampille.container;

import org.jspecify.annotations.NullMarked;
