package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/**
 * An assertion that says it is CBOR or JSON and is not.
 *
 * @param box as read
 * @param encoding what it says it is
 * @param problem what is wrong, one clause
 */
public record IllFormedAssertion(SuperBox box, AssertionDraft.Encoding encoding, String problem) implements Assertion {}
