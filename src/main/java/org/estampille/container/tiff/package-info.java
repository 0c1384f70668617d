/**
 * TIFF 6.0 and what is made of it: BigTIFF, DNG, TIFF/EP, Exif without compression. Directories, and manifest stores in a tag of
 * the last one (C2PA 2.5 clause A.3.8).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Directories below a directory are read for where
 * the pictures end, and for nothing else. Not responsible for: pixels, what tags of other kinds say.
 */
@NullMarked
package org.estampille.container.tiff;

import org.jspecify.annotations.NullMarked;
