package org.estampille.marks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;

/** The metadata boxes of MP4, QuickTime and what is built like them: user data, item lists with and without keys, XMP. */
final class BmffItems {

    private static final Octets XMP = Octets.ofHex("be7acfcb97a942e89c71999491e3afac");
    private static final int UUID = 16;
    private static final int DATA_HEADER = 8;
    private static final int DEEPEST = 6;
    private static final int UTF16 = 2;
    private static final int LONGEST_VALUE = 4 << 20;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    BmffItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException {
        items.attempt("boxes", () -> boxes(source.range(), "", 0));
        items.attempt("first pictures", () -> new SeiItems(source, items, limits).read());
    }

    private void boxes(ByteRange within, String path, int depth) throws IOException, MalformedContentException {
        for (BmffBox box : BmffBox.in(source, within, limits)) {
            String here = path.isEmpty() ? box.type() : path + "/" + box.type();
            items.attempt(here, () -> box(box, here, depth));
        }
    }

    private void box(BmffBox box, String path, int depth) throws IOException, MalformedContentException {
        switch (box.type()) {
            case "moov", "trak" -> {
                if (depth < DEEPEST) {
                    boxes(box.payload(), path, depth + 1);
                }
            }
            case "udta" -> userData(box, path);
            case "meta" -> meta(box, path);
            case "uuid" -> uuid(box, path);
            case "XMP_", "xml " -> XmpItems.read(content(box), path, items);
            case "Exif" -> BmffImageItems.exif(content(box), path, items);
            default -> {}
        }
    }

    private Octets content(BmffBox box) throws IOException, MalformedContentException {
        return source.octets(box.payload(), limits);
    }

    private void uuid(BmffBox box, String path) throws IOException, MalformedContentException {
        ByteRange payload = box.payload();
        if (payload.length() > UUID
                && source.octets(new ByteRange(payload.start(), UUID), limits).equals(XMP)) {
            XmpItems.read(content(box).from(UUID), path, items);
        }
    }

    /** Some writers end the list with four zero octets, which are no box. */
    private void userData(BmffBox box, String path) throws IOException, MalformedContentException {
        ByteRange payload = box.payload();
        boolean ended = payload.length() % 4 == 0
                && payload.length() >= 4
                && source.octets(new ByteRange(payload.end() - 4, 4), limits).isZero();
        ByteRange list = ended ? new ByteRange(payload.start(), payload.length() - 4) : payload;
        for (BmffBox child : BmffBox.in(source, list, limits)) {
            String here = path + "/" + child.type();
            items.attempt(here, () -> {
                if (child.type().equals("meta")) {
                    meta(child, here);
                } else if (child.type().equals("XMP_")) {
                    XmpItems.read(content(child), here, items);
                } else if (child.payload().length() <= LONGEST_VALUE) {
                    classic(child.type(), content(child), here);
                }
            });
        }
    }

    /** A QuickTime text is a length, a language and the text; 3GPP texts have a version first; others are the text alone. */
    private void classic(String type, Octets content, String path) throws MalformedContentException {
        boolean sized = content.length() > 4
                && (content.at(0) << 8 | content.at(1)) <= content.length() - 4
                && type.charAt(0) == 0xA9;
        String text =
                sized ? content.slice(4, content.at(0) << 8 | content.at(1)).utf8() : content.utf8();
        items.add(Location.MP4_KEY, path, type, text.replace("\0", ""));
    }

    private void meta(BmffBox meta, String path) throws IOException, MalformedContentException {
        ByteRange payload = meta.payload();
        boolean plain = payload.length() < 8
                || source.octets(new ByteRange(payload.start() + 4, 4), limits).equals(Octets.ofAscii("hdlr"));
        ByteRange within = plain ? payload : ByteRange.between(payload.start() + 4, payload.end());
        List<BmffBox> children = BmffBox.in(source, within, limits);
        List<String> keys = new ArrayList<>();
        for (BmffBox child : children) {
            if (child.type().equals("keys")) {
                keys.addAll(keys(content(child)));
            }
        }
        for (BmffBox child : children) {
            if (child.type().equals("ilst")) {
                items.attempt(path + "/ilst", () -> list(child, keys, path + "/ilst"));
            } else if (child.type().equals("uuid")) {
                uuid(child, path + "/uuid");
            }
        }
        new BmffImageItems(source, items, limits).read(children, path);
    }

    private static List<String> keys(Octets content) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("BMFF", content, 0);
        cursor.skip(4);
        long count = cursor.u32be();
        List<String> keys = new ArrayList<>();
        while (keys.size() < count && cursor.remaining() >= 8) {
            long size = cursor.u32be();
            cursor.skip(4);
            keys.add(cursor.take(size - 8).utf8());
        }
        return keys;
    }

    private void list(BmffBox list, List<String> keys, String path) throws IOException, MalformedContentException {
        for (BmffBox item : BmffBox.in(source, list.payload(), limits)) {
            long index = number(item.type());
            String key = index >= 1 && index <= keys.size() ? keys.get((int) index - 1) : item.type();
            items.attempt(path + "/" + key, () -> item(item, key, path));
        }
    }

    private static long number(String type) {
        long number = 0;
        for (int i = 0; i < type.length(); i++) {
            number = number << 8 | type.charAt(i) & 0xFF;
        }
        return number;
    }

    private void item(BmffBox item, String key, String path) throws IOException, MalformedContentException {
        String name = key;
        for (BmffBox part : BmffBox.in(source, item.payload(), limits)) {
            if (part.payload().length() > LONGEST_VALUE) {
                continue; // A cover picture, most likely.
            }
            Octets content = content(part);
            if (part.type().equals("name") && content.length() > 4) {
                name = content.from(4).utf8();
            } else if (part.type().equals("data") && content.length() >= DATA_HEADER) {
                Octets value = content.from(DATA_HEADER);
                boolean wide = content.uint32At(0) == UTF16;
                String text = wide ? new String(value.toByteArray(), StandardCharsets.UTF_16BE) : value.utf8();
                items.add(Location.MP4_KEY, path + "/" + name, name, text);
            }
        }
    }
}
