/**
 * Time code as picture and sound count it: exact frame rates, labels with and without dropped numbers, conversion to seconds.
 *
 * <p>In: rates and labels as text, frame numbers. Out: {@link org.estampille.timecode.Timecode}, frame numbers, seconds as
 * fractions. Not responsible for: reading time code tracks, or which rate a file has.
 */
@NullMarked
package org.estampille.timecode;

import org.jspecify.annotations.NullMarked;
