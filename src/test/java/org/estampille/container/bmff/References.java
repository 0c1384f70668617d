package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** A player's view of a file: every place in it that its indexes point to, in the order of the indexes. */
final class References {

    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mfra", "meta");

    private final ByteSource source;
    private final List<Long> offsets = new ArrayList<>();
    private long moof;
    private long base;

    private References(ByteSource source) {
        this.source = source;
    }

    static List<Long> of(ByteSource source) throws IOException, MalformedContentException {
        References references = new References(source);
        for (BmffBox box : BmffFile.read(source, ReadLimits.standard()).boxes()) {
            references.visit(box);
        }
        return references.offsets;
    }

    /** The octets at each place, up to {@code count} of them. */
    static List<Octets> octets(ByteSource source, int count) throws IOException, MalformedContentException {
        List<Octets> all = new ArrayList<>();
        for (long offset : of(source)) {
            long length = Math.max(0, Math.min(count, source.length() - offset));
            all.add(length == 0 ? Octets.empty() : source.octets(new ByteRange(offset, length), ReadLimits.standard()));
        }
        return all;
    }

    private void visit(BmffBox box) throws IOException, MalformedContentException {
        ByteRange payload = box.payload();
        if (box.type().equals("moof")) {
            moof = box.range().start();
        }
        if (CONTAINERS.contains(box.type())) {
            boolean fullMeta = box.type().equals("meta") && u32(payload.start()) == 0;
            ByteRange within = ByteRange.between(payload.start() + (fullMeta ? 4 : 0), payload.end());
            for (BmffBox child : BmffBox.in(source, within, ReadLimits.standard())) {
                visit(child);
            }
            return;
        }
        long at = payload.start();
        switch (box.type()) {
            case "stco" -> table(at + 4, 4);
            case "co64" -> table(at + 4, 8);
            case "saio" -> table(at + 4 + ((u32(at) & 1) == 1 ? 8 : 0), u32(at) >>> 24 == 0 ? 4 : 8);
            case "tfhd" -> base = (u32(at) & 1) == 1 ? u64(at + 8) : moof;
            case "trun" -> offsets.add(base + ((u32(at) & 1) == 1 ? (int) u32(at + 8) : 0));
            case "iloc" -> iloc(at);
            case "tfra" -> tfra(at);
            case "sidx" -> sidx(box);
            default -> {}
        }
    }

    private void table(long at, int width) throws IOException {
        long count = u32(at);
        for (long i = 0; i < count; i++) {
            offsets.add(width == 4 ? u32(at + 4 + 4 * i) : u64(at + 4 + 8 * i));
        }
    }

    private void tfra(long at) throws IOException {
        boolean wide = u32(at) >>> 24 == 1;
        int numbers = (int) u32(at + 8);
        int entry = (wide ? 16 : 8) + (numbers >>> 4 & 3) + (numbers >>> 2 & 3) + (numbers & 3) + 3;
        for (long i = 0; i < u32(at + 12); i++) {
            long field = at + 16 + i * entry + (wide ? 8 : 4);
            offsets.add(wide ? u64(field) : u32(field));
        }
    }

    private void sidx(BmffBox box) throws IOException {
        long at = box.payload().start();
        boolean wide = u32(at) >>> 24 == 1;
        long field = at + (wide ? 20 : 16);
        long position = box.range().end() + (wide ? u64(field) : u32(field));
        long entries = field + (wide ? 8 : 4);
        int count = (int) (u32(entries) & 0xFFFF);
        for (int i = 0; i < count; i++) {
            offsets.add(position);
            position += u32(entries + 4 + i * 12L) & 0x7FFFFFFF;
        }
        offsets.add(position);
    }

    private void iloc(long start) throws IOException {
        int version = (int) (u32(start) >>> 24);
        int sizes = (int) (u32(start + 4) >>> 16);
        long at = start + 6;
        long items = version < 2 ? u16(at) : u32(at);
        at += version < 2 ? 2 : 4;
        for (long i = 0; i < items; i++) {
            at += version < 2 ? 2 : 4;
            int method = version == 0 ? 0 : u16(at) & 15;
            at += version == 0 ? 0 : 2;
            at += 2;
            long itemBase = number(at, sizes >>> 4 & 15);
            at += sizes >>> 4 & 15;
            int extents = u16(at);
            at += 2;
            for (int k = 0; k < extents; k++) {
                at += version == 0 ? 0 : sizes & 15;
                long offset = number(at, sizes >>> 12);
                at += (sizes >>> 12) + (sizes >>> 8 & 15);
                if (method == 0) {
                    offsets.add(itemBase + offset);
                }
            }
        }
    }

    private long number(long at, int width) throws IOException {
        return width == 0 ? 0 : width == 4 ? u32(at) : u64(at);
    }

    private int u16(long at) throws IOException {
        return read(at, 2).getShort(0) & 0xFFFF;
    }

    private long u32(long at) throws IOException {
        return read(at, 4).getInt(0) & 0xFFFF_FFFFL;
    }

    private long u64(long at) throws IOException {
        return read(at, 8).getLong(0);
    }

    private ByteBuffer read(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        source.read(at, buffer);
        return buffer;
    }
}
