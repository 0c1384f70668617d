package org.estampille.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.timecode.Rational;

/** When labels are there: at the start, after each break, at intervals, over the parts that AI made (Code of Practice 1.2.2, 1.2.3). */
final class Cues {

    private static final Rational START = Rational.of(0);

    /** More repetitions than a day needs. */
    private static final int MOST = 2_000;

    private final LabelRequest request;
    private final String basis;

    /** @param basis the paragraph that asks for them */
    Cues(LabelRequest request, String basis) {
        this.request = request;
        this.basis = basis;
    }

    /** For labels in the picture. */
    List<Cue> seen() {
        if (request.form().throughout()) {
            return List.of(
                    new Cue(START, Optional.empty(), Cue.Reason.THROUGHOUT, Cue.Weight.DUE, basis, Optional.empty()));
        }
        List<Cue> cues = heard();
        for (Segment segment : request.segments()) {
            cues.add(new Cue(
                    segment.from(),
                    segment.to(),
                    Cue.Reason.SEGMENT,
                    Cue.Weight.ENCOURAGED,
                    basis,
                    Optional.of(segment.name())));
        }
        return cues;
    }

    /** For labels that come and go. */
    List<Cue> heard() {
        List<Cue> cues = new ArrayList<>();
        List<Rational> starts = new ArrayList<>(List.of(START));
        request.breaks().stream().filter(at -> !at.isZero()).forEach(starts::add);
        for (int i = 0; i < starts.size(); i++) {
            Rational start = starts.get(i);
            cues.add(cue(start, i == 0 ? Cue.Reason.OPENING : Cue.Reason.AFTER_BREAK, Cue.Weight.DUE));
            Optional<Rational> next = i + 1 < starts.size()
                    ? Optional.of(starts.get(i + 1))
                    : request.content().seconds();
            next.ifPresent(end -> repeat(start, end, cues));
        }
        return cues;
    }

    private void repeat(Rational from, Rational end, List<Cue> cues) {
        Rational step = Rational.of(request.form().everySeconds());
        Rational stay = Rational.of(request.form().seconds());
        Rational at = from.plus(step);
        while (at.plus(stay).compareTo(end) < 0 && cues.size() < MOST) {
            cues.add(cue(at, Cue.Reason.INTERVAL, Cue.Weight.WHERE_POSSIBLE));
            at = at.plus(step);
        }
    }

    private Cue cue(Rational from, Cue.Reason reason, Cue.Weight weight) {
        Rational to = from.plus(Rational.of(request.form().seconds()));
        boolean past =
                request.content().seconds().filter(end -> end.compareTo(to) < 0).isPresent();
        return new Cue(from, past ? Optional.empty() : Optional.of(to), reason, weight, basis, Optional.empty());
    }
}
