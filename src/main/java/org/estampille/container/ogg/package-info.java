/**
 * Ogg (RFC 3533): pages of logical bitstreams. The manifest store is the one packet of a bitstream of its own, behind the octets
 * {@code 00 'c2pa'} (C2PA 2.5 clause A.3.7, written for Vorbis; Opus, Speex and FLAC in Ogg by analogy, as the reference SDK does).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: codecs, nor for the checksums of pages that hold sound.
 */
@NullMarked
package org.estampille.container.ogg;

import org.jspecify.annotations.NullMarked;
