/**
 * Octets, ranges, digests and bounded reading: what every other package stands on.
 *
 * <p>In: files and memory. Out: {@link ByteSource}, {@link Octets}, {@link ByteCursor}. Not responsible for: the meaning of
 * any octet.
 */
@NullMarked
package org.estampille.bytes;

import org.jspecify.annotations.NullMarked;
