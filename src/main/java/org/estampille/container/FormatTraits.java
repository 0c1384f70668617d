package org.estampille.container;

import java.util.List;

/**
 * What is done with the files of one format: its row in {@code estampille formats}.
 *
 * @param carrier what holds the manifest store, such as {@code APP11 segments}
 * @param rule the clause that says so, or {@code none} and whose practice is followed
 * @param embeds whether a store is written into such files; all are read
 * @param bindings labels of the hard bindings that are understood; a file with an embedded store gets the first one
 * @param limits what to know before it is used, one clause; empty when there is nothing
 */
public record FormatTraits(String carrier, String rule, boolean embeds, List<String> bindings, String limits) {

    private static final String DATA = "c2pa.hash.data";
    private static final String BOXES = "c2pa.hash.boxes";

    public FormatTraits {
        bindings = List.copyOf(bindings);
    }

    /** A format that is embedded into and bound by a data hash, and has no boxes with names. */
    public static FormatTraits data(String carrier, String rule, String limits) {
        return new FormatTraits(carrier, rule, true, List.of(DATA), limits);
    }

    /** A format that is embedded into and bound by a data hash; box hashes of others are understood. */
    public static FormatTraits boxes(String carrier, String rule, String limits) {
        return new FormatTraits(carrier, rule, true, List.of(DATA, BOXES), limits);
    }

    /** Whether the boxes of the format have names in a general box hash (C2PA 2.5 clause 16.3.3.3). */
    public boolean namesBoxes() {
        return bindings.contains(BOXES);
    }
}
