/**
 * Finds the manifest store of an asset: in it, beside it, or only named by it (C2PA 2.5 clause 14.5).
 *
 * <p>In: an asset and its container map. Out: {@link Extraction}. Not responsible for: reading manifests, judging anything,
 * the network.
 */
@NullMarked
package org.estampille.extract;

import org.jspecify.annotations.NullMarked;
