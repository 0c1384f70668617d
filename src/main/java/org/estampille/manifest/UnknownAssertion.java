package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/**
 * An assertion in a box type this program does not know; kept octet for octet.
 *
 * @param box as read
 */
public record UnknownAssertion(SuperBox box) implements Assertion {}
