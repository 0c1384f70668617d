/**
 * Technical facts of files that carry no manifest themselves, from the first few octets of each.
 *
 * <p>In: octets, a media type. Out: {@link org.estampille.technical.TechnicalFacts}. Not responsible for: decoding, finding out
 * the media type, whether the rest of the file keeps what its header promises.
 */
@NullMarked
package org.estampille.technical;

import org.jspecify.annotations.NullMarked;
