/**
 * Writing files: a layout becomes a file beside its target, hashed while it is copied, and takes the target's place in one step.
 *
 * <p>In: {@link org.estampille.container.Layout}, {@link org.estampille.bind.BindingPlan}. Out: {@link
 * org.estampille.embed.StagedFile}, {@link org.estampille.bind.BindingDigests}. Not responsible for: what goes into the slot.
 */
@NullMarked
package org.estampille.embed;

import org.jspecify.annotations.NullMarked;
