package org.estampille.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.container.Part;

/** Lays the entries of a box hash beside the boxes of a file: each name stands for the next box. */
final class BoxAlignment {

    private final BoxLayout layout;
    private final List<BoxEntry> entries;
    private final List<Part> boxes;
    private final long length;

    /**
     * Lays {@code entries} beside {@code found}.
     *
     * @param length of the file in octets
     */
    BoxAlignment(BoxLayout layout, List<BoxEntry> entries, List<Part> found, long length) {
        this.layout = layout;
        this.entries = entries;
        this.boxes = layout.named(entries, found);
        this.length = length;
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
        if (!after && layout.endsUnlisted(boxes)) {
            return Optional.of(new BindingOutcome.UnknownBox("octets after the last box are not listed"));
        }
        return misused();
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
            List<Part> run = boxes.subList(at, at + entry.boxes());
            if (entry.isStore() && !layout.isStore(run.get(0))) {
                return Optional.of(new BindingOutcome.UnknownBox("a box called C2PA is no manifest store"));
            }
            Optional<String> problem =
                    entry.isAfter() ? after(entry) : misused(entry, run).or(() -> layout.disorder(run));
            if (problem.isPresent()) {
                return Optional.of(new BindingOutcome.Mismatch(problem.get()));
            }
            at += entry.boxes();
        }
        return Optional.empty();
    }

    private static Optional<String> after(BoxEntry entry) {
        return entry.leavesOut() ? Optional.of("what follows the last box is left out") : Optional.empty();
    }

    private Optional<String> misused(BoxEntry entry, List<Part> run) {
        if (entry.isStore()) {
            return Optional.empty();
        }
        for (int i = 0; entry.excluded() && i < entry.names().size(); i++) {
            if (!layout.mayLeaveOut(entry.names().get(i))) {
                return Optional.of("the box " + entry.names().get(i) + " is left out, and is more than metadata");
            }
        }
        for (BoxEntry.Exclusion exclusion : entry.exclusions()) {
            Part box = run.get(exclusion.box());
            if (exclusion.start() + exclusion.length() > box.range().length()) {
                return Optional.of("an exclusion ends past the box " + box.name());
            }
            if (exclusion.length() > 0 && !layout.mayLeaveOut(box.name(), exclusion.start())) {
                return Optional.of("an exclusion in the box " + box.name() + " covers more than metadata");
            }
        }
        return Optional.empty();
    }

    /** Whether the file has octets that no hash covers, besides those of the manifest store. */
    boolean leavesOut() {
        return layout.leavesOut(entries, boxes);
    }

    /** What to hash for each entry; nothing for one that is not compared. Call when there is no problem. */
    List<DigestPlan> plans(List<HashAlgorithm> algorithms) {
        List<DigestPlan> plans = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < entries.size(); i++) {
            BoxEntry entry = entries.get(i);
            List<Part> run = boxes.subList(at, at + entry.boxes());
            plans.add(new DigestPlan(algorithms.get(i), inputs(entry, run)));
            at += entry.boxes();
        }
        return plans;
    }

    private List<DigestPlan.Input> inputs(BoxEntry entry, List<Part> run) {
        if (entry.isAfter()) {
            return List.of(new DigestPlan.FileRange(ByteRange.between(BoxLayout.end(boxes), length)));
        }
        return entry.isStore() || entry.excluded() ? List.of() : layout.inputs(entry, run);
    }
}
