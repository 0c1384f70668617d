package org.estampille.container.ogg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;

/**
 * Makes the bitstream of a manifest store: one packet, cut into as few pages as hold it.
 *
 * @param storeLength octets of the store
 * @param serial of the bitstream
 */
record StoreStream(long storeLength, long serial) implements UnaryOperator<Octets> {

    /** What the packet starts with. */
    static final Octets MARK = Octets.ofHex("0063327061");

    private static final int PAGE_BODY = OggPage.MOST * OggPage.MOST;

    /** Octets of all pages. The last segment is shorter than 255, if need be empty. */
    long slotLength() {
        long packet = MARK.length() + storeLength;
        long segments = packet / OggPage.MOST + 1;
        long pages = (segments + OggPage.MOST - 1) / OggPage.MOST;
        return pages * OggPage.HEADER + segments + packet;
    }

    @Override
    public Octets apply(Octets store) {
        if (store.length() != storeLength) {
            throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
        }
        Octets packet = Octets.concat(MARK, store);
        List<Octets> pages = new ArrayList<>();
        int at = 0;
        boolean last = false;
        while (!last) {
            int left = packet.length() - at;
            last = left < PAGE_BODY;
            int count = Math.min(left, PAGE_BODY);
            int flags = (at == 0 ? OggPage.FIRST : OggPage.CONTINUED) | (last ? OggPage.LAST : 0);
            pages.add(page(flags, pages.size(), packet.slice(at, count), last));
            at += count;
        }
        return Octets.concat(pages);
    }

    private Octets page(int flags, int number, Octets body, boolean last) {
        byte[] lacing = new byte[body.length() / OggPage.MOST + (last ? 1 : 0)];
        Arrays.fill(lacing, (byte) OggPage.MOST);
        if (last) {
            lacing[lacing.length - 1] = (byte) (body.length() % OggPage.MOST);
        }
        Octets head = Octets.concat(
                Octets.ofAscii("OggS"),
                Octets.of(0, flags),
                Octets.zeros(8),
                Octets.u32le(serial),
                Octets.u32le(number));
        Octets rest = Octets.concat(Octets.of(lacing.length), Octets.adopt(lacing), body);
        long crc = PageChecksum.of(Octets.concat(head, Octets.zeros(4), rest));
        return Octets.concat(head, Octets.u32le(crc), rest);
    }
}
