package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/**
 * What redaction leaves: the labelled box with nothing but zero octets in it (C2PA 2.5 clause 8.8).
 *
 * @param box as read
 */
public record RedactedAssertion(SuperBox box) implements Assertion {}
