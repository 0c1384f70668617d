/**
 * What a validated manifest says about AI and about rights in an AI tool's output, each statement with the place where it
 * stands; statements that disagree are kept side by side.
 *
 * <p>In: {@link org.estampille.validate.ValidationResult}. Out: {@link ContentDisclosure}. Not responsible for: whether a
 * statement is true, or what to do about it.
 */
@NullMarked
package org.estampille.disclosure;

import org.jspecify.annotations.NullMarked;
