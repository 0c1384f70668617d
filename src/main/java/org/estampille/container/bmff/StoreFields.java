package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;

/** What the boxes of manifest stores say beside the stores: no hash covers it, so that it must at least make sense (clause A.5). */
final class StoreFields {

    private StoreFields() {}

    /** The fields that do not fit the boxes of the file; without stores nothing is read. */
    static List<Suspicion> check(ByteSource source, BmffFile file, List<EmbeddedStore> stores) throws IOException {
        List<Suspicion> found = new ArrayList<>();
        if (stores.isEmpty()) {
            return found;
        }
        if (stores.size() == 1 && stores.get(0).role() == EmbeddedStore.Role.ORIGINAL) {
            found.add(new Suspicion(
                    stores.get(0).extent(), "a C2PA box of purpose 'original' whose box of updates is missing"));
        }
        List<ProvenanceBox> boxes = ProvenanceBox.in(source, file);
        for (ProvenanceBox box : boxes) {
            if (holdsStore(box) && !isMerkleOffset(source, box, boxes)) {
                found.add(new Suspicion(
                        box.range(), "a C2PA box whose offset leads to no box of purpose 'merkle' in the file"));
            }
        }
        return found;
    }

    private static boolean holdsStore(ProvenanceBox box) {
        return box.purpose().equals(ProvenanceBox.MANIFEST)
                || box.purpose().equals(ProvenanceBox.ORIGINAL)
                || box.purpose().equals(ProvenanceBox.UPDATE);
    }

    /** Zero, or where an auxiliary box starts; a box of updates may go without the field. */
    private static boolean isMerkleOffset(ByteSource source, ProvenanceBox box, List<ProvenanceBox> boxes)
            throws IOException {
        byte[] head =
                new byte[(int) Math.min(StoreBox.MERKLE_OFFSET, box.content().length())];
        source.read(box.content().start(), ByteBuffer.wrap(head));
        Octets field = Octets.adopt(head);
        if (field.isZero() || box.purpose().equals(ProvenanceBox.UPDATE) && StoreBox.startsSuperbox(field, 0)) {
            return true;
        }
        long offset =
                field.length() == StoreBox.MERKLE_OFFSET ? field.asBuffer().getLong(0) : -1;
        for (ProvenanceBox other : boxes) {
            ByteRange range = other.range();
            if (other.purpose().equals(ProvenanceBox.MERKLE) && range.start() == offset) {
                return true;
            }
        }
        return false;
    }
}
