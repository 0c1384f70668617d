/**
 * XMP packets: properties put into one that may exist already.
 *
 * <p>In: octets of a packet, properties. Out: octets of a packet. Not responsible for: where a packet stands in a file, or what
 * its properties mean.
 */
@NullMarked
package org.estampille.xmp;

import org.jspecify.annotations.NullMarked;
