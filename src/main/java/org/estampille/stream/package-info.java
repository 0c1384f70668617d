/**
 * Streams as players are told of them: DASH manifests, HLS playlists, and folders of fragments without either.
 *
 * <p>In: the path of a manifest or folder. Out: {@link org.estampille.stream.Presentation}, the tracks with their initialization
 * segments and fragments, and when each is played. Not responsible for: what stands in the fragments, nor anything that is
 * not a local file below the manifest's folder.
 */
@NullMarked
package org.estampille.stream;

import org.jspecify.annotations.NullMarked;
