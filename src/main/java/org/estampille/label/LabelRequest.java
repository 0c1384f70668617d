package org.estampille.label;

import java.time.Instant;
import java.util.List;
import org.estampille.declaration.Declaration;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.policy.House;
import org.estampille.timecode.Rational;

/**
 * What a plan is made from.
 *
 * @param declaration what AI did
 * @param disclosure what the file's manifests say beside it, where there is a file
 * @param house who asks, and its answers
 * @param at the time to judge for
 * @param content what is known of it
 * @param segments parts that AI made or changed, as far as they could be placed
 * @param unplaced names of parts that could not
 * @param breaks where the programme goes on after an interruption, seconds from its start
 * @param form how the labels are to be
 */
public record LabelRequest(
        Declaration declaration,
        ContentDisclosure disclosure,
        House house,
        Instant at,
        Content content,
        List<Segment> segments,
        List<String> unplaced,
        List<Rational> breaks,
        Form form) {

    public LabelRequest {
        segments = List.copyOf(segments);
        unplaced = List.copyOf(unplaced);
        breaks = breaks.stream().distinct().sorted().toList();
    }

    /**
     * How labels are to be.
     *
     * @param language of their words, {@code en} or {@code fr}
     * @param seconds that a label in a picture stays
     * @param everySeconds after which it comes again
     * @param throughout whether it stays from the first frame to the last
     */
    public record Form(String language, long seconds, long everySeconds, boolean throughout) {

        /** No law gives a number; this is long enough to be read twice. */
        public static final long USUAL_SECONDS = 5;

        /** Shorter labels are not made. */
        public static final long FEWEST_SECONDS = 3;

        /** No law gives a number. */
        public static final long USUAL_INTERVAL = 600;
    }
}
