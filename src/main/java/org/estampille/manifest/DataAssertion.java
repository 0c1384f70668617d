package org.estampille.manifest;

import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;

/**
 * An assertion whose content is well-formed data with no rules of its own here: metadata, disclosures, custom assertions.
 *
 * @param box as read
 * @param encoding how the content is written
 * @param value the content; JSON is given in the CBOR data model
 */
public record DataAssertion(SuperBox box, AssertionDraft.Encoding encoding, CborValue value) implements Assertion {}
