package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;

/**
 * The boxes of a file by the names general box hashes give them (C2PA 2.5 clause 16.3.3.3). Octets that no structure claims are
 * no box.
 */
public final class BoxNames {

    /** The box that holds the manifest store, whatever the format calls it. */
    public static final String STORE = "C2PA";

    /** Names of parts that are no boxes. None is four characters long, so no chunk is called so. */
    private static final Set<String> NO_BOX = Set.of("trailing", "extraneous");

    /**
     * How the boxes are to be told apart.
     *
     * @param images JPEG only: how many images that follow one another without a gap, as in the Multi-Picture Format; at least 1
     * @param restarts JPEG only: where the octets between restart markers belong
     */
    public record Reading(int images, Restarts restarts) {}

    /** To which box of a JPEG file the data behind a restart marker belong. */
    public enum Restarts {
        /** Every marker starts a box that ends before the next one: the standard. */
        APART,
        /** To the scan, and no restart marker is a box: what the reference SDK writes for files it cut itself. */
        IN_SCAN,
        /** To the scan, and every marker is also a box of two octets: what the reference SDK once wrote. */
        MARKERS_ONLY
    }

    private BoxNames() {}

    /** The boxes of a map: its parts, those of each manifest store joined to one. */
    public static List<Part> of(ContainerMap map) {
        List<Part> boxes = new ArrayList<>();
        for (Part part : map.parts()) {
            if (NO_BOX.contains(part.name())) {
                continue;
            }
            ByteRange store = storeAround(part.range(), map.stores());
            if (store.isEmpty()) {
                boxes.add(part);
            } else if (part.range().start() == store.start()) {
                boxes.add(new Part(STORE, store));
            }
        }
        return boxes;
    }

    private static ByteRange storeAround(ByteRange part, List<EmbeddedStore> stores) {
        for (EmbeddedStore store : stores) {
            if (store.extent().contains(part)) {
                return store.extent();
            }
        }
        return new ByteRange(0, 0);
    }
}
