/**
 * GIF (Graphics Interchange Format 87a and 89a): blocks, and manifest stores in an application extension (C2PA 2.5 clause
 * A.3.10).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: pixels, or what other extensions hold.
 */
@NullMarked
package org.estampille.container.gif;

import org.jspecify.annotations.NullMarked;
