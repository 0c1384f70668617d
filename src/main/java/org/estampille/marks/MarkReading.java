package org.estampille.marks;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one file.
 *
 * @param format media type the file was read as
 * @param marks in the order they were found
 * @param unread places that could not be looked at: marks may be missing from the list
 */
public record MarkReading(String format, List<Mark> marks, List<Unread> unread) {

    private static final MarkReading NOTHING = new MarkReading("", List.of(), List.of());

    public MarkReading {
        marks = List.copyOf(marks);
        unread = List.copyOf(unread);
    }

    /**
     * A place that could not be looked at.
     *
     * @param where it is
     * @param cause why
     * @param detail to the cause, empty where there is none
     */
    public record Unread(String where, Gap cause, String detail) {}

    /** Of a file nobody looked at. */
    public static MarkReading nothing() {
        return NOTHING;
    }

    /** The marks that say that a model made or changed content. */
    public List<Mark> ofAi() {
        return marks.stream().filter(mark -> mark.meaning().saysAi()).toList();
    }

    /** The same with a mark that a detector of watermarks found. */
    public MarkReading with(Mark found) {
        List<Mark> all = new ArrayList<>(marks);
        all.add(found);
        return new MarkReading(format, all, unread);
    }
}
