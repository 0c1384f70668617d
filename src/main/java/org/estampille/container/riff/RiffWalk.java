package org.estampille.container.riff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/** Reads the forms of a RIFF file and the chunks directly inside them; only headers are touched. */
final class RiffWalk {

    private static final int WINDOW = 64;

    private final AssetFormat format;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private int chunkCount;

    RiffWalk(AssetFormat format, ByteSource source, ReadLimits limits) {
        this.format = format;
        this.limits = limits;
        this.window = new HeaderWindow(RiffFormat.NAME, source, WINDOW);
    }

    /** The forms from the start of the file on; only AVI has more than one, the others have type {@code AVIX}. */
    List<RiffForm> forms() throws IOException, MalformedContentException {
        window.require(0, RiffForm.HEADER, "the RIFF header");
        List<RiffForm> forms = new ArrayList<>();
        forms.add(first());
        long at = forms.get(0).range().end();
        while (format == AssetFormat.AVI && continuesAt(at)) {
            RiffForm form = form(at, window.u32le(at + RiffForm.SIZE_AT), Optional.empty());
            forms.add(form);
            at = form.range().end();
        }
        return forms;
    }

    private boolean continuesAt(long at) throws IOException, MalformedContentException {
        return window.length() - at >= RiffForm.HEADER
                && window.fourcc(at).equals("RIFF")
                && window.fourcc(at + RiffChunk.HEADER).equals("AVIX");
    }

    private RiffForm first() throws IOException, MalformedContentException {
        String id = window.fourcc(0);
        long size = window.u32le(RiffForm.SIZE_AT);
        if (id.equals("RIFF")) {
            return form(0, size, Optional.empty());
        }
        verify(id.equals("RF64") || id.equals("BW64"), 0, "does not start with RIFF, RF64 or BW64");
        LongSizes sizes = LongSizes.read(window, limits);
        boolean is64 = size == LongSizes.IN_DS64;
        RiffForm form = form(0, is64 ? sizes.riffSize() : size, Optional.of(sizes));
        return is64 ? form.withLongSizeAt(sizes.riffSizeAt()) : form;
    }

    private RiffForm form(long start, long size, Optional<LongSizes> sizes)
            throws IOException, MalformedContentException {
        long left = window.length() - start - RiffChunk.HEADER;
        verify(size >= 4, start, "the RIFF size is " + size + ", too little for a form type");
        verify(size <= left, start, "the RIFF size is " + size + ", the file has " + left + " octets left");
        long end = start + RiffChunk.HEADER + size;
        List<RiffChunk> chunks = new ArrayList<>();
        long at = start + RiffForm.HEADER;
        while (end - at >= RiffChunk.HEADER) {
            RiffChunk chunk = chunk(at, end, sizes);
            chunks.add(chunk);
            at = chunk.range().end();
        }
        String type = window.fourcc(start + RiffChunk.HEADER);
        return new RiffForm(type, ByteRange.between(start, Math.max(at, end)), chunks, Optional.empty());
    }

    private RiffChunk chunk(long at, long formEnd, Optional<LongSizes> sizes)
            throws IOException, MalformedContentException {
        PartList.admit("RIFF chunks", ++chunkCount, limits);
        String id = window.fourcc(at);
        long size = window.u32le(at + 4);
        if (size == LongSizes.IN_DS64 && sizes.isPresent()) {
            Optional<Long> known = sizes.get().of(id);
            verify(known.isPresent(), at, "ds64 has no size for chunk '" + id + "'");
            size = known.orElse(0L);
        }
        long dataStart = at + RiffChunk.HEADER;
        verify(
                size <= formEnd - dataStart,
                at,
                "chunk '" + id + "' of " + size + " octets ends past its form, which has " + (formEnd - dataStart)
                        + " left");
        long dataEnd = dataStart + size;
        String name = id.equals("LIST") && size >= 4 ? window.fourcc(dataStart) : id;
        return new RiffChunk(
                id,
                name,
                ByteRange.between(at, dataEnd + pad(dataEnd, formEnd)),
                ByteRange.between(dataStart, dataEnd));
    }

    /**
     * 1 where an octet follows that makes the chunk even: inside the form, or a zero directly behind a form whose writer did not
     * count it.
     */
    private int pad(long dataEnd, long formEnd) throws IOException, MalformedContentException {
        boolean odd = (dataEnd & 1) == 1;
        boolean counted = dataEnd < formEnd;
        boolean uncounted = dataEnd == formEnd && dataEnd < window.length() && window.u8(dataEnd) == 0;
        return odd && (counted || uncounted) ? 1 : 0;
    }

    private static void verify(boolean condition, long at, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(RiffFormat.NAME, new ByteRange(at, 0), cause);
        }
    }
}
