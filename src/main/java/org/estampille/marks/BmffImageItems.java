package org.estampille.marks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;

/** The EXIF and XMP items of HEIF and AVIF (ISO/IEC 23008-12 annex A, ISO/IEC 14496-12 clause 8.11). */
final class BmffImageItems {

    private static final String XMP = "application/rdf+xml";

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    BmffImageItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read(List<BmffBox> children, String path) throws IOException, MalformedContentException {
        Map<Long, String> kinds = new HashMap<>();
        for (BmffBox child : children) {
            if (child.type().equals("iinf")) {
                kinds.putAll(kinds(child));
            }
        }
        long base = children.stream()
                .filter(child -> child.type().equals("idat"))
                .mapToLong(child -> child.payload().start())
                .findFirst()
                .orElse(0);
        for (BmffBox child : children) {
            if (child.type().equals("iloc") && !kinds.isEmpty()) {
                locations(new ByteCursor("BMFF", source.octets(child.payload(), limits), 0), kinds, base, path);
            }
        }
    }

    private Map<Long, String> kinds(BmffBox box) throws IOException, MalformedContentException {
        Map<Long, String> kinds = new HashMap<>();
        ByteCursor header = new ByteCursor("BMFF", source.octets(box.payload(), limits), 0);
        int version = header.u8();
        ByteRange list = ByteRange.between(
                box.payload().start() + (version == 0 ? 6 : 8), box.payload().end());
        for (BmffBox entry : BmffBox.in(source, list, limits)) {
            ByteCursor cursor = new ByteCursor("BMFF", source.octets(entry.payload(), limits), 0);
            int entryVersion = cursor.u8();
            cursor.skip(3);
            if (entryVersion < 2) {
                continue;
            }
            long id = entryVersion == 2 ? cursor.u16be() : cursor.u32be();
            cursor.skip(2);
            String type = cursor.fourcc();
            if (type.equals("Exif")) {
                kinds.put(id, type);
            } else if (type.equals("mime")) {
                cursor.cString();
                if (cursor.cString().equals(XMP)) {
                    kinds.put(id, XMP);
                }
            }
        }
        return kinds;
    }

    private void locations(ByteCursor cursor, Map<Long, String> kinds, long data, String path)
            throws IOException, MalformedContentException {
        int version = cursor.u8();
        cursor.skip(3);
        int sizes = cursor.u16be();
        long count = version < 2 ? cursor.u16be() : cursor.u32be();
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? cursor.u16be() : cursor.u32be();
            int method = version > 0 ? cursor.u16be() & 0xF : 0;
            cursor.skip(2);
            long base = number(cursor, sizes >> 4 & 0xF) + (method == 1 ? data : 0);
            int extents = cursor.u16be();
            List<ByteRange> ranges = new ArrayList<>();
            for (int e = 0; e < extents; e++) {
                cursor.skip(version > 0 ? sizes & 0xF : 0);
                long offset = number(cursor, sizes >> 12 & 0xF);
                ranges.add(new ByteRange(base + offset, number(cursor, sizes >> 8 & 0xF)));
            }
            String kind = kinds.get(id);
            if (kind != null && method <= 1) {
                String where = path + ", item " + id;
                items.attempt(where, () -> item(kind, ranges, where));
            }
        }
    }

    private static long number(ByteCursor cursor, int size) throws MalformedContentException {
        return switch (size) {
            case 0 -> 0;
            case 4 -> cursor.u32be();
            case 8 -> cursor.u64be();
            default -> {
                cursor.verify(false, "an item location of odd size");
                yield 0;
            }
        };
    }

    private void item(String kind, List<ByteRange> ranges, String where) throws IOException, MalformedContentException {
        List<Octets> pieces = new ArrayList<>();
        long length = 0;
        for (ByteRange range : ranges) {
            length += range.length();
            limits.admit(length);
            pieces.add(source.octets(range, limits));
        }
        Octets content = Octets.concat(pieces);
        if (kind.equals(XMP)) {
            XmpItems.read(content, where, items);
        } else {
            exif(content, where, items);
        }
    }

    /** Four octets say how far behind them the TIFF header stands. */
    static void exif(Octets content, String where, MetadataItems items) throws IOException, MalformedContentException {
        ByteCursor cursor = new ByteCursor("EXIF", content, 0);
        cursor.skip(cursor.u32be());
        ExifItems.tiff(new OctetsSource(cursor.rest()), where, items);
    }
}
