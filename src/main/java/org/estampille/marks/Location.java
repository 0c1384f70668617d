package org.estampille.marks;

import java.util.Locale;

/** Kinds of places a mark can stand in. */
public enum Location {
    /** An XMP packet (ISO 16684-1). */
    XMP,
    /** EXIF or TIFF fields. */
    EXIF,
    /** IPTC Information Interchange Model, record 2. */
    IIM,
    /** {@code tEXt}, {@code zTXt} and {@code iTXt} chunks of PNG. */
    PNG_TEXT,
    JPEG_COMMENT,
    GIF_COMMENT,
    /** A segment, chunk or box of an application's own. */
    APP_SEGMENT,
    /** Octets behind the end of the picture. */
    TRAILER,
    /** The lowest bits of the picture's samples. */
    PIXELS,
    ID3,
    /** An APE tag at the end of a recording. */
    APE,
    VORBIS_COMMENT,
    /** {@code ilst}, {@code keys} and {@code udta} of MP4 and QuickTime. */
    MP4_KEY,
    /** User data in supplemental enhancement information of H.264 and H.265. */
    SEI,
    RIFF_INFO,
    /** Broadcast extension of WAV (EBU Tech 3285). */
    BEXT,
    /** {@code axml} and {@code iXML} chunks. */
    WAV_XML,
    /** {@code NAME}, {@code AUTH}, {@code ANNO} and the like of AIFF. */
    AIFF_TEXT,
    /** Titles, descriptions and comments of SVG. */
    SVG_TEXT,
    MATROSKA_TAG,
    FLV_SCRIPT,
    MXF,
    PDF_INFO,
    OFFICE_PROPERTY,
    FRONT_MATTER,
    /** A DDEX message, the file itself or one beside it. */
    DDEX,
    /** A C2PA manifest, read without being validated. */
    C2PA,
    /** A watermark that a detector decoded. */
    WATERMARK;

    /** The word used in reports and in the catalogue of fingerprints. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
