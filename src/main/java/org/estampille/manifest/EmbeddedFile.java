package org.estampille.manifest;

import org.estampille.bytes.Octets;
import org.estampille.jumbf.SuperBox;

/**
 * A file inside a manifest: thumbnail, icon, embedded data (C2PA 2.5 clause 16.7).
 *
 * @param box as read
 * @param mediaType as its {@code bfdb} box says; may be empty
 * @param content the file
 */
public record EmbeddedFile(SuperBox box, String mediaType, Octets content) implements Assertion {}
