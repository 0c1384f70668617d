package org.estampille.asset;

import java.util.Locale;

/** The formats that are read here, most of them written too, by what their octets say. */
public enum AssetFormat {
    JPEG("image/jpeg", Family.JPEG),
    PNG("image/png", Family.PNG),
    MP4("video/mp4", Family.BMFF),
    MOV("video/quicktime", Family.BMFF),
    M4A("audio/mp4", Family.BMFF),
    HEIC("image/heic", Family.BMFF),
    HEIF("image/heif", Family.BMFF),
    AVIF("image/avif", Family.BMFF),
    WAV("audio/wav", Family.RIFF),
    /** WAV with 64-bit sizes, {@code RF64} (EBU Tech 3306) or {@code BW64} (ITU-R BS.2088). */
    RF64("audio/wav", Family.RIFF),
    AVI("video/x-msvideo", Family.RIFF),
    WEBP("image/webp", Family.RIFF),
    /** MPEG audio, layer II or III. */
    MP3("audio/mpeg", Family.ID3),
    FLAC("audio/flac", Family.ID3),
    /** Vorbis, Opus, Speex or FLAC in Ogg; no pictures. */
    OGG("audio/ogg", Family.OGG),
    PDF("application/pdf", Family.PDF),
    GIF("image/gif", Family.GIF),
    TIFF("image/tiff", Family.TIFF),
    /** TIFF with 64-bit offsets. */
    BIGTIFF("image/tiff", Family.TIFF),
    /** A raw picture in TIFF, with the tag that Adobe's digital negative asks for. */
    DNG("image/x-adobe-dng", Family.TIFF),
    SVG("image/svg+xml", Family.SVG),
    /** JPEG XL in boxes, or as a bare codestream. */
    JXL("image/jxl", Family.JXL),
    /** Any ZIP archive; which kind of document it is stands in {@link Asset#mediaType}. */
    ZIP("application/zip", Family.ZIP),
    /** One OpenType or TrueType font. */
    SFNT("font/sfnt", Family.SFNT),
    /** Any format without a place for a manifest; what it is stands in {@link Asset#mediaType}. */
    OPAQUE("application/octet-stream", Family.OPAQUE);

    /** Formats that share a container. */
    public enum Family {
        JPEG,
        PNG,
        BMFF,
        RIFF,
        ID3,
        OGG,
        PDF,
        GIF,
        TIFF,
        SVG,
        JXL,
        ZIP,
        SFNT,
        OPAQUE
    }

    private final String mediaType;
    private final Family family;

    AssetFormat(String mediaType, Family family) {
        this.mediaType = mediaType;
        this.family = family;
    }

    /** The media type written in reports and manifests. */
    public String mediaType() {
        return mediaType;
    }

    public Family family() {
        return family;
    }

    /** What kind of thing people see or hear: {@code image}, {@code video} or {@code audio}. */
    public String modality() {
        return mediaType.substring(0, mediaType.indexOf('/')).toLowerCase(Locale.ROOT);
    }
}
