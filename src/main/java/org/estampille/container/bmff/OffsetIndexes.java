package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/**
 * Rewrites boxes that hold absolute file offsets: {@code stco}, {@code co64}, {@code saio}, {@code iloc}, {@code tfhd}, {@code
 * tfra} and, where the distances it states change, {@code sidx} (ISO/IEC 14496-12 clauses 8.7.5, 8.7.9, 8.8.7, 8.8.10, 8.11.3,
 * 8.16.3). Everything else keeps its octets.
 */
final class OffsetIndexes {

    private static final String FORMAT = "BMFF";
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mfra", "meta");

    private final Relocation map;
    private final Set<Long> promoted;
    private final ReadLimits limits;

    /**
     * @param map where octets go
     * @param promoted source offsets of the boxes that need 64-bit offsets; added to when another is found
     */
    OffsetIndexes(Relocation map, Set<Long> promoted, ReadLimits limits) {
        this.map = map;
        this.promoted = promoted;
        this.limits = limits;
    }

    /** The box with its offsets moved; {@code octets} are the whole box as it is in the source. */
    Octets patch(BmffBox box, Octets octets) throws IOException, MalformedContentException {
        return box(box.type(), octets, box.headerLength(), box.range().start(), 0);
    }

    private Octets box(String type, Octets octets, int headerLength, long at, int depth)
            throws IOException, MalformedContentException {
        return switch (type) {
            case "stco" -> new ChunkOffsets(map, promoted).patchStco(octets, headerLength, at);
            case "co64" -> new ChunkOffsets(map, promoted).patchCo64(octets, headerLength, at);
            case "saio" -> new ChunkOffsets(map, promoted).patchSaio(octets, headerLength, at);
            case "iloc" -> new ItemLocations(map).patch(octets, headerLength, at);
            case "tfra" -> FragmentOffsets.patchTfra(map, octets, headerLength, at);
            case "sidx" -> SegmentIndex.patch(map, octets, headerLength, at);
            case "cmov" ->
                throw new MalformedContentException(
                        FORMAT,
                        new ByteRange(at, octets.length()),
                        "offsets in a compressed movie header cannot be moved");
            default -> CONTAINERS.contains(type) ? container(type, octets, headerLength, at, depth) : octets;
        };
    }

    private Octets container(String type, Octets octets, int headerLength, long at, int depth)
            throws IOException, MalformedContentException {
        LimitExceededException.check("box depth", depth, limits.depth());
        int start = type.equals("meta") ? metaStart(octets, headerLength) : headerLength;
        ByteRange within = ByteRange.between(start, octets.length());
        List<BmffBox> children = BmffBox.in(new OctetsSource(octets), within, limits);
        if (type.equals("traf")) {
            return FragmentOffsets.patchTraf(map, octets, children, at);
        }
        if (type.equals("minf") && DataReferences.allExternal(octets, children, limits)) {
            return octets;
        }
        List<Octets> parts = new ArrayList<>();
        parts.add(octets.slice(headerLength, start - headerLength));
        int end = start;
        for (BmffBox child : children) {
            Octets before = octets.slice(
                    (int) child.range().start(), (int) child.range().length());
            parts.add(box(
                    child.type(),
                    before,
                    child.headerLength(),
                    at + child.range().start(),
                    depth + 1));
            end = (int) child.range().end();
        }
        parts.add(octets.from(end));
        return Frames.resize(octets, headerLength, Octets.concat(parts), at);
    }

    /** QuickTime writes {@code meta} without version and flags; its first child is the handler either way. */
    private static int metaStart(Octets octets, int headerLength) {
        boolean plain = octets.length() >= headerLength + 8
                && octets.slice(headerLength + 4, 4).equals(Octets.ofAscii("hdlr"));
        return Math.min(plain ? headerLength : headerLength + 4, octets.length());
    }
}
