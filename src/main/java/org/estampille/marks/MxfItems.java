package org.estampille.marks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The header metadata of MXF (SMPTE ST 377-1): who made the file, and the tagged values and comments people put into it. Texts of
 * these sets are UTF-16, so each local tag that reads as such text is taken.
 */
final class MxfItems {

    private static final int KEY = 16;
    private static final int HEADER = 32 << 20;
    private static final int MOST_PACKETS = 20_000;
    private static final int LARGEST_PARTITION = 64 << 10;
    private static final int LOCAL_SET = 0x53;
    private static final int COMPANY = 0x3C01;
    private static final int PRODUCT = 0x3C02;
    private static final int VERSION = 0x3C04;
    private static final Octets PARTITION = Octets.ofHex("060e2b34020501010d01020101");
    private static final int ESSENCE_LABELS_AT = 80;
    private static final int LABEL = 16;
    private static final Octets GENERIC_ESSENCE = Octets.ofHex("0d01030102");

    /** What wraps no H.264 or H.265: D-10, DV, MPEG-2, uncompressed, sound, JPEG 2000, VC-3, ProRes, several at once, timed text. */
    private static final Set<Integer> WITHOUT_SEI =
            Set.of(0x01, 0x02, 0x04, 0x05, 0x06, 0x0A, 0x0C, 0x11, 0x13, 0x1C, 0x7F);

    private static final int TAGGED_NAME = 0x5001;
    private static final int TAGGED_VALUE = 0x5003;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    MxfItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        long at = 0;
        boolean asked = false;
        for (int count = 0; count < MOST_PACKETS && at + KEY + 1 <= source.length() && at < HEADER; count++) {
            Octets head = source.octets(new ByteRange(at, Math.min(KEY + 9, source.length() - at)), limits);
            if (!head.startsWith(Octets.ofHex("060e2b34"))) {
                return;
            }
            int first = head.at(KEY);
            int extra = first < 0x80 ? 0 : first & 0x7F;
            if (extra > 8 || KEY + 1 + extra > head.length()) {
                return;
            }
            long length = extra == 0 ? first : 0;
            for (int i = 0; i < extra; i++) {
                length = length << 8 | head.at(KEY + 1 + i);
            }
            long start = at + KEY + 1 + extra;
            if (length < 0 || length > source.length() - start) {
                return;
            }
            if (!asked && head.startsWith(PARTITION)) {
                asked = true;
                pictures(source.octets(new ByteRange(start, Math.min(length, LARGEST_PARTITION)), limits));
            }
            if (head.at(4) == 2 && head.at(5) == LOCAL_SET && length < 1 << 20) {
                long place = at;
                Octets set = source.octets(new ByteRange(start, length), limits);
                items.attempt("MXF set at " + at, () -> set(set, "MXF set at " + place));
            }
            at = start + length;
        }
    }

    /** Says that pictures were not looked into, unless none of the essence that the header partition names can be H.264 or H.265. */
    private void pictures(Octets partition) {
        int labels = 0;
        boolean without = true;
        for (int at = ESSENCE_LABELS_AT + 8; at + LABEL <= partition.length(); at += LABEL) {
            Octets label = partition.slice(at, LABEL);
            labels++;
            without &= label.from(8).startsWith(GENERIC_ESSENCE) && WITHOUT_SEI.contains(label.at(13));
        }
        if (labels == 0 || !without) {
            items.unread(SeiUnits.PLACE, Gap.NOT_READ_HERE);
        }
    }

    private void set(Octets set, String where) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("MXF", set, 0);
        String name = "";
        while (cursor.remaining() >= 4) {
            int tag = cursor.u16be();
            Octets value = cursor.take(cursor.u16be());
            switch (tag) {
                case COMPANY -> items.add(Location.MXF, where, "CompanyName", text(value));
                case PRODUCT -> items.add(Location.MXF, where, "ProductName", text(value));
                case VERSION -> items.add(Location.MXF, where, "VersionString", text(value));
                case TAGGED_NAME -> name = text(value);
                case TAGGED_VALUE -> items.add(Location.MXF, where, name, text(indirect(value)));
                default -> {}
            }
        }
    }

    /** A value of any type begins with its octet order and the identifier of its type, 17 octets. */
    private static Octets indirect(Octets value) {
        return value.length() > 17 ? value.from(17) : value;
    }

    private static String text(Octets value) {
        String big = new String(value.toByteArray(), StandardCharsets.UTF_16BE);
        String little = new String(value.toByteArray(), StandardCharsets.UTF_16LE);
        return ascii(big) >= ascii(little) ? big.replace("\0", "") : little.replace("\0", "");
    }

    private static long ascii(String text) {
        return text.chars().filter(character -> character < 128).count();
    }
}
