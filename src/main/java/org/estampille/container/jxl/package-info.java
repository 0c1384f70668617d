/**
 * JPEG XL (ISO/IEC 18181-2): boxes, or a bare codestream, and manifest stores in a {@code jumb} box of their own (C2PA 2.5
 * clause A.3.11).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: the codestream, or boxes that are compressed.
 */
@NullMarked
package org.estampille.container.jxl;

import org.jspecify.annotations.NullMarked;
