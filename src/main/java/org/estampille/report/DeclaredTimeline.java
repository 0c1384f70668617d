package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.report.PageBlock.Timeline;

/** Draws where the declaration says AI is. The right end is the last moment it names, not the length of the file. */
final class DeclaredTimeline {

    private static final int MOST_LANES = 40;
    private static final int MOST_BARS = 200;

    private DeclaredTimeline() {}

    /** A range in seconds; open where the declaration says neither start nor end. */
    private record Span(Optional<Double> from, Optional<Double> to, String words) {}

    static Optional<Timeline> of(VerificationReport report, Words words) {
        Optional<Declaration> declaration =
                report.validation().flatMap(SignedDeclaration::of).flatMap(SignedDeclaration::declaration);
        if (declaration.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        List<List<Span>> lanes = new ArrayList<>();
        double end = 0;
        for (AiUse use : declaration.get().uses()) {
            if (names.size() < MOST_LANES && !use.extent().word().equals("none")) {
                List<Span> spans = spans(use, declaration.get().timeBase(), words);
                names.add(use.id().orElse(use.tool().name()) + " ("
                        + words.term("extent", use.extent().word()) + ")");
                lanes.add(spans);
                for (Span span : spans) {
                    end = Math.max(
                            end, Math.max(span.from().orElse(0.0), span.to().orElse(0.0)));
                }
            }
        }
        return end <= 0 ? Optional.empty() : Optional.of(drawn(names, lanes, end, words));
    }

    private static Timeline drawn(List<String> names, List<List<Span>> lanes, double end, Words words) {
        List<Timeline.Lane> drawn = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<Timeline.Bar> bars = new ArrayList<>();
            for (Span span : lanes.get(i)) {
                double from = span.from().orElse(0.0) / end;
                bars.add(new Timeline.Bar(from, Math.max(from, span.to().orElse(end) / end), span.words()));
            }
            drawn.add(new Timeline.Lane(names.get(i), bars));
        }
        return new Timeline(words.word("timeline"), words.word("timeline.end", clock(end)), drawn);
    }

    private static List<Span> spans(AiUse use, Optional<TimeBase> base, Words words) {
        List<Span> spans = new ArrayList<>();
        for (UseRange range :
                use.ranges().subList(0, Math.min(MOST_BARS, use.ranges().size()))) {
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

    private static String clock(double seconds) {
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
