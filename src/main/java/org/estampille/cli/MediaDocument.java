package org.estampille.cli;

import java.util.List;
import org.estampille.bytes.Octets;

/** Pictures, films and sounds that are handed in where a text is wanted. */
final class MediaDocument {

    private static final int LOOK = 2_048;

    /** How files begin that hold no text: PNG, JPEG, GIF, TIFF, RIFF, Ogg, FLAC, MP3, Matroska, JPEG XL. */
    private static final List<Octets> BEGINNINGS = List.of(
            Octets.of(0x89, 'P', 'N', 'G'),
            Octets.of(0xFF, 0xD8, 0xFF),
            Octets.ofAscii("GIF8"),
            Octets.of('I', 'I', 0x2A, 0),
            Octets.of('M', 'M', 0, 0x2A),
            Octets.ofAscii("RIFF"),
            Octets.ofAscii("RF64"),
            Octets.ofAscii("OggS"),
            Octets.ofAscii("fLaC"),
            Octets.ofAscii("ID3"),
            Octets.of(0x1A, 0x45, 0xDF, 0xA3),
            Octets.of(0xFF, 0x0A));

    private MediaDocument() {}

    /**
     * Refuses what has no text to read or to compare.
     *
     * @throws CommandFailure for media, and for other files of octets that are neither text nor an archive of web pages
     */
    static void refuse(String source, Octets document) throws CommandFailure {
        Octets head = document.slice(0, Math.min(LOOK, document.length()));
        boolean boxes = head.length() >= 12 && head.slice(4, 4).latin1().matches("ftyp|moov|mdat|JXL ");
        if (boxes || BEGINNINGS.stream().anyMatch(head::startsWith)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    source + " is a picture, film or sound and has no text of terms; save the page as HTML or PDF and"
                            + " capture that.");
        }
    }
}
