/**
 * Hard bindings: which octets of an asset a hash covers, computed when writing and compared when reading.
 *
 * <p>In: {@link org.estampille.container.ContainerMap}, binding assertions. Out: {@link org.estampille.bind.DigestPlan},
 * {@code BindingOutcome}. Not responsible for: C2PA status codes.
 */
@NullMarked
package org.estampille.bind;

import org.jspecify.annotations.NullMarked;
