package org.estampille.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.report.StreamCoverage.FragmentProblem;
import org.estampille.report.StreamCoverage.Stretch;
import tools.jackson.core.JsonGenerator;

/** Sentences and JSON about the fragments of a track. */
final class StreamLines {

    /** Problems shown to people; programs get all. */
    private static final int SHOWN = 20;

    private StreamLines() {}

    /** How much of the track is here, a few words. */
    static String inShort(StreamCoverage coverage) {
        StringBuilder text = new StringBuilder()
                .append(coverage.intact())
                .append(" of ")
                .append(coverage.bound())
                .append(" signed segments intact");
        if (coverage.missing() > 0) {
            text.append(", ").append(coverage.missing()).append(" missing");
        }
        return text.toString();
    }

    /** One line for each problem. */
    static List<String> problems(StreamCoverage coverage) {
        List<String> lines = new ArrayList<>();
        for (FragmentProblem problem : coverage.problems()) {
            if (lines.size() == SHOWN) {
                lines.add("and " + (coverage.problems().size() - SHOWN) + " more; --json lists all");
                return lines;
            }
            lines.add(sentence(problem));
        }
        return lines;
    }

    static String sentence(FragmentProblem problem) {
        String subject = problem.file().orElse(problem.count() == 1 ? "a segment" : problem.count() + " segments");
        String when = problem.time().map(time -> range(time) + ": ").orElse("");
        return when + subject
                + (problem.file().isPresent() && problem.count() > 1 ? " and " + (problem.count() - 1) + " more" : "")
                + " " + predicate(problem);
    }

    private static String predicate(FragmentProblem problem) {
        boolean one = problem.count() == 1;
        String was =
                problem.signedFor().map(time -> ", signed for " + range(time)).orElse("");
        return switch (problem.kind()) {
            case ALTERED -> (one ? "was" : "were") + " altered after signing";
            case MOVED -> (one ? "stands" : "stand") + " at another place than when signed" + was;
            case REPEATED -> (one ? "repeats a segment" : "repeat segments") + " of another place" + was;
            case FOREIGN -> (one ? "is" : "are") + " of another track or stream";
            case UNBOUND ->
                (one ? "carries" : "carry") + " no C2PA box, so no signature covers " + (one ? "it" : "them");
            case BROKEN -> "cannot be read";
            case MISSING -> (one ? "is" : "are") + " missing";
            case NEVER_BOUND ->
                (one ? "is" : "are") + " not here and no signature ever covered " + (one ? "it" : "them");
            case INIT -> "is not the initialization segment that was signed";
        };
    }

    private static String range(Stretch time) {
        return clock(time.from()) + "-" + time.to().map(StreamLines::clock).orElse("end");
    }

    /** Hours, minutes, seconds and thousandths. */
    static String clock(Duration time) {
        Duration rounded = time.plusNanos(500_000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                rounded.toHours(),
                rounded.toMinutesPart(),
                rounded.toSecondsPart(),
                rounded.toMillisPart());
    }

    /** The property {@code stream}. */
    static void write(JsonGenerator json, StreamCoverage coverage) {
        json.writeObjectPropertyStart("stream");
        json.writeStringProperty("track", SafeText.wellFormed(coverage.track()));
        json.writeStringProperty("init", SafeText.wellFormed(coverage.init()));
        json.writeNumberProperty("listed", coverage.listed());
        json.writeNumberProperty("bound", coverage.bound());
        json.writeNumberProperty("intact", coverage.intact());
        json.writeNumberProperty("missing", coverage.missing());
        json.writeArrayPropertyStart("problems");
        for (FragmentProblem problem : coverage.problems()) {
            json.writeStartObject();
            json.writeStringProperty("kind", problem.kind().label());
            if (problem.file().isPresent()) {
                json.writeStringProperty(
                        "file", SafeText.wellFormed(problem.file().get()));
            } else {
                json.writeNullProperty("file");
            }
            json.writeNumberProperty("count", problem.count());
            stretch(json, "time", problem.time());
            stretch(json, "signedFor", problem.signedFor());
            json.writeStringProperty("explanation", SafeText.wellFormed(sentence(problem)));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void stretch(JsonGenerator json, String name, Optional<Stretch> time) {
        if (time.isEmpty()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("from", seconds(time.get().from()));
        if (time.get().to().isPresent()) {
            json.writeNumberProperty("to", seconds(time.get().to().get()));
        } else {
            json.writeNullProperty("to");
        }
        json.writeEndObject();
    }

    private static double seconds(Duration time) {
        return time.toSeconds() + time.toNanosPart() / 1e9;
    }
}
