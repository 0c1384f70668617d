package org.estampille.marks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;

/** Collects what a file carries. Bounded in number and length, so that no file can fill memory with metadata. */
final class MetadataItems {

    static final int LONGEST = 256 << 10;
    private static final int MOST = 20_000;
    private static final long TOTAL = 32L << 20;
    private static final int MOST_UNREAD = 50;

    private final List<MetadataItem> items = new ArrayList<>();
    private final List<MarkReading.Unread> unread = new ArrayList<>();
    private long characters;

    /** Reads one place. */
    interface Place {
        void read() throws IOException, MalformedContentException;
    }

    void add(Location location, String where, String name, String value) {
        String kept = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        if (items.size() >= MOST || characters + kept.length() > TOTAL) {
            unread("metadata", Gap.TOO_MUCH);
            return;
        }
        characters += kept.length() + name.length();
        items.add(new MetadataItem(location, where, name, kept.strip()));
    }

    /** Reads a place; one that is broken is noted, and the others are read all the same. */
    void attempt(String where, Place place) throws IOException {
        try {
            place.read();
        } catch (LimitExceededException e) {
            broken(where, e.problem());
        } catch (MalformedContentException e) {
            broken(where, e.problem());
        } catch (IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | ClassCastException
                | IllegalArgumentException
                | StackOverflowError e) {
            // Libraries that read foreign metadata fail in these ways on hostile octets.
            broken(where, "cannot be read");
        }
    }

    void unread(String where, Gap cause) {
        unread(where, cause, "");
    }

    /** A place that breaks the rules of its format. */
    void broken(String where, String problem) {
        unread(where, Gap.BROKEN, problem);
    }

    void unread(String where, Gap cause, String detail) {
        MarkReading.Unread entry = new MarkReading.Unread(where, cause, detail);
        if (unread.size() < MOST_UNREAD && !unread.contains(entry)) {
            unread.add(entry);
        }
    }

    List<MetadataItem> items() {
        return items;
    }

    List<MarkReading.Unread> unread() {
        return unread;
    }
}
