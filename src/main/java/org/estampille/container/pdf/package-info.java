/**
 * PDF (ISO 32000-2): the manifest store is an embedded file with the relationship {@code C2PA_Manifest}, appended as an incremental
 * update, so that signatures made before stay valid (C2PA 2.5 clause A.4).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: pages, text, the validity of PDF signatures, manifests of single objects,
 * stores of earlier updates that the catalog no longer names.
 */
@NullMarked
package org.estampille.container.pdf;

import org.jspecify.annotations.NullMarked;
