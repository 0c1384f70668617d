package org.estampille.marks;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.BufferBoundsException;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The fields of EXIF, TIFF and IPTC-IIM, by metadata-extractor; places and names are kept, thumbnails are not. */
final class ExifItems {

    private static final int CHARSET = 8;
    private static final int XMP_TAG = 0x02BC;

    private ExifItems() {}

    /** Adds the fields of a TIFF structure, such as the content of an EXIF segment or a whole TIFF file. */
    static void tiff(ByteSource source, String where, MetadataItems items)
            throws IOException, MalformedContentException {
        Metadata metadata = new Metadata();
        try {
            new TiffReader().processTiff(new SourceReader(source), new ExifTiffHandler(metadata, null, 0), 0);
        } catch (TiffProcessingException | BufferBoundsException e) {
            throw new MalformedContentException("EXIF", new ByteRange(0, 0), "the EXIF block cannot be read");
        }
        fields(metadata, where, items);
    }

    /** Adds the fields of Photoshop image resources ({@code APP13} of JPEG, without its preamble). */
    static void photoshop(Octets resources, String where, MetadataItems items) {
        Metadata metadata = new Metadata();
        new PhotoshopReader()
                .extract(new SequentialByteArrayReader(resources.toByteArray()), resources.length(), metadata);
        fields(metadata, where, items);
    }

    private static void fields(Metadata metadata, String where, MetadataItems items) {
        for (Directory directory : metadata.getDirectories()) {
            if (directory instanceof XmpDirectory) {
                continue; // Packets are read by the packet reader, from the octets.
            }
            Location location = directory instanceof IptcDirectory ? Location.IIM : Location.EXIF;
            for (Tag tag : directory.getTags()) {
                String name = tag.getTagName().replaceAll("[ /]", "");
                String value = value(directory, tag);
                if (!value.isBlank()) {
                    items.add(location, where, name, value);
                }
            }
            for (String error : directory.getErrors()) {
                items.broken(where, error);
            }
        }
    }

    private static String value(Directory directory, Tag tag) {
        byte[] bytes = directory.getByteArray(tag.getTagType());
        if (tag.getTagType() == ExifDirectoryBase.TAG_USER_COMMENT && bytes != null) {
            return comment(Octets.copyOf(bytes));
        }
        if (tag.getTagType() == XMP_TAG) {
            return "";
        }
        String description = directory.getString(tag.getTagType());
        return description == null ? "" : description;
    }

    /** EXIF 2.32 clause 4.6.5: eight octets name the character set; UTF-16 comes in either order. */
    private static String comment(Octets octets) {
        if (octets.length() < CHARSET) {
            return octets.utf8();
        }
        String charset = octets.slice(0, CHARSET).latin1();
        Octets text = octets.from(CHARSET);
        if (charset.startsWith("UNICODE")) {
            boolean big = text.length() < 2 || text.at(0) == 0 || text.at(0) == 0xFE;
            return new String(text.toByteArray(), big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        boolean named = charset.startsWith("ASCII") || charset.startsWith("JIS") || text.isAscii() && isUnset(octets);
        return named ? text.utf8() : octets.utf8();
    }

    private static boolean isUnset(Octets octets) {
        return octets.slice(0, CHARSET).isZero();
    }
}
