/**
 * Writing files: a layout becomes a file beside its target, hashed while it is copied, and takes the target's place in one step; or
 * the file is changed where it stands, with an undo record beside it.
 *
 * <p>In: {@link org.estampille.container.Layout}, {@link org.estampille.bind.BindingPlan}. Out: {@link
 * org.estampille.embed.StagedFile}, {@link org.estampille.embed.ChangedFile}, {@link org.estampille.bind.BindingDigests}. Not responsible for: what goes into the slot.
 */
@NullMarked
package org.estampille.embed;

import org.jspecify.annotations.NullMarked;
