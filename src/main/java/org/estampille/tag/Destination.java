package org.estampille.tag;

import java.nio.file.Path;

/** Where a tagged asset goes. */
public sealed interface Destination {

    /** The file that will be written. */
    Path path();

    /** A new media file with the manifest in it. */
    record NewFile(Path path) implements Destination {}

    /** The media file itself, replaced in one step. */
    record InPlace(Path path) implements Destination {}

    /** The manifest alone, beside media that are not touched. */
    record Sidecar(Path path) implements Destination {}
}
