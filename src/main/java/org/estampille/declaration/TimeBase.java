package org.estampille.declaration;

import java.util.List;
import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Timecode;

/**
 * How the file counts its frames, so that time codes in a declaration mean something.
 *
 * @param start the label of its first frame
 */
public record TimeBase(Timecode start) {

    static final Vocabulary<FrameRate> RATES = Vocabulary.of(
            List.of("23.976", "24", "25", "29.97", "29.97 DF", "30", "47.952", "48", "50", "59.94", "59.94 DF", "60")
                    .stream()
                    .map(rate -> FrameRate.parse(rate).orElseThrow())
                    .toList(),
            FrameRate::text);

    static Optional<TimeBase> read(Fields fields) {
        Optional<FrameRate> rate = fields.choice("frameRate", RATES);
        Optional<String> start =
                fields.notation("startTimecode", text -> Optional.of(text).filter(Timecode::isLabel), EXPECTED);
        if (rate.isEmpty()) {
            if (start.isPresent() && !fields.has("frameRate")) {
                fields.problem("startTimecode", NEEDS_RATE);
            }
            return Optional.empty();
        }
        Optional<Timecode> first = start.flatMap(label -> Timecode.parse(label, rate.get()));
        if (start.isPresent() && first.isEmpty()) {
            fields.problem("startTimecode", notCounted(start.get(), rate.get()));
        }
        return Optional.of(new TimeBase(first.orElse(new Timecode(rate.get(), 0))));
    }

    static final String EXPECTED = "a time code such as 01:00:00:00, or 01:00:00;00 with drop-frame counting";
    static final String NEEDS_RATE = "needs frameRate at the top of the declaration";

    /** Why a label means no frame. */
    static String notCounted(String label, FrameRate rate) {
        String start = Problems.quoted(label) + " is no time code at " + rate.text();
        if (Timecode.isDropLabel(label) != rate.dropFrame()) {
            return start
                    + (rate.dropFrame()
                            ? "; drop-frame labels have ; before the frames"
                            : rate.canDrop() ? "; for drop-frame counting write " + rate.text() + " DF" : "");
        }
        return start + (rate.dropFrame() ? "; drop-frame counting skips it, or a number is out of range" : "");
    }

    public FrameRate rate() {
        return start.rate();
    }

    /** How many frames after the start the frame of that label comes; labels pass midnight once. */
    long frames(Timecode label) {
        return Math.floorMod(label.frame() - start.frame(), rate().framesPerDay());
    }

    /** The start of a frame of the file; empty from one day on. */
    public Optional<PlayTime> time(long frame) {
        return PlayTime.of(rate().seconds(frame));
    }
}
