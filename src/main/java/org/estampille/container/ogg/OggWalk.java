package org.estampille.container.ogg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** Reads the headers of all pages, from the first octet on as long as page follows page. */
final class OggWalk {

    private static final int WINDOW = 512;

    private final HeaderWindow window;
    private final ReadLimits limits;

    OggWalk(ByteSource source, ReadLimits limits) {
        this.window = new HeaderWindow(OggFormat.NAME, source, WINDOW);
        this.limits = limits;
    }

    List<OggPage> pages() throws IOException, MalformedContentException {
        List<OggPage> pages = new ArrayList<>();
        long at = 0;
        while (pages.isEmpty() || startsAt(at)) {
            PartList.admit("Ogg pages", pages.size() + 1L, limits);
            OggPage page = page(at);
            pages.add(page);
            at = page.range().end();
        }
        return pages;
    }

    private boolean startsAt(long at) throws IOException, MalformedContentException {
        long left = window.length() - at;
        if (left > 0 && left < 4) {
            return window.octets(at, (int) left).equals(Octets.ofAscii("OggS".substring(0, (int) left)));
        }
        return left > 0 && window.fourcc(at).equals("OggS");
    }

    private OggPage page(long at) throws IOException, MalformedContentException {
        window.require(at, OggPage.HEADER, "a page header");
        verify(window.fourcc(at).equals("OggS"), at, "no Ogg page where one should stand");
        verify(window.u8(at + 4) == 0, at, "an Ogg page of version " + window.u8(at + 4));
        int segments = window.u8(at + OggPage.SEGMENTS_AT);
        window.require(at + OggPage.HEADER, segments, "a segment table");
        long length = 0;
        for (int i = 0; i < segments; i++) {
            length += window.u8(at + OggPage.HEADER + i);
        }
        long body = at + OggPage.HEADER + segments;
        window.require(body, length, "a page");
        return new OggPage(
                ByteRange.between(at, body + length),
                new ByteRange(body, length),
                window.u8(at + OggPage.FLAGS_AT),
                window.u32le(at + OggPage.SERIAL_AT));
    }

    private static void verify(boolean condition, long at, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(OggFormat.NAME, new ByteRange(at, 0), cause);
        }
    }
}
