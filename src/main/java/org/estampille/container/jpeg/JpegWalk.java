package org.estampille.container.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.HeaderWindow;
import org.estampille.container.Part;
import org.estampille.container.PartList;

/** One walk over the segments of a JPEG file, from SOI to EOI; what follows is {@code trailing}. */
final class JpegWalk {

    /** The name of a part that holds a piece of a manifest store, as C2PA 2.5 calls it in box hashes. */
    static final String STORE = "C2PA";

    /** Fill octets before a marker (ITU-T T.81 clause B.1.1.2). */
    static final String FILL = "fill";

    /** Octets between segments that no marker starts; decoders skip them. */
    private static final String EXTRANEOUS = "extraneous";

    static final int WINDOW = 512;

    /** More than any box within the limits needs; each one costs memory. */
    private static final int MOST_JUMBF_SEGMENTS = 1 << 16;

    private final Asset asset;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final EntropyScan scan;
    private final Map<Long, Long> scans;
    private final PartList parts;
    private final List<JumbfSegment> jumbf = new ArrayList<>();

    /** @param scans where scans that stand somewhere are expected to end */
    JpegWalk(Asset asset, ReadLimits limits, Map<Long, Long> scans) {
        this.scans = scans;
        this.asset = asset;
        this.limits = limits;
        this.window = new HeaderWindow(JpegFormat.NAME, asset.source(), WINDOW);
        this.scan = new EntropyScan(asset.source());
        this.parts = new PartList("JPEG segments", limits);
    }

    ContainerMap map() throws IOException, MalformedContentException {
        verify(window.length() >= 2 && window.u16be(0) == 0xFFD8, 0, "does not start with SOI");
        parts.add("SOI", 2);
        while (step()) {}
        long length = window.length();
        parts.add("trailing", length);
        return stores(parts.toList(), length);
    }

    /** Takes what stands at the end of the parts so far; false after EOI. */
    private boolean step() throws IOException, MalformedContentException {
        long at = parts.end();
        verify(at < window.length(), at, "ends without an EOI marker");
        if (window.u8(at) != 0xFF) {
            parts.add(EXTRANEOUS, scan.nextMarker(at));
            return true;
        }
        int code = window.u8(at + 1);
        if (code == 0xFF) {
            parts.add(FILL, scan.lastOfRun(at));
            return true;
        }
        verify(Marker.isKnown(code) && code != Marker.SOI, at, "no marker FF " + hex(code) + " is allowed here");
        if (Marker.standsAlone(code)) {
            parts.add(Marker.name(code), at + 2);
            return code != Marker.EOI;
        }
        segment(at, code);
        return true;
    }

    private void segment(long at, int code) throws IOException, MalformedContentException {
        int length = window.u16be(at + 2);
        verify(length >= 2, at, "segment " + Marker.name(code) + " of " + length + " octets");
        window.require(at, 2L + length, "segment " + Marker.name(code));
        long end = at + 2 + length;
        if (code == Marker.APP11) {
            Optional<JumbfSegment> piece = JumbfSegment.read(window, parts.size(), ByteRange.between(at, end));
            if (piece.isPresent()) {
                LimitExceededException.check("JUMBF segments", jumbf.size() + 1L, MOST_JUMBF_SEGMENTS);
                jumbf.add(piece.get());
            }
        }
        parts.add(Marker.name(code), code == Marker.SOS ? endOfScan(at, end) : end);
    }

    private long endOfScan(long at, long data) throws IOException, MalformedContentException {
        Long expected = scans.get(at);
        return expected != null && expected >= data && isMarker(expected) ? expected : scan.nextMarker(data);
    }

    private boolean isMarker(long at) throws IOException, MalformedContentException {
        if (at + 2 > window.length() || window.u8(at) != 0xFF) {
            return false;
        }
        int code = window.u8(at + 1);
        return Marker.isKnown(code) && !Marker.isRestart(code);
    }

    private ContainerMap stores(List<Part> all, long length) throws IOException, MalformedContentException {
        if (jumbf.isEmpty()) {
            return new ContainerMap(asset.format(), length, all, List.of(), List.of());
        }
        List<Part> named = new ArrayList<>(all);
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        for (JumbfGroup group : groups()) {
            if (group.isManifestStore()) {
                for (JumbfSegment segment : group.segments()) {
                    named.set(segment.part(), new Part(STORE, segment.range()));
                }
                Optional<Suspicion> fault = group.fault();
                if (fault.isPresent()) {
                    suspicions.add(fault.get());
                } else {
                    stores.add(group.store(asset.source(), limits));
                }
            }
        }
        return new ContainerMap(asset.format(), length, named, stores, suspicions);
    }

    /** The pieces by instance number, in the order of the first piece of each. No lambdas here: they cost a cold start dearly. */
    private List<JumbfGroup> groups() {
        Map<Integer, List<JumbfSegment>> byInstance = new LinkedHashMap<>();
        for (JumbfSegment segment : jumbf) {
            List<JumbfSegment> pieces = byInstance.get(segment.instance());
            if (pieces == null) {
                pieces = new ArrayList<>();
                byInstance.put(segment.instance(), pieces);
            }
            pieces.add(segment);
        }
        List<JumbfGroup> groups = new ArrayList<>();
        for (List<JumbfSegment> pieces : byInstance.values()) {
            groups.add(new JumbfGroup(pieces));
        }
        return groups;
    }

    private static String hex(int code) {
        return Integer.toHexString(0x100 | code).substring(1).toUpperCase(java.util.Locale.ROOT);
    }

    private void verify(boolean condition, long at, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(JpegFormat.NAME, new ByteRange(at, 0), cause);
        }
    }
}
