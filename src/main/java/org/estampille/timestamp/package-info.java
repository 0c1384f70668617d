/**
 * RFC 3161 time-stamps: requests, replies, and what a token proves.
 *
 * <p>In: DER octets, the octets that were stamped, trust anchors. Out: {@link TimeStampOutcome}, {@link TimeStampReply}. Not
 * responsible for: talking to an authority, which octets C2PA has stamped. Bouncy Castle parses the tokens here, so nothing in
 * this package is touched for a file without a time-stamp.
 */
@NullMarked
package org.estampille.timestamp;

import org.jspecify.annotations.NullMarked;
