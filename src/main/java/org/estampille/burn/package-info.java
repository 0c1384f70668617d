/**
 * Puts labels into pictures and sound: draws the mark, has FFmpeg do the moving pictures and the sound, and looks at the result.
 *
 * <p>In: a media file, words, times, a place to write to. Out: {@link org.estampille.burn.Burned}, which says where and when the
 * label is and holds the evidence. Not responsible for: which label is due, manifests, putting the file in its place.
 */
@NullMarked
package org.estampille.burn;

import org.jspecify.annotations.NullMarked;
