package org.estampille.marks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Finds the first pictures of videos in AVI, whose units stand behind start codes or behind their lengths. */
final class AviPictures {

    private static final int HEADER = 8;
    private static final int LIST_HEADER = 12;
    private static final int WINDOW = 1 << 20;
    private static final int COMPRESSION_AT = 16;
    private static final int LENGTH = 4;
    private static final Octets START_CODE = Octets.of(0, 0, 1);
    private static final Octets LONG_START_CODE = Octets.of(0, 0, 0, 1);
    private static final Set<String> H264 = Set.of("h264", "x264", "avc1", "davc");
    private static final Set<String> H265 = Set.of("hevc", "h265", "x265", "hvc1", "hev1");

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private final List<String> codes = new ArrayList<>();

    AviPictures(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    private record Chunk(String id, Octets content) {}

    /** The list {@code hdrl}, which says how each stream is coded. */
    void streams(ByteRange list) throws IOException, MalformedContentException {
        for (Chunk stream : chunks(window(list).from(LIST_HEADER))) {
            if (stream.id().equals("LIST") && stream.content().startsWith(Octets.ofAscii("strl"))) {
                codes.add(code(chunks(stream.content().from(4))));
            }
        }
    }

    private static String code(List<Chunk> stream) {
        for (Chunk chunk : stream) {
            if (chunk.id().equals("strf") && chunk.content().length() >= COMPRESSION_AT + 4) {
                return code(chunk.content());
            }
        }
        return "";
    }

    private static String code(Octets format) {
        return format.slice(COMPRESSION_AT, 4).latin1().toLowerCase(Locale.ROOT);
    }

    /** Whether a bitmap header says H.264 or H.265. */
    static boolean codes(Octets format) {
        String code = format.length() >= COMPRESSION_AT + 4 ? code(format) : "";
        return H264.contains(code) || H265.contains(code);
    }

    /** The list {@code movi}, which holds the pictures. */
    void pictures(ByteRange list) throws IOException, MalformedContentException {
        if (codes.contains("av01")) {
            items.unread(SeiUnits.AV1_PLACE, Gap.NOT_READ_HERE);
        }
        if (codes.stream().anyMatch(code -> H264.contains(code) || H265.contains(code))) {
            pictures(chunks(window(list).from(LIST_HEADER)), true);
        }
    }

    private void pictures(List<Chunk> chunks, boolean whole) throws MalformedContentException {
        for (Chunk chunk : chunks) {
            if (chunk.id().equals("LIST") && whole && chunk.content().startsWith(Octets.ofAscii("rec "))) {
                pictures(chunks(chunk.content().from(4)), false);
            } else if (chunk.id().matches("\\d\\d(dc|db)")) {
                int stream = Integer.parseInt(chunk.id().substring(0, 2));
                picture(chunk.content(), stream < codes.size() ? codes.get(stream) : "");
            }
        }
    }

    private void picture(Octets content, String code) {
        if (H264.contains(code) || H265.contains(code)) {
            SeiUnits units = new SeiUnits(items, H265.contains(code));
            if (content.startsWith(START_CODE) || content.startsWith(LONG_START_CODE)) {
                units.marked(content);
            } else {
                units.prefixed(content, LENGTH);
            }
        }
    }

    private Octets window(ByteRange list) throws IOException, MalformedContentException {
        return source.octets(new ByteRange(list.start(), Math.min(WINDOW, list.length())), limits);
    }

    /** The last one may be cut short by the end of the window. */
    private static List<Chunk> chunks(Octets octets) throws MalformedContentException {
        List<Chunk> chunks = new ArrayList<>();
        ByteCursor cursor = new ByteCursor("RIFF", octets, 0);
        while (cursor.remaining() >= HEADER) {
            String id = cursor.fourcc();
            long size = cursor.u32le();
            chunks.add(new Chunk(id, cursor.take(Math.min(size, cursor.remaining()))));
            cursor.skip(Math.min(size & 1, cursor.remaining()));
        }
        return chunks;
    }
}
