package org.estampille.container.id3;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.HeaderWindow;

/**
 * Follows the frames of MPEG sound to where they stop. A file was cut short when a frame reaches past its end, or when both the
 * frames and the octets that its first frame counts (Xing, Info, VBRI) are more than there are. Where something else stands between
 * or behind the frames, no more than the counts is known; a file without them is taken for whole then.
 */
final class WholeMpeg {

    private static final int WINDOW = 32 << 10;
    private static final int VBRI_AT = MpegHeader.LENGTH + 32;
    private static final int HAS_BOTH = 3;

    private final HeaderWindow window;
    private final ByteRange sound;

    /** @param sound where the frames stand, without tags that are known */
    WholeMpeg(ByteSource source, ByteRange sound) {
        this.window = new HeaderWindow(Id3Format.NAME, source, WINDOW);
        this.sound = sound;
    }

    void require() throws IOException, MalformedContentException {
        Optional<MpegHeader> first = header(sound.start());
        if (first.isEmpty()) {
            return;
        }
        Optional<Announced> announced = announced(first.get());
        long frames = announced.isPresent() ? -1 : 0;
        long at = sound.start();
        Optional<MpegHeader> header = first;
        while (header.isPresent()) {
            long next = at + header.get().frameLength();
            if (next > window.length()) {
                throw cutShort(
                        at,
                        window.length() - at,
                        "its last frame has " + (window.length() - at) + " of "
                                + header.get().frameLength() + " octets");
            }
            frames++;
            at = next;
            header = header(at).filter(first.get()::isOfOneStreamWith);
        }
        requireNoBeginning(at, first.get());
        if (announced.isPresent()) {
            announced.get().require(frames, window.length() - sound.start());
        }
    }

    private Optional<MpegHeader> header(long at) throws IOException, MalformedContentException {
        return sound.end() - at < MpegHeader.LENGTH ? Optional.empty() : MpegHeader.of((int) window.u32be(at));
    }

    /** One to three octets at the end that a header would begin with. */
    private void requireNoBeginning(long at, MpegHeader first) throws IOException, MalformedContentException {
        long left = window.length() - at;
        boolean begun = left > 0 && left < MpegHeader.LENGTH && window.u8(at) == 0xFF;
        if (begun && (left == 1 || (window.u8(at + 1) & 0xFE) == (first.bits() >> 16 & 0xFE))) {
            throw cutShort(at, left, "its last frame has " + left + " octets");
        }
    }

    /**
     * What the first frame says instead of sounding.
     *
     * @param at where it says so
     */
    private record Announced(long at, long frames, long octets) {
        void require(long found, long left) throws MalformedContentException {
            if (frames > found && octets > left) {
                throw cutShort(
                        at,
                        0,
                        "its first frame counts " + frames + " frames in " + octets + " octets, there are " + found
                                + " in " + left);
            }
        }
    }

    private Optional<Announced> announced(MpegHeader first) throws IOException, MalformedContentException {
        if (!first.isLayerIII() || first.frameLength() < VBRI_AT + 18 || sound.length() < first.frameLength()) {
            return Optional.empty();
        }
        long xing = sound.start() + MpegHeader.LENGTH + first.sideInformation();
        String name = window.fourcc(xing);
        if (name.equals("Xing") || name.equals("Info")) {
            boolean both = (window.u32be(xing + 4) & HAS_BOTH) == HAS_BOTH;
            return Optional.of(
                    new Announced(xing, both ? window.u32be(xing + 8) : 0, both ? window.u32be(xing + 12) : 0));
        }
        long vbri = sound.start() + VBRI_AT;
        return window.fourcc(vbri).equals("VBRI")
                ? Optional.of(new Announced(vbri, window.u32be(vbri + 14), window.u32be(vbri + 10)))
                : Optional.empty();
    }

    private static MalformedContentException cutShort(long at, long length, String what) {
        return new MalformedContentException(
                Id3Format.NAME, new ByteRange(at, length), "the file was cut short: " + what);
    }
}
