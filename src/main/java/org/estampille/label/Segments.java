package org.estampille.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.timecode.Rational;

/**
 * Parts of a programme that AI made or changed.
 *
 * @param placed those whose time is known
 * @param unplaced names of the others
 */
public record Segments(List<Segment> placed, List<String> unplaced) {

    public Segments {
        placed = placed.stream().distinct().toList();
        unplaced = unplaced.stream().distinct().toList();
    }

    /**
     * Finds them: by the times that are declared, otherwise where the cut shows the shot, and what the cut itself marks.
     *
     * @param base how the programme counts its frames
     */
    public static Segments of(Declaration declaration, Optional<TimeBase> base, Optional<Cut> cut) {
        List<Segment> placed = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        for (AiUse use : new ChangedContent(declaration).uses()) {
            for (UseRange range : use.ranges()) {
                String name = range.shot().or(use::id).orElse(use.tool().name());
                List<Segment> found = found(range, name, base, cut);
                placed.addAll(found);
                if (found.isEmpty() && range.region().isEmpty()) {
                    unplaced.add(name);
                }
            }
        }
        cut.ifPresent(list -> list.events().stream()
                .filter(event -> event.ai().orElse(false))
                .forEach(event -> placed.add(segment(event, list))));
        return new Segments(placed, unplaced);
    }

    private static List<Segment> found(UseRange range, String name, Optional<TimeBase> base, Optional<Cut> cut) {
        Optional<Rational> from = base.flatMap(
                        counting -> range.firstFrame(counting).map(counting.rate()::seconds))
                .or(() -> range.from().map(PlayTime::seconds));
        if (from.isPresent()) {
            Optional<Rational> to = base.flatMap(
                            counting -> range.frameAfter(counting).map(counting.rate()::seconds))
                    .or(() -> range.to().map(PlayTime::seconds));
            return List.of(new Segment(name, from.get(), to));
        }
        List<Segment> shown = new ArrayList<>();
        cut.ifPresent(list -> list.events().stream()
                .filter(event -> event.shot().filter(name::equalsIgnoreCase).isPresent())
                .forEach(event -> shown.add(segment(event, list))));
        return shown;
    }

    private static Segment segment(CutEvent event, Cut cut) {
        long first = Math.floorMod(
                event.recordIn().frame() - cut.start().frame(), cut.rate().framesPerDay());
        return new Segment(
                event.name(), cut.rate().seconds(first), Optional.of(cut.rate().seconds(first + event.frames())));
    }

    /** How long the programme of a cut is. */
    public static Rational length(Cut cut) {
        long last = 0;
        for (CutEvent event : cut.events()) {
            long first = Math.floorMod(
                    event.recordIn().frame() - cut.start().frame(), cut.rate().framesPerDay());
            last = Math.max(last, first + event.frames());
        }
        return cut.rate().seconds(last);
    }
}
