package org.estampille.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/**
 * Reads CMX 3600 edit decision lists: event lines with four time codes, FCM lines that say how frames are counted, M2 lines that say
 * how fast a source runs, and the comments most systems write. The first FCM line counts the programme, later ones the sources that
 * follow; the list itself names no frame rate.
 */
final class EdlReader {

    private static final String LABEL = "(\\d{2}[:;.]\\d{2}[:;.]\\d{2}[:;.,]\\d{2,3})";

    /** Number, reel, channels, transition with its length, four labels. */
    static final Pattern EVENT =
            Pattern.compile("^\\s*(\\d{1,8})\\s+(\\S+)\\s+(\\S+)\\s+(C|D|W\\d{1,4}|K\\s?[BO]?)(?:\\s+(\\d{1,5}))?"
                    + "(?:\\s+\\(F\\))?\\s+" + LABEL + "\\s+" + LABEL + "\\s+" + LABEL + "\\s+" + LABEL + "\\s*$");

    private static final Pattern MOTION =
            Pattern.compile("^M2\\s+(\\S+)\\s+(-?\\d{1,4}(?:\\.\\d{1,4})?)(?:\\s+.*)?$", Pattern.CASE_INSENSITIVE);

    private final Optional<FrameRate> given;
    private final List<CutEvent> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<FrameRate> program = Optional.empty();
    private Optional<Boolean> drop = Optional.empty();
    private Optional<Draft> open = Optional.empty();
    private long line;

    EdlReader(Optional<FrameRate> given) {
        this.given = given;
    }

    Cut read(String text) throws CutFault {
        for (String written : text.split("\r\n|\r|\n", -1)) {
            line++;
            read1(written.strip());
        }
        close();
        if (events.isEmpty()) {
            throw new CutFault(0, "has no event line");
        }
        Timecode start =
                events.stream().map(CutEvent::recordIn).min(Timecode::compareTo).orElseThrow();
        return new Cut(title, start.rate(), start, events, notes);
    }

    private void read1(String written) throws CutFault {
        String upper = written.toUpperCase(Locale.ROOT);
        Matcher event = EVENT.matcher(written);
        if (event.matches()) {
            event(event);
        } else if (upper.startsWith("TITLE:")) {
            title = Optional.of(written.substring(6).strip()).filter(name -> !name.isEmpty());
        } else if (upper.startsWith("FCM:")) {
            counting(upper.substring(4).strip());
        } else if (upper.startsWith("M2 ") || upper.startsWith("M2\t")) {
            motion(written);
        } else if (written.startsWith("*")) {
            comment(written.substring(1).strip());
        } else if (written.matches("\\d+\\s.*")) {
            throw new CutFault(
                    line, "is no event line of CMX 3600: number, reel, channel, transition and four time codes");
        }
    }

    private void counting(String words) throws CutFault {
        boolean skips = words.startsWith("DROP");
        if (!skips && !words.startsWith("NON")) {
            throw new CutFault(line, "says neither DROP FRAME nor NON-DROP FRAME");
        }
        boolean contradicts = events.isEmpty()
                && open.isEmpty()
                && given.isPresent()
                && (skips ? !given.get().canDrop() : given.get().dropFrame());
        if (contradicts) {
            throw new CutFault(
                    line,
                    "says " + (skips ? "DROP FRAME" : "NON-DROP FRAME") + ", which is not how "
                            + given.get().text() + " counts; give another --rate");
        }
        drop = Optional.of(skips);
        if (program.isEmpty()) {
            program = Optional.of(rate());
        }
    }

    private FrameRate rate() throws CutFault {
        if (given.isPresent()) {
            return given.get().canDrop() && drop.isPresent() ? given.get().counting(drop.get()) : given.get();
        }
        if (drop.equals(Optional.of(true))) {
            notes.add("drop-frame counting without a rate: read as 29.97 DF; give --rate for 59.94 DF");
            return new FrameRate(new Rational(30_000, 1001), true);
        }
        throw new CutFault(0, "names no frame rate, as all CMX 3600 lists; give it with --rate");
    }

    private void event(Matcher event) throws CutFault {
        close();
        if (program.isEmpty()) {
            program = Optional.of(rate());
        }
        FrameRate recording = program.get();
        FrameRate playing = recording.canDrop() ? recording.counting(drop.orElse(recording.dropFrame())) : recording;
        Draft draft = new Draft(
                Long.parseLong(event.group(1)),
                event.group(2),
                event.group(3).toUpperCase(Locale.ROOT),
                event.group(4).startsWith("C"),
                label(event.group(6), playing),
                label(event.group(7), playing),
                label(event.group(8), recording),
                label(event.group(9), recording));
        Optional<String> length = Optional.ofNullable(event.group(5));
        if (!draft.cut && length.isPresent()) {
            overlap(draft, Long.parseLong(length.get()));
        }
        open = Optional.of(draft);
    }

