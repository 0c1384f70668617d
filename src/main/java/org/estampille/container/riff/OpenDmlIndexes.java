package org.estampille.container.riff;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/**
 * The absolute offsets in the indexes of large AVI files (OpenDML AVI file format extensions 1.02, clause 3): the super index in
 * each stream header points at standard indexes, and these at the data. Both kinds are patched when the forms behind the first
 * one move. What points outside the file or at something else than an index was broken before and is left alone.
 */
final class OpenDmlIndexes {

    private static final int INDEX_OF_INDEXES = 0;
    private static final int INDEX_OF_CHUNKS = 1;
    private static final int TYPE_AT = 3;
    private static final int COUNT_AT = 4;
    private static final int BASE_AT = 12;
    private static final int ENTRIES_AT = 24;
    private static final int SUPER_ENTRY = 16;
    private static final int WINDOW = 4 << 10;

    private final HeaderWindow window;
    private final ReadLimits limits;
    private final Relocation relocation;
    private final NavigableMap<Long, Octets> patches = new TreeMap<>();
    private int visited;

    OpenDmlIndexes(ByteSource source, Relocation relocation, ReadLimits limits) {
        this.window = new HeaderWindow(RiffFormat.NAME, source, WINDOW);
        this.limits = limits;
        this.relocation = relocation;
    }

    /** New octets by their offset in the source, for the indexes named in the header list of {@code form}. */
    NavigableMap<Long, Octets> patches(RiffForm form) throws IOException, MalformedContentException {
        for (RiffChunk chunk : form.chunks()) {
            if (chunk.name().equals("hdrl")) {
                list(chunk.data(), 0);
            }
        }
        return patches;
    }

    private void list(ByteRange data, int depth) throws IOException, MalformedContentException {
        LimitExceededException.check("RIFF depth", depth, limits.depth());
        long at = data.start() + 4;
        while (data.end() - at >= RiffChunk.HEADER) {
            PartList.admit("RIFF chunks", ++visited, limits);
            String id = window.fourcc(at);
            long size = window.u32le(at + 4);
            ByteRange inner = new ByteRange(at + RiffChunk.HEADER, size);
            if (inner.end() > data.end()) {
                return;
            }
            if (id.equals("LIST") && size >= 4) {
                list(inner, depth + 1);
            } else if (id.equals("indx") && size >= ENTRIES_AT) {
                index(inner);
            }
            at = inner.end() + (size & 1);
        }
    }

    private void index(ByteRange data) throws IOException, MalformedContentException {
        int type = window.u8(data.start() + TYPE_AT);
        if (type == INDEX_OF_CHUNKS) {
            moveBase(data, relocation.shiftAt(data.start()));
        } else if (type == INDEX_OF_INDEXES) {
            long count = Math.min(window.u32le(data.start() + COUNT_AT), (data.length() - ENTRIES_AT) / SUPER_ENTRY);
            for (long i = 0; i < count; i++) {
                superEntry(data.start() + ENTRIES_AT + i * SUPER_ENTRY);
            }
        }
    }

    private void superEntry(long at) throws IOException, MalformedContentException {
        PartList.admit("AVI indexes", ++visited, limits);
        long target = window.u64le(at);
        long shift = relocation.shiftAt(target);
        if (shift == 0 || target > window.length() - RiffChunk.HEADER - ENTRIES_AT) {
            return;
        }
        ByteRange data = new ByteRange(target + RiffChunk.HEADER, window.u32le(target + 4));
        boolean isIndex = window.fourcc(target).startsWith("ix")
                && data.length() >= ENTRIES_AT
                && window.u8(data.start() + TYPE_AT) == INDEX_OF_CHUNKS;
        if (isIndex) {
            patches.put(at, u64le(target + shift));
            moveBase(data, shift);
        }
    }

    /** A standard index stands beside the data it points at, so its base moves as it does. */
    private void moveBase(ByteRange data, long shift) throws IOException, MalformedContentException {
        long base = window.u64le(data.start() + BASE_AT);
        if (shift != 0 && base + shift >= 0) {
            patches.put(data.start() + BASE_AT, u64le(base + shift));
        }
    }

    private static Octets u64le(long value) {
        return Octets.u64be(Long.reverseBytes(value));
    }
}
