package org.estampille.container.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SliceSource;
import org.estampille.container.BoxNames;
import org.estampille.container.BoxNames.Restarts;
import org.estampille.container.ContainerMap;
import org.estampille.container.HeaderWindow;
import org.estampille.container.Part;
import org.estampille.container.PartList;

/** Tells the boxes of a JPEG file apart: segments, restart intervals, the images of a Multi-Picture file. */
final class JpegBoxes {

    private final Asset asset;
    private final ReadLimits limits;
    private final HeaderWindow window;
    private final EntropyScan scan;

    JpegBoxes(Asset asset, ReadLimits limits) {
        this.asset = asset;
        this.limits = limits;
        this.window = new HeaderWindow(JpegFormat.NAME, asset.source(), JpegWalk.WINDOW);
        this.scan = new EntropyScan(asset.source());
    }

    List<Part> of(ContainerMap map, BoxNames.Reading reading) throws IOException, MalformedContentException {
        List<Part> boxes = new ArrayList<>();
        for (Part part : BoxNames.of(map)) {
            add(boxes, part, reading.restarts(), isStore(part, map));
        }
        for (int image = 1; image < reading.images() && end(boxes) < map.length(); image++) {
            addImage(boxes, end(boxes), reading.restarts());
        }
        return boxes;
    }

    private static boolean isStore(Part part, ContainerMap map) {
        return map.stores().stream().anyMatch(store -> store.extent().equals(part.range()));
    }

    private static long end(List<Part> boxes) {
        return boxes.get(boxes.size() - 1).range().end();
    }

    /** The segments of one more image; a store in it is not the one this file is bound by, and an APP11 segment like any other. */
    private void addImage(List<Part> boxes, long start, Restarts restarts)
            throws IOException, MalformedContentException {
        ByteRange rest = ByteRange.between(start, asset.source().length());
        Asset image = new Asset(asset.name(), new SliceSource(asset.source(), rest), asset.format());
        for (Part part : new JpegWalk(image, limits, Map.of()).map().parts()) {
            if (!part.name().equals("trailing") && !part.name().equals("extraneous")) {
                add(boxes, new Part(part.name(), part.range().shift(start)), restarts, false);
            }
        }
    }

    private void add(List<Part> boxes, Part part, Restarts restarts, boolean store)
            throws IOException, MalformedContentException {
        PartList.admit("JPEG boxes", boxes.size() + 1L, limits);
        if (part.name().equals(JpegWalk.FILL)) {
            return;
        }
        if (part.name().equals("SOS") && restarts != Restarts.IN_SCAN) {
            addScan(boxes, part.range(), restarts);
        } else {
            boxes.add(part.name().equals(JpegWalk.STORE) && !store ? new Part("APP11", part.range()) : part);
        }
    }

    private void addScan(List<Part> boxes, ByteRange range, Restarts restarts)
            throws IOException, MalformedContentException {
        long data = range.start() + 2 + window.u16be(range.start() + 2);
        long at = scan.nextRestart(data, range.end());
        boolean apart = restarts == Restarts.APART;
        boxes.add(new Part("SOS", apart ? ByteRange.between(range.start(), at) : range));
        while (at < range.end()) {
            PartList.admit("JPEG boxes", boxes.size() + 1L, limits);
            long next = scan.nextRestart(at + 2, range.end());
            String name = Marker.name(window.u8(at + 1));
            boxes.add(new Part(name, apart ? ByteRange.between(at, next) : new ByteRange(at, 2)));
            at = next;
        }
    }
}
