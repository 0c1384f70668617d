package org.estampille.bind;

import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/** How the boxes of a file lie in it, as far as a box hash depends on that (C2PA 2.5 clauses 14.12.3 and 16.3.3.3). */
sealed interface BoxLayout permits ContiguousBoxes, FontTables {

    static BoxLayout of(AssetFormat.Family family, ContainerMap map) {
        return family == AssetFormat.Family.SFNT ? new FontTables(map) : new ContiguousBoxes(family, map);
    }

    /** The boxes that {@code entries} have to name, by the names that they use. */
    List<Part> named(List<BoxEntry> entries, List<Part> found);

    /** Whether {@code box}, which is called like one, may be the manifest store. */
    boolean isStore(Part box);

    /** Whether a box of that name may be left out as a whole: it holds metadata. */
    boolean mayLeaveOut(String box);

    /** Whether octets of such a box may be left out that start {@code from} octets behind its start. */
    boolean mayLeaveOut(String box, long from);

    /** Why the boxes of one entry cannot be hashed in one go; empty when they can. */
    Optional<String> disorder(List<Part> run);

    /** What the hash of {@code entry} covers, which stands for the boxes of {@code run}. */
    List<DigestPlan.Input> inputs(BoxEntry entry, List<Part> run);

    /** Whether octets that only an entry for what follows the last box covers close the file. */
    boolean endsUnlisted(List<Part> boxes);

    /** Whether the file has octets that no hash covers, besides those of the manifest store. */
    boolean leavesOut(List<BoxEntry> entries, List<Part> boxes);

    /** Where the last of {@code boxes} ends, in octets from the start of the file. */
    static long end(List<Part> boxes) {
        return boxes.stream().mapToLong(box -> box.range().end()).max().orElse(0);
    }
}
