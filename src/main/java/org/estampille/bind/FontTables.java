package org.estampille.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;
import org.estampille.container.sfnt.SfntFormat;

/**
 * The tables of a font, which lie in the file in any order and with padding between them (C2PA 2.5 clause 16.3.3.3.6).
 *
 * @param map of the font
 */
record FontTables(ContainerMap map) implements BoxLayout {

    /** What the first writer of signed fonts called the octets of {@code head} in front of the adjustment. */
    private static final String BEFORE = "hea0";

    /** And those behind it. */
    private static final String BEHIND = "hea2";

    /**
     * The tables by the names that the entries use: with or without the blanks at the end of a tag, which the clause shows both
     * ways. The first writer listed them in the order of the file, and {@code head} as the two stretches around its adjustment.
     */
    @Override
    public List<Part> named(List<BoxEntry> entries, List<Part> tables) {
        Set<String> listed = new HashSet<>();
        entries.forEach(entry -> listed.addAll(entry.names()));
        boolean older = listed.contains(BEFORE);
        List<Part> named = new ArrayList<>();
        for (Part table : tables) {
            Optional<ByteRange> adjustment = SfntFormat.adjustment(table);
            if (older && adjustment.isPresent()) {
                ByteRange head = table.range();
                named.add(new Part(
                        BEFORE, ByteRange.between(head.start(), adjustment.get().start())));
                named.add(new Part(BEHIND, ByteRange.between(adjustment.get().end(), head.end())));
            } else {
                String tag = table.name();
                named.add(new Part(listed.contains(tag) ? tag : tag.stripTrailing(), table.range()));
            }
        }
        if (older) {
            named.sort(Comparator.comparingLong(table -> table.range().start()));
        }
        return named;
    }

    /** By its name alone: the table may hold an address only (clause 14.12.3.3). */
    @Override
    public boolean isStore(Part table) {
        return table.name().equals(BoxNames.STORE);
    }

    /** No table holds metadata only. */
    @Override
    public boolean mayLeaveOut(String table) {
        return false;
    }

    @Override
    public boolean mayLeaveOut(String table, long from) {
        return false;
    }

    @Override
    public Optional<String> disorder(List<Part> run) {
        long end = 0;
        for (Part table : run) {
            if (table.range().start() < end) {
                return Optional.of("the tables of one entry do not follow one another in the file");
            }
            end = table.range().end();
        }
        return Optional.empty();
    }

    /** From the first octet to the last; the adjustment counts as zeros, and as padding whatever stands between tables. */
    @Override
    public List<DigestPlan.Input> inputs(BoxEntry entry, List<Part> run) {
        List<DigestPlan.Input> inputs = new ArrayList<>();
        long at = run.get(0).range().start();
        for (Part table : run) {
            Optional<ByteRange> adjustment = SfntFormat.adjustment(table);
            if (adjustment.isPresent()) {
                inputs.add(new DigestPlan.FileRange(
                        ByteRange.between(at, adjustment.get().start())));
                inputs.add(new DigestPlan.Literal(
                        Octets.zeros((int) adjustment.get().length())));
                at = adjustment.get().end();
            }
        }
        inputs.add(new DigestPlan.FileRange(
                ByteRange.between(at, run.get(run.size() - 1).range().end())));
        return inputs;
    }

    /** Padding at the end needs no entry. */
    @Override
    public boolean endsUnlisted(List<Part> tables) {
        return map.parts().get(map.parts().size() - 1).name().equals(SfntFormat.LOOSE);
    }

    /** Octets that are in no table and more than padding; the rest of a font is listed or unknown. */
    @Override
    public boolean leavesOut(List<BoxEntry> entries, List<Part> tables) {
        return map.parts().stream().anyMatch(part -> part.name().equals(SfntFormat.LOOSE));
    }
}
