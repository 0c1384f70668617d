/**
 * The programs ffmpeg and ffprobe of this machine: found, and started so that a hostile file leads them nowhere.
 *
 * <p>In: where to look, a file and the name of its format. Out: {@link org.estampille.ffmpeg.FfmpegPrograms}. Not responsible for:
 * what is decoded, drawn or written, and for how long.
 */
@NullMarked
package org.estampille.ffmpeg;

import org.jspecify.annotations.NullMarked;