    private Timecode label(String label, FrameRate rate) throws CutFault {
        Optional<Timecode> timecode = Timecode.parseAs(label, rate);
        if (timecode.isEmpty()) {
            throw new CutFault(line, "\"" + label + "\" is no time code at " + rate.text());
        }
        return timecode.get();
    }

    /** While it dissolves, the clip before is still seen. */
    private void overlap(Draft next, long frames) {
        int last = events.size() - 1;
        if (last >= 0
                && events.get(last).recordOut().equals(next.recordIn)
                && events.get(last).track().equals(next.track)) {
            events.set(last, events.get(last).lastingUntil(next.recordIn.plus(frames)));
        }
    }

    private void motion(String written) throws CutFault {
        Matcher motion = MOTION.matcher(written);
        if (!motion.matches()) {
            throw new CutFault(line, "is no M2 line: reel, frames per second, time code");
        }
        if (open.isPresent()) {
            long thousandths = Math.round(Double.parseDouble(motion.group(2)) * 1000);
            Rational speed =
                    new Rational(thousandths, 1000L * open.get().recordIn.rate().nominal());
            open.get().speed = isNearlyOne(speed) ? Rational.ONE : speed;
        }
    }

    /** At 23.976 some write 024.0 and some 023.9 for as shot. */
    private static boolean isNearlyOne(Rational speed) {
        Rational away = speed.minus(Rational.ONE);
        return away.compareTo(new Rational(1, 200)) < 0 && away.compareTo(new Rational(-1, 200)) > 0;
    }

    private void comment(String comment) {
        if (open.isEmpty()) {
            return;
        }
        Draft draft = open.get();
        String upper = comment.toUpperCase(Locale.ROOT);
        String value = comment.substring(comment.indexOf(':') + 1).strip();
        if (value.isEmpty()) {
            return;
        }
        if (upper.startsWith("FROM CLIP NAME:")) {
            draft.from = Optional.of(value);
        } else if (upper.startsWith("TO CLIP NAME:")) {
            draft.to = Optional.of(value);
        } else if (upper.startsWith("SOURCE FILE:") || upper.startsWith("SOURCE FILE PATH:")) {
            draft.file = Optional.of(CutReader.fileName(value));
        } else if (upper.startsWith("LOC:")) {
            draft.markers.add(value);
        }
    }

    private void close() throws CutFault {
        if (open.isPresent()) {
            Draft draft = open.get();
            open = Optional.empty();
            if (!draft.recordIn.equals(draft.recordOut)) {
                events.add(draft.event());
            }
        }
        if (events.size() > CutReader.MOST_EVENTS) {
            throw new CutFault(line, "is beyond " + CutReader.MOST_EVENTS + " events");
        }
    }

    /** An event whose comments may still follow. */
    private static final class Draft {
        private final long number;
        private final String reel;
        private final String track;
        private final boolean cut;
        private final Timecode sourceIn;
        private final Timecode sourceOut;
        private final Timecode recordIn;
        private final Timecode recordOut;
        private final List<String> markers = new ArrayList<>();
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private Optional<String> file = Optional.empty();
        private Rational speed = Rational.ONE;

        Draft(
                long number,
                String reel,
                String track,
                boolean cut,
                Timecode sourceIn,
                Timecode sourceOut,
                Timecode recordIn,
                Timecode recordOut) {
            this.number = number;
            this.reel = reel;
            this.track = track;
            this.cut = cut;
            this.sourceIn = sourceIn;
            this.sourceOut = sourceOut;
            this.recordIn = recordIn;
            this.recordOut = recordOut;
        }

        CutEvent event() {
            Optional<String> name = cut ? from.or(() -> to) : to.or(() -> from);
            return new CutEvent(
                    number,
                    track,
                    name,
                    reel.equalsIgnoreCase("AX") ? Optional.empty() : Optional.of(reel),
                    file,
                    recordIn,
                    recordOut,
                    Optional.of(new SourceRange(sourceIn, sourceOut, Optional.empty())),
                    speed,
                    markers,
                    Optional.empty());
        }
    }
}
