package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/**
 * Boxes that follow one another in the file.
 *
 * @param family says which of them hold metadata
 * @param map of the file
 */
record ContiguousBoxes(AssetFormat.Family family, ContainerMap map) implements BoxLayout {

    private static final String PNG_SIGNATURE = "PNGh";

    /** Old assertions do not list the PNG signature, whose octets can be no others. */
    @Override
    public List<Part> named(List<BoxEntry> entries, List<Part> found) {
        boolean unlisted = !found.isEmpty()
                && found.get(0).name().equals(PNG_SIGNATURE)
                && !entries.get(0).names().get(0).equals(PNG_SIGNATURE);
        return unlisted ? found.subList(1, found.size()) : found;
    }

    @Override
    public boolean isStore(Part box) {
        return map.stores().stream().anyMatch(store -> store.extent().equals(box.range()));
    }

    @Override
    public boolean mayLeaveOut(String box) {
        return MetadataBoxes.mayHold(family, box);
    }

    @Override
    public boolean mayLeaveOut(String box, long from) {
        return from >= MetadataBoxes.header(family) && mayLeaveOut(box);
    }

    @Override
    public Optional<String> disorder(List<Part> run) {
        return Optional.empty();
    }

    /** From the first octet of the first box to the last of the last, without the exclusions. */
    @Override
    public List<DigestPlan.Input> inputs(BoxEntry entry, List<Part> run) {
        List<DigestPlan.Input> inputs = new ArrayList<>();
        long at = run.get(0).range().start();
        for (BoxEntry.Exclusion exclusion : entry.exclusions()) {
            long start = run.get(exclusion.box()).range().start() + exclusion.start();
            inputs.add(new DigestPlan.FileRange(ByteRange.between(at, start)));
            at = start + exclusion.length();
        }
        inputs.add(new DigestPlan.FileRange(ByteRange.between(at, BoxLayout.end(run))));
        return inputs;
    }

    @Override
    public boolean endsUnlisted(List<Part> boxes) {
        return BoxLayout.end(boxes) < map.length();
    }

    @Override
    public boolean leavesOut(List<BoxEntry> entries, List<Part> boxes) {
        long end = 0;
        int at = 0;
        for (BoxEntry entry : entries) {
            if (entry.leavesOut()) {
                return true;
            }
            List<Part> run = boxes.subList(at, at + entry.boxes());
            if (at > 0 && !run.isEmpty() && run.get(0).range().start() > end) {
                return true;
            }
            end = Math.max(end, BoxLayout.end(run));
            at += entry.boxes();
        }
        return false;
    }
}
