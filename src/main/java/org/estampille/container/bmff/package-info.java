/**
 * ISO base media files (ISO/IEC 14496-12) and QuickTime: MP4, MOV, M4A, HEIF, AVIF. Boxes are found by their headers; only
 * boxes that hold file offsets are read whole.
 *
 * <p>In: {@link org.estampille.bytes.ByteSource}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}, and the boxes themselves for {@code bind}. Not responsible for: codecs, hashing.
 */
@NullMarked
package org.estampille.container.bmff;

import org.jspecify.annotations.NullMarked;
