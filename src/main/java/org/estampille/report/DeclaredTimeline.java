package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Timeline;
import org.estampille.report.PageBlock.Timeline.Texture;

/**
 * Draws where the declaration says AI is. The right end is the end of the file where its length is known, and the last moment that the
 * declaration names otherwise, or where that is later.
 */
final class DeclaredTimeline {

    private static final int MOST_LANES = 40;
    private static final int MOST_BARS = 200;

    private DeclaredTimeline() {}

    /** A range in seconds; open where the declaration says neither start nor end. */
    private record Span(Optional<Double> from, Optional<Double> to, String words) {
        private double last() {
            return Math.max(from.orElse(0.0), to.orElse(0.0));
        }
    }

    /** One use with its ranges. */
    private record Row(String name, String extent, Texture texture, List<Span> spans) {}

    /** Whether a use stands on the timeline. */
    static boolean shows(AiUse use) {
        return !use.extent().word().equals("none");
    }

    static Optional<Timeline> of(VerificationReport report, Words words, Preview backdrop) {
        Optional<SignedDeclaration> signed = report.validation().flatMap(SignedDeclaration::of);
        Optional<Declaration> declaration = signed.flatMap(SignedDeclaration::declaration);
        if (declaration.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        declaration.get().uses().stream()
                .filter(DeclaredTimeline::shows)
                .limit(MOST_LANES)
                .forEach(use -> rows.add(row(use, declaration.get().timeBase(), words)));
        double named = rows.stream()
                .flatMap(row -> row.spans().stream())
                .mapToDouble(Span::last)
                .max()
                .orElse(0);
        double end = Math.max(named, backdrop.duration().orElse(0.0));
        if (rows.isEmpty() || end <= 0) {
            return Optional.empty();
        }
        boolean holds = signed.get().strength() != AiStatement.Strength.UNVERIFIED;
        return Optional.of(new Timeline(
                words.word(holds ? "timeline" : "timeline.unverified"),
                words.word(edge(named, backdrop), clock(end)),
                end,
                backdrop,
                rows.stream().map(row -> lane(row, end)).toList()));
    }

    /** What the right edge of the timeline is. */
    private static String edge(double named, Preview backdrop) {
        if (backdrop.duration().isEmpty()) {
            return "timeline.end";
        }
        // A moment that a list of cuts rounds up to is not after the end.
        return named > backdrop.duration().get() + 0.1 ? "timeline.end.beyond" : "timeline.end.file";
    }

    private static Row row(AiUse use, Optional<TimeBase> base, Words words) {
        Texture texture = switch (use.extent().word()) {
            case "modified" -> Texture.HATCHED;
            case "assistive" -> Texture.DOTTED;
            default -> Texture.FULL;
        };
        String extent = words.term("extent", use.extent().word());
        String name = use.id().orElse(use.tool().name()) + " (" + extent + ")";
        return new Row(name, words.word("timeline.ai", extent), texture, spans(use.ranges(), base, words));
    }

    private static Timeline.Lane lane(Row row, double end) {
        List<Timeline.Bar> bars = new ArrayList<>();
        for (Span span : row.spans()) {
            double from = span.from().orElse(0.0) / end;
            bars.add(new Timeline.Bar(from, Math.max(from, span.to().orElse(end) / end), span.words()));
        }
        return new Timeline.Lane(row.name(), row.extent(), row.texture(), bars);
    }

    /** Ranges in words, from and to as hours. */
    static List<String> times(List<UseRange> ranges, Optional<TimeBase> base, Words words) {
        return spans(ranges, base, words).stream().map(Span::words).toList();
    }

    private static List<Span> spans(List<UseRange> ranges, Optional<TimeBase> base, Words words) {
        List<Span> spans = new ArrayList<>();
        for (UseRange range : ranges.subList(0, Math.min(MOST_BARS, ranges.size()))) {
            Optional<Double> from = seconds(base.flatMap(range::firstFrame), base)
                    .or(() -> range.from().map(time -> time.milliseconds() / 1000.0));
            Optional<Double> to = seconds(base.flatMap(range::frameAfter), base)
                    .or(() -> range.to().map(time -> time.milliseconds() / 1000.0));
            String label = range.shot().map(shot -> shot + " ").orElse("")
                    + from.map(DeclaredTimeline::clock).orElse(words.word("start")) + " - "
                    + to.map(DeclaredTimeline::clock).orElse(words.word("end"));
            spans.add(new Span(from, to, label));
        }
        if (spans.isEmpty()) {
            spans.add(new Span(Optional.empty(), Optional.empty(), words.word("throughout")));
        }
        return spans;
    }

    private static Optional<Double> seconds(Optional<Long> frame, Optional<TimeBase> base) {
        return frame.flatMap(at -> base.flatMap(counting -> counting.time(at)))
                .map(time -> time.milliseconds() / 1000.0);
    }

    static String clock(double seconds) {
        long milliseconds = Math.round(seconds * 1000);
        return String.format(
                java.util.Locale.ROOT,
                "%d:%02d:%02d.%03d",
                milliseconds / 3_600_000,
                milliseconds / 60_000 % 60,
                milliseconds / 1000 % 60,
                milliseconds % 1000);
    }
}
