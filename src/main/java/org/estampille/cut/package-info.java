/**
 * What an editor's list says: which clip stands where in the programme, and which part of its source it shows.
 *
 * <p>In: OpenTimelineIO, CMX 3600 edit decision lists or comma-separated lists, as octets. Out: {@link org.estampille.cut.Cut},
 * or every problem with its line. Not responsible for: what is in the media, or which shots were made with AI.
 */
@NullMarked
package org.estampille.cut;

import org.jspecify.annotations.NullMarked;
