/**
 * Finds out what a file is from its octets, never from its name.
 *
 * <p>In: {@link org.estampille.bytes.ByteSource}. Out: {@link Detection}. Not responsible for: whether the file is well-formed.
 */
@NullMarked
package org.estampille.detect;

import org.jspecify.annotations.NullMarked;
