package org.estampille.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/** Lays the entries of a box hash beside the boxes of a file: each name stands for the next box. */
final class BoxAlignment {

    private final AssetFormat.Family family;
    private final List<BoxEntry> entries;
    private final List<Part> boxes;
    private final ContainerMap map;

    BoxAlignment(AssetFormat.Family family, List<BoxEntry> entries, List<Part> boxes, ContainerMap map) {
        this.family = family;
        this.entries = entries;
        this.boxes = withoutUnlistedSignature(entries, boxes);
        this.map = map;
    }

    /** Old assertions do not list the PNG signature, whose octets can be no others. */
    private static List<Part> withoutUnlistedSignature(List<BoxEntry> entries, List<Part> boxes) {
        boolean unlisted = !boxes.isEmpty()
                && boxes.get(0).name().equals("PNGh")
                && !entries.get(0).names().get(0).equals("PNGh");
        return unlisted ? boxes.subList(1, boxes.size()) : boxes;
    }

    /** Why the names do not fit the boxes, or an entry leaves out what it must not. */
    Optional<BindingOutcome> problem() {
        int at = 0;
        for (BoxEntry entry : entries) {
            for (String name : entry.names()) {
                if (name.equals(BoxEntry.AFTER)) {
                    continue;
                }
                if (at >= boxes.size() || !boxes.get(at).name().equals(name)) {
                    return Optional.of(disorder());
                }
                at++;
            }
        }
        if (at < boxes.size()) {
            return Optional.of(disorder());
        }
        boolean after = entries.get(entries.size() - 1).isAfter();
        if (!after && endsUnlisted()) {
            return Optional.of(new BindingOutcome.UnknownBox("octets after the last box are not listed"));
        }
        return misused();
    }

    private boolean isFont() {
        return family == AssetFormat.Family.SFNT;
    }

    private boolean endsUnlisted() {
        return isFont() ? FontTables.endsLoose(map) : lastEnd() < map.length();
    }

    /** Names that are in the file and not in the list are unknown boxes; anything else is a wrong order or a missing box. */
    private BindingOutcome disorder() {
        Map<String, Integer> listed = new HashMap<>();
        for (BoxEntry entry : entries) {
            for (String name : entry.names()) {
                listed.merge(name, 1, Integer::sum);
            }
        }
        for (Part box : boxes) {
            if (listed.merge(box.name(), -1, Integer::sum) < 0) {
                return new BindingOutcome.UnknownBox("the box " + box.name() + " at " + box.range() + " is not listed");
            }
        }
        return new BindingOutcome.Mismatch("the boxes are not the ones listed, or in another order");
    }

    /** What is left out is the manifest store, or metadata behind the header of a box. */
    private Optional<BindingOutcome> misused() {
        int at = 0;
        for (BoxEntry entry : entries) {
            if (entry.isStore() && !isStore(boxes.get(at))) {
                return Optional.of(new BindingOutcome.UnknownBox("a box called C2PA is no manifest store"));
            }
            Optional<String> problem = entry.isAfter() ? after(entry) : misused(entry, at);
            if (isFont() && !entry.isAfter() && problem.isEmpty()) {
                problem =
                        FontTables.disorder(boxes.subList(at, at + entry.names().size()));
            }
            if (problem.isPresent()) {
                return Optional.of(new BindingOutcome.Mismatch(problem.get()));
            }
            at += entry.isAfter() ? 0 : entry.names().size();
        }
        return Optional.empty();
    }

    private static Optional<String> after(BoxEntry entry) {
        return entry.leavesOut() ? Optional.of("what follows the last box is left out") : Optional.empty();
    }

    private Optional<String> misused(BoxEntry entry, int first) {
        if (entry.isStore()) {
            return Optional.empty();
        }
        for (int i = 0; entry.excluded() && i < entry.names().size(); i++) {
            if (!MetadataBoxes.mayHold(family, entry.names().get(i))) {
                return Optional.of("the box " + entry.names().get(i) + " is left out, and is more than metadata");
            }
        }
        for (BoxEntry.Exclusion exclusion : entry.exclusions()) {
            Part box = boxes.get(first + exclusion.box());
            if (exclusion.start() + exclusion.length() > box.range().length()) {
                return Optional.of("an exclusion ends past the box " + box.name());
            }
            if (exclusion.length() > 0
                    && (exclusion.start() < MetadataBoxes.header(family)
                            || !MetadataBoxes.mayHold(family, box.name()))) {
                return Optional.of("an exclusion in the box " + box.name() + " covers more than metadata");
            }
        }
        return Optional.empty();
    }

    private boolean isStore(Part box) {
        // The table of a font may hold an address only (clause 14.12.3.3).
        return isFont() && box.name().equals(BoxNames.STORE)
                || map.stores().stream().anyMatch(store -> store.extent().equals(box.range()));
    }

    /** Whether the file has octets that no hash covers, besides those of the manifest store. */
    boolean leavesOut() {
        if (isFont()) {
            return FontTables.hasLoose(map);
        }
        long end = boxes.get(0).range().start();
        int at = 0;
        for (BoxEntry entry : entries) {
            if (entry.leavesOut()) {
                return true;
            }
            if (!entry.isAfter()) {
                ByteRange run = run(at, entry.names().size());
                if (run.start() > end) {
                    return true;
                }
                end = Math.max(end, run.end());
                at += entry.names().size();
            }
        }
        return false;
    }

    /** What to hash for each entry; nothing for one that is not compared. Call when there is no problem. */
    List<DigestPlan> plans(List<HashAlgorithm> algorithms) {
        List<DigestPlan> plans = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < entries.size(); i++) {
            BoxEntry entry = entries.get(i);
            List<DigestPlan.Input> inputs = new ArrayList<>();
            if (entry.isAfter()) {
                inputs.add(new DigestPlan.FileRange(ByteRange.between(lastEnd(), map.length())));
            } else if (!entry.isStore() && !entry.excluded()) {
                inputs(entry, at, inputs);
            }
            at += entry.isAfter() ? 0 : entry.names().size();
            plans.add(new DigestPlan(algorithms.get(i), inputs));
        }
        return plans;
    }

    private void inputs(BoxEntry entry, int first, List<DigestPlan.Input> inputs) {
        if (isFont()) {
            inputs.addAll(
                    FontTables.inputs(boxes.subList(first, first + entry.names().size())));
            return;
        }
        ByteRange run = run(first, entry.names().size());
        long at = run.start();
        for (BoxEntry.Exclusion exclusion : entry.exclusions()) {
            long start = boxes.get(first + exclusion.box()).range().start() + exclusion.start();
            inputs.add(new DigestPlan.FileRange(ByteRange.between(at, start)));
            at = start + exclusion.length();
        }
        inputs.add(new DigestPlan.FileRange(ByteRange.between(at, run.end())));
    }

    private ByteRange run(int first, int count) {
        long end = 0;
        for (Part box : boxes.subList(first, first + count)) {
            end = Math.max(end, box.range().end());
        }
        return ByteRange.between(boxes.get(first).range().start(), end);
    }

    private long lastEnd() {
        long end = 0;
        for (Part box : boxes) {
            end = Math.max(end, box.range().end());
        }
        return end;
    }
}
