package org.estampille.manifest;

import org.estampille.cbor.CborValue;

/**
 * An assertion of a manifest being written, as its claim will list it.
 *
 * @param label of its box
 * @param hashedUri reference and hash, relative to the manifest
 * @param attribution which list of the claim names it
 */
public record ListedAssertion(AssertionLabel label, CborValue hashedUri, AssertionDraft.Attribution attribution) {}
