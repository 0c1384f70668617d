/**
 * C2PA manifests: store, manifests, claims, assertions; read from and written to JUMBF.
 *
 * <p>In: octets of a manifest store, or drafts. Out: {@code ManifestStore}, octets of a manifest. Not responsible for: whether
 * anything in a manifest is true, intact or trusted.
 */
@NullMarked
package org.estampille.manifest;

import org.jspecify.annotations.NullMarked;
