/**
 * Small pictures of what a film shows or a sound does, to draw time ranges over.
 *
 * <p>In: a file whose manifest is known to bind it, its media type, FFmpeg where the machine has it. Out: {@link
 * org.estampille.preview.Preview}, a few frames or the outline of a sound, or why there is none. Not responsible for: whether a file
 * may be shown, what is said about it, drawing.
 */
@NullMarked
package org.estampille.preview;

import org.jspecify.annotations.NullMarked;
