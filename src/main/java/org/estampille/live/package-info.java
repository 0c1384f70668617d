/**
 * What live media say of each segment (C2PA 2.5 clause 15): session keys, signed segment information, and the assertion of a
 * segment that has a manifest of its own.
 *
 * <p>In: CBOR of a manifest or of an event message. Out: {@link org.estampille.live.SessionKey}, {@link
 * org.estampille.live.SegmentInfo}, {@link org.estampille.live.LiveSegment}: facts. Not responsible for: whether the manifest they
 * stand in holds, the hash of a segment, the order of segments, status codes.
 */
@NullMarked
package org.estampille.live;

import org.jspecify.annotations.NullMarked;
