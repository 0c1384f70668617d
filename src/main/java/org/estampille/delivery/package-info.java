/**
 * Packages that masters are delivered in: IMF (SMPTE ST 2067-2) and DCP (SMPTE ST 429-8, 429-9, and Interop).
 *
 * <p>In: a folder with an asset map. Out: {@link org.estampille.delivery.DeliveryPackage}, the hashes its packing lists state.
 * Not responsible for: computing hashes, the essence itself.
 */
@NullMarked
package org.estampille.delivery;

import org.jspecify.annotations.NullMarked;
