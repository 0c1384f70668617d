package org.estampille.container.png;

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
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** One walk over the chunk headers of a PNG file, from the signature to IEND; what follows is {@code trailing}. */
final class PngWalk {

    /** Length, type and CRC. */
    static final int CHUNK_OVERHEAD = 12;

    private static final Octets SIGNATURE = Octets.ofHex("89504e470d0a1a0a");
    private static final int HEADER = 8;
    private static final int IHDR_LENGTH = 13;
    private static final int WINDOW = 64;

    private final Asset asset;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final PartList parts;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    PngWalk(Asset asset, ReadLimits limits) {
        this.asset = asset;
        this.limits = limits;
        this.window = new HeaderWindow(PngFormat.NAME, asset.source(), WINDOW);
        this.parts = new PartList("PNG chunks", limits);
    }

    ContainerMap map() throws IOException, MalformedContentException {
        boolean signed = window.length() >= SIGNATURE.length()
                && window.octets(0, SIGNATURE.length()).equals(SIGNATURE);
        verify(signed, "does not start with the PNG signature");
        parts.add("PNGh", SIGNATURE.length());
        while (chunk()) {}
        parts.add("trailing", window.length());
        return new ContainerMap(asset.format(), window.length(), parts.toList(), stores, suspicions);
    }

    /** Takes the chunk at the end of the parts so far; false after IEND. */
    private boolean chunk() throws IOException, MalformedContentException {
        long at = parts.end();
        verify(at < window.length(), "ends without an IEND chunk");
        window.require(at, CHUNK_OVERHEAD, "a chunk");
        long length = window.u32be(at);
        String type = window.fourcc(at + 4);
        verify(isType(type), "no chunk type where one should stand");
        window.require(at, CHUNK_OVERHEAD + length, "chunk " + type);
        boolean first = parts.size() == 1;
        verify(first == type.equals("IHDR"), first ? "the first chunk is not IHDR" : "a second IHDR chunk");
        verify(!first || length == IHDR_LENGTH, "an IHDR chunk of " + length + " octets");
        if (type.equals(StoreChunk.TYPE)) {
            store(at, length);
        }
        parts.add(type, at + CHUNK_OVERHEAD + length);
        return !type.equals("IEND");
    }

    private static boolean isType(String type) {
        for (int i = 0; i < type.length(); i++) {
            int letter = type.charAt(i) & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    /**
     * Decoders ignore an ancillary chunk with a wrong CRC, and the hard binding does not cover the CRC: such a chunk is reported
     * and is no store, while the picture stays readable.
     */
    private void store(long at, long length) throws IOException, MalformedContentException {
        LimitExceededException.check("manifest store", length, limits.manifestStore());
        ByteRange chunk = new ByteRange(at, CHUNK_OVERHEAD + length);
        Octets data = asset.source().octets(new ByteRange(at + HEADER, length), limits);
        if (StoreChunk.crc(data) == window.u32be(chunk.end() - 4)) {
            stores.add(EmbeddedStore.split(List.of(chunk), data, EmbeddedStore.Role.MANIFEST));
        } else {
            suspicions.add(new Suspicion(chunk, "the CRC of a caBX chunk is wrong"));
        }
    }

    private void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(PngFormat.NAME, new ByteRange(parts.end(), 0), cause);
        }
    }
}
