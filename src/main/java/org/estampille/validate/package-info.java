/**
 * Judges a manifest store by C2PA 2.5 clause 14: first integrity, then trust. The order is written in {@code specs/validation.md}.
 *
 * <p>In: {@link org.estampille.manifest.ManifestStore} and the asset it stands for. Out: {@link ValidationResult} with one
 * {@link Finding} per fact. Not responsible for: where the store was found, what its statements mean, whether to accept the
 * asset. The only package that knows C2PA status codes.
 */
@NullMarked
package org.estampille.validate;

import org.jspecify.annotations.NullMarked;
