/**
 * A media file as a thing to work on: its octets, its format, its name.
 *
 * <p>In: a source and what detection said of it. Out: {@link Asset}. Not responsible for: finding the format out.
 */
@NullMarked
package org.estampille.asset;

import org.jspecify.annotations.NullMarked;
