package org.estampille.marks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/** The application segments and comments of JPEG, and what stands behind its end. */
final class JpegItems {

    private static final Octets EXIF = Octets.ofAscii("Exif\0\0");
    private static final Octets XMP = Octets.ofAscii("http://ns.adobe.com/xap/1.0/\0");
    private static final Octets MORE_XMP = Octets.ofAscii("http://ns.adobe.com/xmp/extension/\0");
    private static final Octets PHOTOSHOP = Octets.ofAscii("Photoshop 3.0\0");
    private static final Octets SAMSUNG = Octets.ofAscii("PhotoEditor_Re_Edit_Data");
    private static final int SEGMENT_HEADER = 4;
    private static final int GUID = 32;
    private static final int MORE_HEADER = GUID + 8;
    private static final int TRAILER = 4 << 20;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private final Map<Long, Octets> extended = new TreeMap<>();

    JpegItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read(ContainerMap map) throws IOException {
        for (Part part : map.parts()) {
            String where = "JPEG " + part.name() + " at " + part.range().start();
            if (part.name().startsWith("APP") || part.name().equals("COM")) {
                items.attempt(where, () -> segment(part, where));
            } else if (part.name().equals("trailing")) {
                items.attempt(where, () -> trailer(part.range(), where));
            }
        }
        if (!extended.isEmpty()) {
            List<Octets> pieces = new ArrayList<>(extended.values());
            XmpItems.read(Octets.concat(pieces), "JPEG extended XMP", items);
        }
    }

    private void segment(Part part, String where) throws IOException, MalformedContentException {
        if (part.range().length() <= SEGMENT_HEADER) {
            return;
        }
        Octets content = source.octets(
                ByteRange.between(
                        part.range().start() + SEGMENT_HEADER, part.range().end()),
                limits);
        if (part.name().equals("COM")) {
            items.add(Location.JPEG_COMMENT, where, "comment", content.utf8());
        } else if (content.startsWith(EXIF)) {
            ExifItems.tiff(new OctetsSource(content.from(EXIF.length())), where, items);
        } else if (content.startsWith(XMP)) {
            XmpItems.read(content.from(XMP.length()), where, items);
        } else if (content.startsWith(MORE_XMP)) {
            extension(content.from(MORE_XMP.length()));
        } else if (content.startsWith(PHOTOSHOP)) {
            ExifItems.photoshop(content.from(PHOTOSHOP.length()), where, items);
        } else {
            bare(content, where);
        }
    }

    private void extension(Octets content) {
        if (content.length() > MORE_HEADER) {
            extended.putIfAbsent(content.uint32At(GUID + 4), content.from(MORE_HEADER));
        }
    }

    /** Some writers put China's label into a segment of its own, with nothing around it. */
    private void bare(Octets content, String where) {
        Optional<Integer> at = content.indexOf(Octets.ofAscii("AIGC"), 0);
        if (at.isPresent()) {
            items.add(
                    Location.APP_SEGMENT, where, "AIGC", content.from(at.get()).utf8());
        }
    }

    /** Galaxy phones keep the history of edits behind the picture. */
    private void trailer(ByteRange range, String where) throws IOException, MalformedContentException {
        long start = Math.max(range.start(), range.end() - TRAILER);
        Octets tail = source.octets(ByteRange.between(start, range.end()), limits);
        Optional<Integer> at = tail.indexOf(SAMSUNG, 0);
        if (at.isPresent()) {
            String text = tail.from(at.get() + SAMSUNG.length()).utf8();
            items.add(
                    Location.TRAILER,
                    where,
                    "PhotoEditor_Re_Edit_Data",
                    text.substring(0, Math.min(text.length(), 16 << 10)));
        }
        Optional<Integer> label = tail.indexOf(Octets.ofAscii("\"AIGC\""), 0);
        if (label.isPresent()) {
            items.add(
                    Location.TRAILER,
                    where,
                    "AIGC",
                    tail.from(Math.max(0, label.get() - 1)).utf8());
        }
    }
}
