package org.estampille.container.id3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** Reads the headers of an ID3v2 tag and of its frames. */
final class Id3Walk {

    private static final int WINDOW = 64;
    private static final int CRC_4 = 0x20;
    private static final int CRC_3 = 0x80;

    private final HeaderWindow window;
    private final ReadLimits limits;

    Id3Walk(ByteSource source, ReadLimits limits) {
        this.window = new HeaderWindow(Id3Format.NAME, source, WINDOW);
        this.limits = limits;
    }

    /** The tag at the start; empty where there is none. */
    Optional<Id3Tag> tag() throws IOException, MalformedContentException {
        if (window.length() < 3 || !window.octets(0, 3).equals(Octets.ofAscii("ID3"))) {
            return Optional.empty();
        }
        window.require(0, Id3Tag.HEADER, "the header of the ID3 tag");
        int version = window.u8(3);
        int flags = window.u8(Id3Tag.FLAGS_AT);
        verify(version >= 2 && version <= 4, 3, "an ID3 tag of version 2." + version);
        long size = syncsafe(Id3Tag.SIZE_AT);
        Id3Tag bare = new Id3Tag(version, flags, new ByteRange(0, 0), Id3Tag.HEADER, false, List.of());
        long length = Id3Tag.HEADER + size + (bare.hasFooter() ? Id3Tag.HEADER : 0);
        verify(length <= window.length(), 0, "the ID3 tag of " + length + " octets ends past the file");
        Id3Tag tag = new Id3Tag(version, flags, new ByteRange(0, length), Id3Tag.HEADER, false, List.of());
        verify(
                !tag.hasFooter() || window.octets(tag.body().end(), 3).equals(Octets.ofAscii("3DI")),
                tag.body().end(),
                "the ID3 tag lacks the footer it announces");
        return Optional.of(version == 2 || tag.isUnsynchronisedWhole() ? tag : filled(tag));
    }

    /**
     * The frames of a tag that was unsynchronised as a whole, walked in {@code body} with what was inserted taken out again.
     * Ranges are offsets in a tag with that body.
     */
    static Id3Tag synchronised(Id3Tag tag, Octets body, ReadLimits limits)
            throws IOException, MalformedContentException {
        OctetsSource source = new OctetsSource(Octets.concat(Octets.zeros(Id3Tag.HEADER), body));
        Id3Tag plain =
                new Id3Tag(tag.version(), tag.synchronisedFlags(), source.range(), Id3Tag.HEADER, false, List.of());
        return new Id3Walk(source, limits).filled(plain);
    }

    private Id3Tag filled(Id3Tag tag) throws IOException, MalformedContentException {
        long at = tag.body().start();
        boolean checked = false;
        if (tag.isExtended()) {
            verify(tag.body().length() >= 6, at, "no room for the extended ID3 header");
            long size = tag.version() == 4 ? syncsafe(at) : 4 + window.u32be(at);
            checked = tag.version() == 4 ? (window.u8(at + 5) & CRC_4) != 0 : (window.u8(at + 4) & CRC_3) != 0;
            verify(size >= 6 && size <= tag.body().length(), at, "an extended ID3 header of " + size + " octets");
            at += size;
        }
        return new Id3Tag(tag.version(), tag.flags(), tag.range(), at, checked, frames(tag, at));
    }

    private List<Id3Frame> frames(Id3Tag tag, long start) throws IOException, MalformedContentException {
        List<Id3Frame> frames = new ArrayList<>();
        long at = start;
        long end = tag.body().end();
        while (end - at >= Id3Frame.HEADER && isId(window.fourcc(at))) {
            PartList.admit("ID3 frames", frames.size() + 1L, limits);
            long left = end - at - Id3Frame.HEADER;
            long size = tag.version() == 4 ? frameSize4(at, end) : window.u32be(at + 4);
            verify(
                    size <= left,
                    at,
                    "frame " + window.fourcc(at) + " of " + size + " octets ends past its tag, which has " + left
                            + " left");
            int format = window.u8(at + 9);
            int leading = Id3Frame.leading(tag.version(), format);
            verify(
                    size >= leading,
                    at,
                    "frame " + window.fourcc(at) + " of " + size + " octets is too small for the " + leading
                            + " its flags ask for");
            long next = at + Id3Frame.HEADER + size;
            frames.add(new Id3Frame(window.fourcc(at), ByteRange.between(at, next), format));
            at = next;
        }
        return frames;
    }

    /**
     * Old versions of a widespread player wrote plain sizes into ID3v2.4 tags. They differ above 127 octets; the one that leads to
     * another frame, to padding or to the end is meant.
     */
    private long frameSize4(long at, long end) throws IOException, MalformedContentException {
        long plain = window.u32be(at + 4);
        boolean sevenBits = (plain & 0x8080_8080L) == 0;
        long safe = sevenBits ? syncsafe(at + 4) : plain;
        return safe == plain || leadsOn(at + Id3Frame.HEADER + safe, end) || !leadsOn(at + Id3Frame.HEADER + plain, end)
                ? safe
                : plain;
    }

    private boolean leadsOn(long at, long end) throws IOException, MalformedContentException {
        return at == end || at < end && (end - at < 4 || isId(window.fourcc(at)) || window.u32be(at) == 0);
    }

    private long syncsafe(long at) throws IOException, MalformedContentException {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            int octet = window.u8(at + i);
            verify(octet < 0x80, at, "the size in an ID3 header has a high bit set");
            size = size << 7 | octet;
        }
        return size;
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char letter = id.charAt(i);
            if ((letter < 'A' || letter > 'Z') && (letter < '0' || letter > '9' || i == 0)) {
                return false;
            }
        }
        return true;
    }

    private static void verify(boolean condition, long at, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(Id3Format.NAME, new ByteRange(at, 0), cause);
        }
    }
}
