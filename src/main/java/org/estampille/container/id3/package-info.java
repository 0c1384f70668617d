/**
 * Sound with an ID3v2 tag in front: MP3 and FLAC. The manifest store is the object of a GEOB frame (C2PA 2.5 clause A.3.5; ID3v2.3.0
 * and ID3v2.4.0, id3.org).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: what other frames say, the sound, tags at the end of the file (APE,
 * ID3v1), which stay where they are.
 */
@NullMarked
package org.estampille.container.id3;

import org.jspecify.annotations.NullMarked;
