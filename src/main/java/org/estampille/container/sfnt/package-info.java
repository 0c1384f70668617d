/**
 * Fonts in an SFNT wrapper (ISO/IEC 14496-22): OpenType and TrueType, one font a file. Read only.
 *
 * <p>In: {@link org.estampille.bytes.ByteSource}. Out: {@link org.estampille.container.ContainerMap} and the tables. Not
 * responsible for: collections, WOFF, what tables mean, whether their checksums are right.
 */
@NullMarked
package org.estampille.container.sfnt;

import org.jspecify.annotations.NullMarked;
