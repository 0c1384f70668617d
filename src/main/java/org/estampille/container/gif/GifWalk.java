package org.estampille.container.gif;

import java.io.IOException;
import java.nio.ByteBuffer;
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

/**
 * One walk over the blocks of a GIF file, from the header to the trailer; what follows is {@code trailing}. Blocks are named as
 * C2PA 2.5 clause 16.3.3.3.4 does.
 */
final class GifWalk {

    static final String HEADER = "GIF89a";
    static final String SCREEN = "LSD";
    static final String IMAGE = "2C";
    static final String APPLICATION = "21FF";

    private static final Octets VERSION_87A = Octets.ofAscii("GIF87a");
    private static final Octets VERSION_89A = Octets.ofAscii("GIF89a");
    private static final int EXTENSION_INTRODUCER = 0x21;
    private static final int IMAGE_SEPARATOR = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int APPLICATION_LABEL = 0xFF;
    private static final int SCREEN_LENGTH = 7;
    private static final int IMAGE_LENGTH = 10;
    private static final int HAS_TABLE = 0x80;
    private static final int WINDOW = 8 << 10;

    private final Asset asset;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final PartList parts;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();
    private boolean imageSeen;

    GifWalk(Asset asset, ReadLimits limits) {
        this.asset = asset;
        this.limits = limits;
        this.window = new HeaderWindow(GifFormat.NAME, asset.source(), WINDOW);
        this.parts = new PartList("GIF blocks", limits);
    }

    ContainerMap map() throws IOException, MalformedContentException {
        boolean signed = window.length() >= VERSION_89A.length() && (isVersion(VERSION_87A) || isVersion(VERSION_89A));
        verify(signed, "does not start with GIF87a or GIF89a");
        parts.add(HEADER, VERSION_89A.length());
        long screen = parts.end();
        window.require(screen, SCREEN_LENGTH, "the logical screen descriptor");
        addWithTable(SCREEN, screen + SCREEN_LENGTH, window.u8(screen + 4));
        while (block()) {}
        parts.add("trailing", window.length());
        return new ContainerMap(asset.format(), window.length(), parts.toList(), stores, suspicions);
    }

    private boolean isVersion(Octets version) throws IOException, MalformedContentException {
        return window.octets(0, version.length()).equals(version);
    }

    /** A descriptor and the colour table its packed fields announce. */
    private void addWithTable(String name, long end, int packed) throws MalformedContentException {
        long table = (packed & HAS_TABLE) == 0 ? 0 : 3L << ((packed & 7) + 1);
        window.require(end, table, "a colour table");
        parts.add(name, end + table);
    }

    /** Takes the block at the end of the parts so far; false after the trailer. */
    private boolean block() throws IOException, MalformedContentException {
        long at = parts.end();
        verify(at < window.length(), "ends without a trailer");
        switch (window.u8(at)) {
            case TRAILER -> {
                parts.add("3B", at + 1);
                return false;
            }
            case IMAGE_SEPARATOR -> image(at);
            case EXTENSION_INTRODUCER -> extension(at);
            default -> verify(false, "no block where one should start");
        }
        return true;
    }

    private void image(long at) throws IOException, MalformedContentException {
        window.require(at, IMAGE_LENGTH, "an image descriptor");
        imageSeen = true;
        addWithTable(IMAGE, at + IMAGE_LENGTH, window.u8(at + IMAGE_LENGTH - 1));
        window.require(parts.end(), 1, "image data");
        parts.add("TBID", endOfSubBlocks(parts.end() + 1));
    }

    private void extension(long at) throws IOException, MalformedContentException {
        int label = window.u8(at + 1);
        long end = endOfSubBlocks(at + 2);
        if (label == APPLICATION_LABEL && isStore(at + 2, end)) {
            store(new ByteRange(at, end - at));
        }
        parts.add("21" + Integer.toHexString(0x100 | label).substring(1).toUpperCase(java.util.Locale.ROOT), end);
    }

    /** The offset behind the terminator of the sub-blocks that start at {@code from}. */
    private long endOfSubBlocks(long from) throws IOException, MalformedContentException {
        long at = from;
        for (int count = window.u8(at); count > 0; count = window.u8(at)) {
            window.require(at, 1 + count, "a data sub-block");
            at += 1 + count;
        }
        return at + 1;
    }

    private boolean isStore(long at, long end) throws IOException, MalformedContentException {
        int length = StoreBlock.IDENTIFIER.length();
        return end - at > length + StoreBlock.VERSION.length()
                && window.octets(at, length).equals(StoreBlock.IDENTIFIER);
    }

    private void store(ByteRange block) throws IOException, MalformedContentException {
        long version = block.start() + 2 + StoreBlock.IDENTIFIER.length();
        if (window.u8(version) != StoreBlock.VERSION.at(0)) {
            suspicions.add(new Suspicion(block, "a C2PA_GIF block of the unknown version " + window.u8(version)));
        } else if (imageSeen) {
            suspicions.add(new Suspicion(block, "a C2PA_GIF block stands behind the first image"));
        } else {
            ByteRange subBlocks = ByteRange.between(version + StoreBlock.VERSION.length(), block.end());
            LimitExceededException.check("manifest store", subBlocks.length(), limits.manifestStore());
            stores.add(EmbeddedStore.split(List.of(block), joined(subBlocks), EmbeddedStore.Role.MANIFEST));
        }
    }

    private Octets joined(ByteRange subBlocks) throws IOException, MalformedContentException {
        ByteBuffer source = asset.source().octets(subBlocks, limits).asBuffer();
        ByteBuffer joined = ByteBuffer.allocate(source.remaining());
        for (int count = source.get() & 0xFF; count > 0; count = source.get() & 0xFF) {
            joined.put(source.slice().limit(count));
            source.position(source.position() + count);
        }
        return Octets.adopt(joined.array()).slice(0, joined.position());
    }

    private void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(GifFormat.NAME, new ByteRange(parts.end(), 0), cause);
        }
    }
}
