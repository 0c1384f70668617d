package org.estampille.manifest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.jspecify.annotations.Nullable;

/**
 * What the content of assertions was decoded to before, since the files of one house say the same in most of their assertions.
 * Only the very same octets in the same encoding give the same value, and nothing is remembered of whether it is true. Safe for
 * use by several threads; it empties itself when full.
 */
public final class ContentCache {

    /** Longer contents are seldom repeated, and would push out those that are. */
    private static final int LONGEST = 16 << 10;

    /** What an entry costs besides its octets, in octets, so that many tiny ones fill the cache as well. */
    private static final int ENTRY = 256;

    /** Capacity that holds what a few houses say in common. */
    public static final long USUAL = 256 << 10;

    private final long capacity;
    private final AtomicLong held = new AtomicLong();
    private final Map<Content, Decoded> known = new ConcurrentHashMap<>();

    private ContentCache(long capacity) {
        this.capacity = capacity;
    }

    /** A cache of contents of at most about {@code capacity} octets together; what they decode to takes some ten times as much. */
    public static ContentCache bounded(long capacity) {
        return new ContentCache(capacity);
    }

    /**
     * What a content says.
     *
     * @param value the decoded item
     * @param items number of items in it, itself included
     */
    record Decoded(CborValue value, long items) {}

    Optional<Decoded> decoded(AssertionDraft.Encoding encoding, Octets octets) {
        return octets.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(known.get(new Content(encoding, octets)));
    }

    /** Remembers; {@code octets} should be no slice of a store, which would stay in memory with them. */
    void keep(AssertionDraft.Encoding encoding, Octets octets, Decoded decoded) {
        if (octets.length() > LONGEST) {
            return;
        }
        long cost = octets.length() + (long) ENTRY;
        if (held.addAndGet(cost) > capacity) {
            known.clear();
            held.set(cost);
        }
        known.put(new Content(encoding, octets), decoded);
    }

    // Spelt out: the generated equality of records costs a bootstrap on a cold start.

    private record Content(AssertionDraft.Encoding encoding, Octets octets) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content that && encoding == that.encoding && octets.equals(that.octets);
        }

        @Override
        public int hashCode() {
            return octets.hashCode();
        }
    }
}
