/**
 * Files whose inside is no matter: formats that C2PA gives no place for a manifest store, which then stands beside the file.
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap} of one part. Not responsible for:
 * what the octets mean.
 */
@NullMarked
package org.estampille.container.opaque;

import org.jspecify.annotations.NullMarked;
