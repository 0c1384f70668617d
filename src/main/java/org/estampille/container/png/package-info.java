/**
 * PNG (W3C PNG third edition), APNG included: chunks, and manifest stores in {@code caBX} chunks (C2PA 2.5 clause A.3.2).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: the content of any other chunk.
 */
@NullMarked
package org.estampille.container.png;

import org.jspecify.annotations.NullMarked;
