/**
 * ASC Media Hash Lists, version 2.0: the histories that copy tools keep in a folder named {@code ascmhl}.
 *
 * <p>In: a folder with a history, hashes. Out: {@link org.estampille.mhl.MhlHistory}, {@link org.estampille.mhl.MhlGeneration}.
 * Not responsible for: reading media, deciding what a failed hash means.
 */
@NullMarked
package org.estampille.mhl;

import org.jspecify.annotations.NullMarked;
