/**
 * SVG (SVG 1.1 and 2): markup, and manifest stores in base64 in the metadata of the picture (C2PA 2.5 clause A.3.3).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: drawing. The markup is scanned for offsets of octets, which no XML
 * parser of the platform gives; entities are never resolved, so nothing outside the file is ever read.
 */
@NullMarked
package org.estampille.container.svg;

import org.jspecify.annotations.NullMarked;
