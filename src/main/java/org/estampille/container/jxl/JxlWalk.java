package org.estampille.container.jxl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** One walk over the top-level boxes of a JPEG XL file; parts are named by box type without blanks. */
final class JxlWalk {

    /** The only part of a file without boxes. */
    static final String CODESTREAM = "codestream";

    static final String FILE_TYPE = "ftyp";
    static final String LEVEL = "jxll";
    static final String JUMBF = "jumb";
    static final String XMP = "xml";

    /** The signature box. */
    static final Octets SIGNATURE = Octets.ofHex("0000000c4a584c200d0a870a");

    private static final Octets CODESTREAM_START = Octets.ofHex("ff0a");
    private static final Octets DESCRIPTION = Octets.ofAscii("jumd");
    private static final Octets STORE_TYPE = Octets.ofHex("6332706100110010800000aa00389b71");
    private static final int TYPE_IN_DESCRIPTION = 8;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int LAST_PART = 0x80;
    private static final int WINDOW = 64;

    private final Asset asset;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final PartList parts;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private boolean codestreamEnds;

    JxlWalk(Asset asset, ReadLimits limits) {
        this.asset = asset;
        this.limits = limits;
        this.window = new HeaderWindow(JxlFormat.NAME, asset.source(), WINDOW);
        this.parts = new PartList("JPEG XL boxes", limits);
    }

    ContainerMap map() throws IOException, MalformedContentException {
        if (startsWith(CODESTREAM_START)) {
            parts.add(CODESTREAM, window.length());
        } else {
            verify(startsWith(SIGNATURE), "starts with neither a codestream nor the JPEG XL signature box");
            parts.add("JXL", SIGNATURE.length());
            while (parts.end() < window.length()) {
                box();
            }
            verify(codestreamEnds, "ends before its codestream does");
        }
        return new ContainerMap(asset.format(), window.length(), parts.toList(), stores, List.of());
    }

    private boolean startsWith(Octets wanted) throws IOException, MalformedContentException {
        return window.length() >= wanted.length()
                && window.octets(0, wanted.length()).equals(wanted);
    }

    private void box() throws IOException, MalformedContentException {
        long at = parts.end();
        window.require(at, SHORT_HEADER, "a box");
        long size = window.u32be(at);
        int header = SHORT_HEADER;
        if (size == 1) {
            header = LONG_HEADER;
            size = window.u64be(at + SHORT_HEADER);
        } else if (size == 0) {
            size = window.length() - at;
        }
        String type = window.fourcc(at + 4);
        verify(isType(type), "no box type where one should stand");
        verify(size >= header, "a box of " + size + " octets");
        window.require(at, size, "box " + type.strip());
        verify(parts.size() != 1 || type.equals(FILE_TYPE), "the second box is not ftyp");
        ByteRange box = new ByteRange(at, size);
        codestreamEnds |= type.equals("jxlc") || type.equals("jxlp") && isLastPart(box, header);
        if (type.equals(JUMBF) && isStore(box, header)) {
            LimitExceededException.check("manifest store", size, limits.manifestStore());
            Octets store = asset.source().octets(box, limits);
            stores.add(EmbeddedStore.split(List.of(box), store, EmbeddedStore.Role.MANIFEST));
        }
        parts.add(type.strip(), box.end());
    }

    private static boolean isType(String type) {
        for (int i = 0; i < type.length(); i++) {
            if (type.charAt(i) < ' ' || type.charAt(i) > '~') {
                return false;
            }
        }
        return !type.isBlank();
    }

    /** The index of a partial codestream box has its highest bit set in the last one. */
    private boolean isLastPart(ByteRange box, int header) throws IOException, MalformedContentException {
        verify(box.length() >= header + 4, "a jxlp box without an index");
        return (window.u8(box.start() + header) & LAST_PART) != 0;
    }

    private boolean isStore(ByteRange box, int header) throws IOException, MalformedContentException {
        long description = box.start() + header;
        int length = TYPE_IN_DESCRIPTION + STORE_TYPE.length();
        return box.end() - description >= length
                && window.octets(description + 4, DESCRIPTION.length()).equals(DESCRIPTION)
                && window.octets(description + TYPE_IN_DESCRIPTION, STORE_TYPE.length())
                        .equals(STORE_TYPE);
    }

    private void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(JxlFormat.NAME, new ByteRange(parts.end(), 0), cause);
        }
    }
}
