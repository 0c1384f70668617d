package org.estampille.burn;

import java.util.List;
import java.util.stream.Collectors;
import org.estampille.timecode.Rational;

/**
 * A notice laid over the sound of a film, where nothing can be inserted without losing step with the picture.
 *
 * @param notice what is heard
 * @param starts when, seconds from the start
 */
public record MixedNotice(SpokenNotice notice, List<Rational> starts) {

    /** What was there stays audible and is no longer in the way: 14 decibels less. */
    private static final String LOWERED = "0.2";

    public MixedNotice {
        starts = List.copyOf(starts);
    }

    /** When the notice is heard. */
    public List<Span> spans() {
        return starts.stream()
                .map(start -> new Span(start, java.util.Optional.of(start.plus(notice.seconds()))))
                .toList();
    }

    /** The part of a filter graph that turns the sound and input number {@code input} into {@code [a]}. */
    String filter(MediaFacts.Sound sound, int input) {
        String format = SoundLabels.format(sound);
        String lowered = spans().stream()
                .map(span -> "between(t," + Span.seconds(span.from()) + ","
                        + Span.seconds(span.to().orElseThrow()) + ")")
                .collect(Collectors.joining("+"));
        StringBuilder graph = new StringBuilder("[0:" + sound.stream() + "]" + format + ",volume=" + LOWERED
                + ":enable='" + lowered + "'[bed];[" + input + ":a]" + format + ",asplit=" + starts.size());
        for (int i = 0; i < starts.size(); i++) {
            graph.append("[c").append(i).append("]");
        }
        StringBuilder mixed = new StringBuilder(";[bed]");
        for (int i = 0; i < starts.size(); i++) {
            long delay = starts.get(i).times(Rational.of(1000)).rounded();
            graph.append(";[c")
                    .append(i)
                    .append("]adelay=delays=")
                    .append(delay)
                    .append(":all=1[n")
                    .append(i)
                    .append("]");
            mixed.append("[n").append(i).append("]");
        }
        return graph.append(mixed)
                .append("amix=inputs=")
                .append(starts.size() + 1)
                .append(":duration=first:normalize=0[a]")
                .toString();
    }
}
