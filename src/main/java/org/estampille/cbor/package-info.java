/**
 * CBOR (RFC 8949): a bounded reader that keeps what it reads, and a deterministic writer.
 *
 * <p>In: {@link org.estampille.bytes.Octets}. Out: {@link CborValue}. Not responsible for: what a map means, or
 * re-encoding anything that was signed (sign and verify the octets that were read).
 */
@NullMarked
package org.estampille.cbor;

import org.jspecify.annotations.NullMarked;
