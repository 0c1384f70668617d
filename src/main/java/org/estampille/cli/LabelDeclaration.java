package org.estampille.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.burn.Box;
import org.estampille.burn.Burned;
import org.estampille.burn.MarkShape;
import org.estampille.burn.Span;
import org.estampille.declaration.Answer;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.UseRange;
import org.estampille.declaration.VisibleLabel;
import org.estampille.label.Cue;
import org.estampille.label.PlannedLabel;
import org.estampille.timecode.FrameRate;

/** What a declaration says of a label that was just made. */
final class LabelDeclaration {

    private LabelDeclaration() {}

    /**
     * The label as declared: drawn here after annex 1 of the Code of Practice, so an equivalent of the Commission's icon, not that
     * icon. Nobody is said to have checked it, since no person has.
     *
     * @param every seconds after which it comes again, where the programme is long enough; empty where its length is not known
     * @param sha256 of the still or recording that shows it
     */
    static VisibleLabel of(
            PlannedLabel label,
            Burned burned,
            MarkShape shape,
            LabelRun.Voice voice,
            Optional<Long> every,
            String sha256) {
        boolean heard = label.kind() == PlannedLabel.Kind.NOTICE;
        boolean credits = label.kind() == PlannedLabel.Kind.CREDITS;
        boolean after = has(label, Cue.Reason.AFTER_BREAK) || has(label, Cue.Reason.THROUGHOUT);
        boolean timed = !credits && !burned.spans().isEmpty() && !has(label, Cue.Reason.THROUGHOUT);
        VisibleLabel.Form form =
                heard ? VisibleLabel.Form.AUDIBLE : credits ? VisibleLabel.Form.CREDITS : VisibleLabel.Form.EQUIVALENT;
        boolean recorded = heard && !voice.synthetic();
        return new VisibleLabel(
                form,
                recorded ? voice.text() : Optional.of(label.text()),
                Optional.of(voice.language()),
                Answer.YES,
                heard
                        ? Optional.empty()
                        : Optional.of(credits ? "end-credits" : shape.corner().label()),
                ranges(burned, credits),
                burned.place().map(Burned.Place::heightPercent),
                after ? Answer.YES : Answer.UNKNOWN,
                timed ? interval(label, heard, every) : Optional.empty(),
                heard ? Answer.UNKNOWN : Answer.YES,
                heard ? Optional.empty() : Optional.of(label.wording().altText()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sha256));
    }

    private static boolean has(PlannedLabel label, Cue.Reason reason) {
        return label.cues().stream().anyMatch(cue -> cue.reason() == reason);
    }

    /** The longest wait between two labels; in a programme too short for a second one, the wait after which it would come. */
    private static Optional<Long> interval(PlannedLabel label, boolean heard, Optional<Long> every) {
        if (!has(label, Cue.Reason.INTERVAL)) {
            return every;
        }
        if (heard) {
            // Notices are put at the start and after breaks only.
            return Optional.empty();
        }
        List<Cue> cues = label.cues().stream()
                .filter(cue -> cue.reason() != Cue.Reason.SEGMENT)
                .toList();
        long longest = 0;
        for (int i = 1; i < cues.size(); i++) {
            longest = Math.max(
                    longest, cues.get(i).from().minus(cues.get(i - 1).from()).rounded());
        }
        return Optional.of(longest);
    }

    private static List<UseRange> ranges(Burned burned, boolean whole) {
        Optional<UseRange.Region> region =
                whole ? Optional.empty() : burned.place().map(LabelDeclaration::region);
        List<UseRange> ranges = new ArrayList<>();
        for (Span span : burned.spans()) {
            PlayTime from = PlayTime.of(span.from()).orElseThrow();
            Optional<FrameRate> rate = burned.rate();
            ranges.add(UseRange.between(
                    from,
                    span.to().flatMap(PlayTime::of),
                    rate.map(counted -> counted.nearestFrame(span.from())),
                    rate.flatMap(counted -> span.to().map(to -> counted.nearestFrame(to) - 1)),
                    region));
        }
        if (burned.spans().isEmpty()) {
            region.ifPresent(area -> ranges.add(UseRange.of(area)));
        }
        return ranges;
    }

    private static UseRange.Region region(Burned.Place place) {
        Box box = place.box();
        return new UseRange.Region(
                true,
                percent(box.x(), place.picture().width()),
                percent(box.y(), place.picture().height()),
                percent(box.width(), place.picture().width()),
                percent(box.height(), place.picture().height()));
    }

    private static double percent(int part, int whole) {
        return Math.round(10_000.0 * part / whole) / 100.0;
    }
}
