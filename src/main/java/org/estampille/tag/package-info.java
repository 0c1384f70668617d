/**
 * The write pipeline: an asset and a declaration become a tagged asset.
 *
 * <p>In: {@link org.estampille.tag.TaggingRequest}. Out: {@link org.estampille.tag.TaggedAsset}. Not responsible for: which
 * files to tag, or what to say about it.
 */
@NullMarked
package org.estampille.tag;

import org.jspecify.annotations.NullMarked;
