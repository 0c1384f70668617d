package org.estampille.container.id3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** Maps a file: the frames of its tag, the metadata blocks of FLAC, the sound, and an ID3v1 tag at the end. */
final class Id3Map {

    /** Names of parts: the first header of MPEG sound, the sound behind it or behind the blocks of FLAC, a tag at the end. */
    static final String FRAME_HEADER = "header";

    static final String SOUND = "audio";
    static final String OLD_TAG = "ID3v1";

    /** The first metadata block of FLAC, its header included. */
    static final String STREAM_INFO = "block 0";

    private static final int WINDOW = 64;
    private static final int MOST_ZEROS = 4 << 10;
    private static final int FLAC_MARKER = 4;
    private static final int LAST_BLOCK = 0x80;
    private static final int STREAM_INFO_LENGTH = 34;
    private static final int ID3V1_LENGTH = 128;

    private final Asset asset;
    private final ByteSource source;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final PartList parts;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    Id3Map(Asset asset, ReadLimits limits) {
        this.asset = asset;
        this.source = asset.source();
        this.limits = limits;
        this.window = new HeaderWindow(Id3Format.NAME, source, WINDOW);
        this.parts = new PartList("ID3 frames", limits);
    }

    ContainerMap map() throws IOException, MalformedContentException {
        Optional<Id3Tag> tag = new Id3Walk(source, limits).tag();
        if (tag.isPresent()) {
            tag(tag.get());
        }
        if (asset.format() == AssetFormat.FLAC) {
            flac();
        } else {
            parts.add("zeros", behindZeros());
            window.require(parts.end(), 4, "a frame of sound");
            parts.add(FRAME_HEADER, parts.end() + 4);
        }
        long end = soundEnd();
        parts.add(SOUND, end);
        parts.add(OLD_TAG, window.length());
        return new ContainerMap(asset.format(), window.length(), parts.toList(), stores, suspicions);
    }

    private void tag(Id3Tag tag) throws IOException, MalformedContentException {
        Id3Stores found = new Id3Stores(source, limits).look(tag);
        suspicions.addAll(found.suspicions());
        parts.add("ID3", tag.framesStart());
        for (Id3Frame frame : tag.frames()) {
            for (Id3Stores.Found store : found.found()) {
                if (store.frame().equals(frame)) {
                    store(frame.id(), store.store());
                }
            }
            parts.add(frame.id(), frame.range().end());
        }
        if (tag.frames().isEmpty()) {
            found.found().forEach(store -> stores.add(store.store()));
        }
        parts.add("padding", tag.body().end());
        parts.add("3DI", tag.range().end());
    }

    private void store(String frame, EmbeddedStore store) throws MalformedContentException {
        ByteRange place = store.extent();
        parts.add(frame, place.start());
        parts.add(BoxNames.STORE, place.end());
        stores.add(store);
    }

    /** The marker and the metadata blocks (RFC 9639 clause 8). */
    private void flac() throws IOException, MalformedContentException {
        long at = parts.end();
        verify(window.length() - at >= FLAC_MARKER && window.fourcc(at).equals("fLaC"), at, "no FLAC stream");
        parts.add("fLaC", at + FLAC_MARKER);
        boolean last = false;
        for (int block = 0; !last; block++) {
            at = parts.end();
            window.require(at, 4, "a metadata block");
            int head = window.u8(at);
            long length = window.u32be(at) & 0xFF_FFFF;
            verify(
                    block > 0 || (head & ~LAST_BLOCK) == 0 && length == STREAM_INFO_LENGTH,
                    at,
                    "the first metadata block is not STREAMINFO");
            window.require(at, 4 + length, "a metadata block");
            parts.add("block " + (head & ~LAST_BLOCK), at + 4 + length);
            last = (head & LAST_BLOCK) != 0;
        }
    }

    /** Some writers leave zeros before the first frame. */
    private long behindZeros() throws IOException, MalformedContentException {
        long at = parts.end();
        long most = Math.min(window.length(), at + MOST_ZEROS);
        while (at < most && window.u8(at) == 0) {
            at++;
        }
        return at;
    }

    private long soundEnd() throws IOException, MalformedContentException {
        long start = window.length() - ID3V1_LENGTH;
        boolean tagged = start >= parts.end() && window.octets(start, 3).equals(Octets.ofAscii("TAG"));
        return tagged ? start : window.length();
    }

    private static void verify(boolean condition, long at, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(Id3Format.NAME, new ByteRange(at, 0), cause);
        }
    }
}
