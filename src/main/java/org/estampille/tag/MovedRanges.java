package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.ProvenanceBox;
import org.estampille.stream.StatedRange;

/** Where ranges of the files of a stream are after tagging. A range that starts with a fragment takes its auxiliary box along. */
final class MovedRanges {

    /** A box before and after; {@code from} is where it starts with the auxiliary box before it. */
    private record Moved(ByteRange source, ByteRange target, long from) {}

    private final StreamRequest request;
    private final ReadLimits limits;
    private final Map<Path, List<Moved>> files = new HashMap<>();

    MovedRanges(StreamRequest request, ReadLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    ByteRange of(StatedRange stated) throws IOException, MalformedContentException {
        Path file = stated.file();
        if (!Files.isRegularFile(file) || !Files.isRegularFile(request.target(file))) {
            return stated.range();
        }
        List<Moved> boxes = files.get(file);
        if (boxes == null) {
            boxes = moved(file);
            files.put(file, boxes);
        }
        ByteRange range = stated.range();
        return ByteRange.between(place(range.start(), boxes, range), place(range.end(), boxes, range));
    }

    private static long place(long offset, List<Moved> boxes, ByteRange range) throws MalformedContentException {
        for (Moved box : boxes) {
            if (offset == box.source().start()) {
                return box.from();
            }
            if (offset > box.source().start() && offset < box.source().end()) {
                return box.target().start() + offset - box.source().start();
            }
        }
        Moved last = boxes.get(boxes.size() - 1);
        if (offset != last.source().end()) {
            throw new MalformedContentException("playlist", range, "a range of octets past the end of its file");
        }
        return last.target().end();
    }

    private List<Moved> moved(Path file) throws IOException, MalformedContentException {
        try (FileSource before = FileSource.open(file);
                FileSource after = FileSource.open(request.target(file))) {
            BmffFile target = BmffFile.read(after, limits);
            Map<Long, ProvenanceBox> added = new HashMap<>();
            for (ProvenanceBox box : ProvenanceBox.in(after, target)) {
                added.put(box.range().start(), box);
            }
            List<Moved> moved = new ArrayList<>();
            List<BmffBox> sources = BmffFile.read(before, limits).boxes();
            long from = -1;
            for (BmffBox box : target.boxes()) {
                ProvenanceBox provenance = added.get(box.range().start());
                if (provenance == null && moved.size() < sources.size()) {
                    long start = from < 0 ? box.range().start() : from;
                    moved.add(new Moved(sources.get(moved.size()).range(), box.range(), start));
                    from = -1;
                } else if (provenance != null && provenance.purpose().equals(ProvenanceBox.MERKLE)) {
                    from = box.range().start();
                }
            }
            return moved;
        }
    }
}
