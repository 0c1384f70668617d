package org.estampille.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.report.StreamCoverage.FragmentProblem;
import org.estampille.report.StreamCoverage.Stretch;
import tools.jackson.core.JsonGenerator;

/**
 * Sentences and JSON about the fragments of a track.
 *
 * @param words of {@link Words#ofTexts}
 */
record StreamLines(Words words) {

    /** Problems shown to people; programs get all. */
    private static final int SHOWN = 20;

    /** How much of the track is here, a few words. */
    String inShort(StreamCoverage coverage) {
        String intact = words.word("segments.intact", coverage.intact(), coverage.bound());
        return coverage.missing() > 0 ? intact + ", " + words.word("segments.missing", coverage.missing()) : intact;
    }

    /** One line for each problem. */
    List<String> problems(StreamCoverage coverage) {
        List<String> lines = new ArrayList<>();
        for (FragmentProblem problem : coverage.problems()) {
            if (lines.size() == SHOWN) {
                lines.add(words.word("segments.more", coverage.problems().size() - SHOWN));
                return lines;
            }
            lines.add(sentence(problem));
        }
        return lines;
    }

    String sentence(FragmentProblem problem) {
        String what = words.word(key(problem.kind()) + (problem.count() == 1 ? ".one" : ".many"));
        return when(problem) + subject(problem) + " " + what
                + problem.signedFor()
                        .map(time -> words.word("segment.signed-for", range(time)))
                        .orElse("");
    }

    private static String key(StreamCoverage.Kind kind) {
        return "segment." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String when(FragmentProblem problem) {
        return problem.time()
                .map(time -> words.word("segment.when", range(time)))
                .orElse("");
    }

    private String subject(FragmentProblem problem) {
        return problem.file().isEmpty()
                ? words.count("segment.count", problem.count())
                : problem.count() == 1
                        ? problem.file().get()
                        : words.word("segment.and-more", problem.file().get(), problem.count() - 1);
    }

    private String range(Stretch time) {
        return clock(time.from()) + "-" + time.to().map(StreamLines::clock).orElseGet(() -> words.word("segment.end"));
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
    void write(JsonGenerator json, StreamCoverage coverage) {
        JsonFields fields = new JsonFields(json);
        json.writeObjectPropertyStart("stream");
        fields.text("track", coverage.track());
        fields.text("init", coverage.init());
        json.writeNumberProperty("listed", coverage.listed());
        json.writeNumberProperty("bound", coverage.bound());
        json.writeNumberProperty("intact", coverage.intact());
        json.writeNumberProperty("missing", coverage.missing());
        json.writeArrayPropertyStart("problems");
        for (FragmentProblem problem : coverage.problems()) {
            json.writeStartObject();
            json.writeStringProperty("kind", problem.kind().label());
            fields.optional("file", problem.file());
            json.writeNumberProperty("count", problem.count());
            stretch(json, "time", problem.time());
            stretch(json, "signedFor", problem.signedFor());
            fields.text("explanation", sentence(problem));
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
