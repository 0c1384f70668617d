package org.estampille.container.bmff;

import java.io.IOException;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;

/**
 * Plans a file whose manifests are updated: the store keeps its place and length and is called {@code original}, the updates
 * stand in a box at the end, where they move nothing (C2PA 2.5 clause A.5.3). The BMFF hash covers where each box starts.
 */
final class BmffUpdate {

    private final ByteSource source;
    private final ContainerMap map;
    private final StoreUpdate update;
    private final ReadLimits limits;

    BmffUpdate(ByteSource source, ContainerMap map, StoreUpdate update, ReadLimits limits) {
        this.source = source;
        this.map = map;
        this.update = update;
        this.limits = limits;
    }

    Layout lay() throws IOException, MalformedContentException {
        EmbeddedStore store = map.stores().get(0);
        ByteRange box = store.extent();
        SegmentList segments = new SegmentList();
        segments.copy(ByteRange.between(0, box.start()));
        segments.fresh(original(store));
        segments.copy(ByteRange.between(box.end(), end(box)));
        segments.slot(StoreBox.updateLength(update.updatesLength()));
        return new Layout(segments.toList(), StoreBox::wrapUpdate);
    }

    /** Where the updates go: at the place of those there are, or at the end. */
    private long end(ByteRange first) throws IOException, MalformedContentException {
        BmffFile file = BmffFile.read(source, limits);
        List<BmffBox> boxes = file.boxes();
        BmffBox last = boxes.get(boxes.size() - 1);
        if (map.stores().size() > 1) {
            ByteRange updates = map.stores().get(1).extent();
            if (updates.end() != source.length()) {
                throw malformed(updates, "the store of updates is not the last box");
            }
            return updates.start();
        }
        if (file.trailing().isPresent()) {
            throw malformed(file.trailing().get(), "octets that are no box stand at the end");
        }
        if (last.range().start() != first.start()
                && source.octets(new ByteRange(last.range().start(), 4), limits).isZero()) {
            throw malformed(last.range(), "the last box reaches to the end of the file, so that none can follow it");
        }
        return source.length();
    }

    /** What was redacted from the store leaves zeros behind it. */
    private Octets original(EmbeddedStore store) throws IOException, MalformedContentException {
        ByteRange range = store.extent();
        int spare = store.store().length() - update.earlier().length();
        if (spare < 0) {
            throw malformed(range, "the original manifest store cannot grow");
        }
        Octets box = source.octets(range, limits);
        int storeAt = box.length() - store.padding().length() - store.store().length();
        return Octets.concat(
                StoreBox.asOriginal(box.slice(0, storeAt)), update.earlier(), Octets.zeros(spare), store.padding());
    }

    private static MalformedContentException malformed(ByteRange where, String what) {
        return new MalformedContentException("BMFF", where, what);
    }
}
