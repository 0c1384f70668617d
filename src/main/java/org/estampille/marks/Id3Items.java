package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** ID3 tags, version 2.2 to 2.4 at the start and version 1 at the end. */
final class Id3Items {

    private static final int HEADER = 10;
    private static final int VERSION_1 = 128;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;
    private static final int LONGEST = 16 << 20;

    private final String prefix;
    private final MetadataItems items;
    private final int version;

    private final boolean judged;

    private Id3Items(String prefix, MetadataItems items, int version, boolean judged) {
        this.prefix = prefix;
        this.items = items;
        this.version = version;
        this.judged = judged;
    }

    /** @param judged whether a manifest store in the tag is the file's own: what is signed there is no mark */
    static void read(ByteSource source, String prefix, MetadataItems items, ReadLimits limits, boolean judged)
            throws IOException, MalformedContentException {
        if (source.length() >= HEADER) {
            Octets header = source.octets(new ByteRange(0, HEADER), limits);
            if (header.startsWith(Octets.ofAscii("ID3")) && header.at(3) >= 2 && header.at(3) <= 4) {
                long size = Math.min(Math.min(syncSafe(header, 6), source.length() - HEADER), LONGEST);
                Octets body = source.octets(new ByteRange(HEADER, size), limits);
                new Id3Items(prefix, items, header.at(3), judged).frames(body, header.at(5));
            }
        }
        if (source.length() >= VERSION_1) {
            Octets tail = source.octets(new ByteRange(source.length() - VERSION_1, VERSION_1), limits);
            if (tail.startsWith(Octets.ofAscii("TAG"))) {
                String comment = RiffItems.untilZero(tail.slice(97, 30).latin1());
                items.add(Location.ID3, prefix + "ID3v1", "Comment", comment);
            }
        }
    }

    /** Where the sound begins: behind the tags of version 2 at the start, with their footers. */
    static long end(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        long at = 0;
        while (at + HEADER <= source.length()) {
            Octets header = source.octets(new ByteRange(at, HEADER), limits);
            if (!header.startsWith(Octets.ofAscii("ID3"))) {
                break;
            }
            at += HEADER + syncSafe(header, 6) + ((header.at(5) & FOOTER) != 0 ? HEADER : 0);
        }
        return at;
    }

    private static long syncSafe(Octets octets, int at) {
        return (long) (octets.at(at) & 0x7F) << 21
                | (octets.at(at + 1) & 0x7F) << 14
                | (octets.at(at + 2) & 0x7F) << 7
                | octets.at(at + 3) & 0x7F;
    }

    private void frames(Octets body, int flags) throws IOException, MalformedContentException {
        Octets plain = (flags & UNSYNCHRONISED) != 0 && version < 4 ? synchronised(body) : body;
        ByteCursor cursor = new ByteCursor("ID3", plain, 0);
        if ((flags & EXTENDED) != 0 && version > 2 && cursor.remaining() >= 4) {
            long size =
                    version == 4 ? syncSafe(cursor.peek(4), 0) : cursor.peek(4).uint32At(0) + 4;
            cursor.skip(Math.min(size, cursor.remaining()));
        }
        int frameHeader = version == 2 ? 6 : HEADER;
        while (cursor.remaining() > frameHeader && cursor.peek(1).at(0) != 0) {
            frame(cursor);
        }
    }

    private void frame(ByteCursor cursor) throws IOException, MalformedContentException {
        String id = cursor.take(version == 2 ? 3 : 4).latin1();
        long size = version == 2
                ? (long) cursor.u8() << 16 | cursor.u16be()
                : version == 4 ? syncSafe(cursor.take(4), 0) : cursor.u32be();
        int flags = version == 2 ? 0 : cursor.u16be();
        Octets content = cursor.take(Math.min(size, cursor.remaining()));
        boolean packed = version == 4 && (flags & 0x0C) != 0 || version == 3 && (flags & 0xC0) != 0;
        String where = prefix + "ID3v2 " + id;
        if (packed) {
            items.unread(where, Gap.PACKED);
            return;
        }
        Octets plain = version == 4 && (flags & 0x02) != 0 ? synchronised(content) : content;
        boolean withLength = version == 4 && (flags & 0x01) != 0 && plain.length() >= 4;
        items.attempt(where, () -> content(id, withLength ? plain.from(4) : plain, where));
    }

    private void content(String id, Octets content, String where) throws IOException, MalformedContentException {
        ByteCursor cursor = new ByteCursor("ID3", content, 0);
        if (cursor.atEnd()) {
            return;
        }
        if (id.startsWith("COM") || id.equals("USLT")) {
            Charset charset = charset(cursor.u8());
            cursor.skip(Math.min(3, cursor.remaining()));
            text(cursor, charset);
            items.add(Location.ID3, where, id, text(cursor, charset));
        } else if (id.equals("TXXX") || id.equals("TXX")) {
            Charset charset = charset(cursor.u8());
            String description = text(cursor, charset);
            items.add(Location.ID3, where, "TXXX:" + description, text(cursor, charset));
        } else if (id.startsWith("T")) {
            items.add(Location.ID3, where, id, text(cursor, charset(cursor.u8())));
        } else if (id.equals("WXXX")) {
            text(cursor, charset(cursor.u8()));
            items.add(Location.ID3, where, id, text(cursor, StandardCharsets.ISO_8859_1));
        } else if (id.startsWith("W")) {
            items.add(Location.ID3, where, id, text(cursor, StandardCharsets.ISO_8859_1));
        } else if (id.equals("GEOB")) {
            object(cursor, where);
        } else if (id.equals("PRIV")) {
            String owner = text(cursor, StandardCharsets.ISO_8859_1);
            if (owner.equals("XMP")) {
                XmpItems.read(cursor.rest(), where, items);
            }
        }
    }

    private void object(ByteCursor cursor, String where) throws IOException, MalformedContentException {
        Charset charset = charset(cursor.u8());
        String type = text(cursor, StandardCharsets.ISO_8859_1);
        text(cursor, charset);
        String description = text(cursor, charset);
        items.add(Location.ID3, where, "GEOB", type + " " + description);
        boolean store =
                type.equalsIgnoreCase("application/c2pa") || type.equalsIgnoreCase("application/x-c2pa-manifest-store");
        if (store && !judged) {
            ManifestItems.read(cursor.rest(), where, items);
        }
    }

    private static Charset charset(int code) {
        return switch (code) {
            case 1 -> StandardCharsets.UTF_16;
            case 2 -> StandardCharsets.UTF_16BE;
            case 3 -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    /** Text up to its end mark, which is one octet or two; the end of the frame ends it as well. */
    private static String text(ByteCursor cursor, Charset charset) throws MalformedContentException {
        boolean wide = charset.name().startsWith("UTF-16");
        Octets rest = cursor.peek(cursor.remaining());
        int unit = wide ? 2 : 1;
        int end = 0;
        while (end + unit <= rest.length() && !rest.slice(end, unit).isZero()) {
            end += unit;
        }
        boolean ended = end + unit <= rest.length();
        cursor.skip(ended ? end + unit : rest.length());
        return new String(rest.slice(0, Math.min(end, rest.length())).toByteArray(), charset);
    }

    private static Octets synchronised(Octets octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length());
        for (int i = 0; i < octets.length(); i++) {
            out.write(octets.at(i));
            if (octets.at(i) == 0xFF && i + 1 < octets.length() && octets.at(i + 1) == 0) {
                i++;
            }
        }
        return Octets.adopt(out.toByteArray());
    }
}
