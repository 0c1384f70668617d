package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.estampille.bytes.Octets;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/** Small media files, built octet by octet: JPEG, PNG, RIFF in all its kinds, and stand-ins for manifest stores. */
public final class SampleMedia {
    private SampleMedia() {}

    // Manifest stores

    /** A well-formed but empty-headed manifest store of exactly {@code length} octets, at least 64. */
    public static Octets store(int length) {
        return superBox(JumbfType.MANIFEST_STORE, "c2pa", length);
    }

    /** A JUMBF superbox of exactly {@code length} octets. */
    public static Octets superBox(JumbfType type, String label, int length) {
        DescriptionBox description = DescriptionBox.of(type, label, java.util.Optional.empty());
        int header = 8 + description.octets().length() + 8;
        byte[] content = new byte[length - header];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 + length);
        }
        return SuperBox.of(description, List.of(ContentBox.of("bidb", Octets.adopt(content))))
                .octets();
    }

    // JPEG

    /** A grey picture of 8 by 8 that decoders accept: JFIF, baseline. */
    public static Octets jpeg() {
        return Octets.concat(soi(), jfif(), jpegBody(), eoi());
    }

    /** The same with an Exif segment and no JFIF, with a comment. */
    public static Octets exifJpeg() {
        return Octets.concat(
                soi(), jpegSegment(0xE1, Octets.ofAscii("Exif\0\0MM\0*")), jpegComment("made here"), jpegBody(), eoi());
    }

    public static Octets soi() {
        return Octets.of(0xFF, 0xD8);
    }

    public static Octets eoi() {
        return Octets.of(0xFF, 0xD9);
    }

    public static Octets jfif() {
        return jpegSegment(0xE0, Octets.ofHex("4a46494600010100000100010000"));
    }

    public static Octets jpegComment(String text) {
        return jpegSegment(0xFE, Octets.ofUtf8(text));
    }

    /** A segment with its length. */
    public static Octets jpegSegment(int marker, Octets content) {
        return Octets.concat(Octets.of(0xFF, marker), Octets.u16be(content.length() + 2), content);
    }

    /** Tables, frame and one scan. */
    public static Octets jpegBody() {
        return Octets.concat(jpegTables(), jpegScan(Octets.of(0x3F)));
    }

    public static Octets jpegTables() {
        byte[] quantisation = new byte[65];
        java.util.Arrays.fill(quantisation, 1, 65, (byte) 1);
        return Octets.concat(
                jpegSegment(0xDB, Octets.adopt(quantisation)),
                jpegSegment(0xC0, Octets.ofHex("080008000801011100")),
                jpegSegment(0xC4, Octets.ofHex("000100000000000000000000000000000000")),
                jpegSegment(0xC4, Octets.ofHex("100100000000000000000000000000000000")));
    }

    /** A scan header and the entropy-coded data given. */
    public static Octets jpegScan(Octets entropy) {
        return Octets.concat(jpegSegment(0xDA, Octets.ofHex("010100003f00")), entropy);
    }

    /** One APP11 piece of a JUMBF box. */
    public static Octets jumbfSegment(int instance, int sequence, Octets boxHeader, Octets data) {
        return jpegSegment(
                0xEB,
                Octets.concat(Octets.ofAscii("JP"), Octets.u16be(instance), Octets.u32be(sequence), boxHeader, data));
    }

    /** A JUMBF box cut into APP11 segments of at most {@code most} data octets. */
    public static List<Octets> jumbfSegments(int instance, Octets box, int most) {
        List<Octets> segments = new ArrayList<>();
        for (int at = 8; at < box.length(); at += most) {
            Octets data = box.slice(at, Math.min(most, box.length() - at));
            segments.add(jumbfSegment(instance, segments.size() + 1, box.slice(0, 8), data));
        }
        return segments;
    }

    // PNG

    /** One grey pixel. */
    public static Octets png() {
        return Octets.concat(pngStart(), pngPixels(), pngEnd());
    }

    /** The signature and IHDR. */
    public static Octets pngStart() {
        return Octets.concat(
                Octets.ofHex("89504e470d0a1a0a"), pngChunk("IHDR", Octets.ofHex("00000001000000010800000000")));
    }

    public static Octets pngPixels() {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[] {0, 0x7F});
        deflater.finish();
        byte[] out = new byte[64];
        int length = deflater.deflate(out);
        deflater.end();
        return pngChunk("IDAT", Octets.adopt(out).slice(0, length));
    }

    public static Octets pngEnd() {
        return pngChunk("IEND", Octets.empty());
    }

    /** A chunk with its right CRC. */
    public static Octets pngChunk(String type, Octets data) {
        Octets covered = Octets.concat(Octets.ofAscii(type), data);
        CRC32 crc = new CRC32();
        crc.update(covered.asBuffer());
        return Octets.concat(Octets.u32be(data.length()), covered, Octets.u32be(crc.getValue()));
    }

    // RIFF

    /** Sixteen samples of silence, 16 bit, 8 kHz, one channel. */
    public static Octets wav() {
        return riff("RIFF", "WAVE", wavFormat(), riffChunk("data", Octets.zeros(32)));
    }

    /** A Broadcast Wave file; several chunks have an odd length. */
    public static Octets broadcastWave() {
        return riff(
                "RIFF",
                "WAVE",
                riffChunk("bext", Octets.zeros(602)),
                riffChunk("iXML", Octets.ofAscii("<BWFXML/>")),
                wavFormat(),
                riffChunk("data", Octets.zeros(64)),
                riffChunk("chna", Octets.zeros(4)),
                riffChunk("axml", Octets.ofAscii("<ebuCoreMain/>")),
                riffList("INFO", riffChunk("ISFT", Octets.ofAscii("own"))));
    }

    /** WAV with 64-bit sizes; {@code id} is {@code RF64} or {@code BW64}. */
    public static Octets longWav(String id) {
        Octets samples = Octets.zeros(48);
        Octets rest = Octets.concat(
                wavFormat(),
                Octets.ofAscii("data"),
                Octets.u32le(0xFFFF_FFFFL),
                samples,
                riffChunk("axml", Octets.ofAscii("<ebuCoreMain/>")));
        Octets sizes = Octets.concat(
                u64le(4 + 36 + rest.length()), u64le(samples.length()), u64le(samples.length() / 2), Octets.u32le(0));
        return Octets.concat(
                Octets.ofAscii(id), Octets.u32le(0xFFFF_FFFFL), Octets.ofAscii("WAVE"), riffChunk("ds64", sizes), rest);
    }

    public static Octets wavFormat() {
        return riffChunk("fmt ", Octets.ofHex("01000100401f0000803e000002001000"));
    }

    /** One pixel in the simple lossless layout; the chunk has an odd length. */
    public static Octets webp() {
        return riff("RIFF", "WEBP", riffChunk("VP8L", Octets.ofHex("2f0000001007101111888888fe")));
    }

    /** A movie in one form; the streams are made of zeros. */
    public static Octets avi() {
        return riff(
                "RIFF",
                "AVI ",
                riffList("hdrl", riffChunk("avih", Octets.zeros(56))),
                riffList("movi", riffChunk("00dc", Octets.zeros(20))),
                riffChunk("idx1", Octets.zeros(16)));
    }

    /**
     * A movie in three forms with OpenDML indexes: the super index names the standard index of each form, each standard index has
     * its own {@code movi} list as base.
     */
    public static Octets largeAvi() {
        int first = 12 + 12 + superIndexList(0, 0, 0).length() + movie(0).length();
        int form = 12 + movie(0).length();
        int firstMovie = first - movie(0).length();
        Octets header = riffList("hdrl", superIndexList(firstMovie + 12, first + 24, first + form + 24));
        return Octets.concat(
                riff("RIFF", "AVI ", header, movie(firstMovie)),
                riff("RIFF", "AVIX", movie(first + 12)),
                riff("RIFF", "AVIX", movie(first + form + 12)));
    }

    private static Octets superIndexList(long... indexes) {
        List<Octets> content = new ArrayList<>();
        content.add(Octets.of(4, 0, 0, 0));
        content.add(Octets.u32le(indexes.length));
        content.add(Octets.ofAscii("00dc"));
        content.add(Octets.zeros(12));
        for (long index : indexes) {
            content.add(Octets.concat(u64le(index), Octets.u32le(40), Octets.u32le(1)));
        }
        return riffList("strl", riffChunk("indx", Octets.concat(content)));
    }

    /** A {@code movi} list that stands at {@code base}: its index first, then one chunk of data. */
    private static Octets movie(long base) {
        Octets index = Octets.concat(
                Octets.of(2, 0, 0, 1),
                Octets.u32le(1),
                Octets.ofAscii("00dc"),
                u64le(base),
                Octets.u32le(0),
                Octets.u32le(60),
                Octets.u32le(20));
        return riffList("movi", riffChunk("ix00", index), riffChunk("00dc", Octets.zeros(20)));
    }

    /** A whole form with its size. */
    public static Octets riff(String id, String type, Octets... chunks) {
        Octets content = Octets.concat(Octets.ofAscii(type), Octets.concat(chunks));
        return Octets.concat(Octets.ofAscii(id), Octets.u32le(content.length()), content);
    }

    /** A chunk, padded to an even length. */
    public static Octets riffChunk(String id, Octets data) {
        return Octets.concat(Octets.ofAscii(id), Octets.u32le(data.length()), data, Octets.zeros(data.length() & 1));
    }

    public static Octets riffList(String type, Octets... chunks) {
        return riffChunk("LIST", Octets.concat(Octets.ofAscii(type), Octets.concat(chunks)));
    }

    public static Octets u64le(long value) {
        return Octets.u64be(Long.reverseBytes(value));
    }
}
