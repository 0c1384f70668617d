package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/**
 * A claim box whose content is not CBOR, or not a map.
 *
 * @param box as read
 * @param problem what is wrong, one clause
 */
public record IllFormedClaim(SuperBox box, String problem) implements ClaimReading {}
