package org.estampille.cuesheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.cut.SourceRange;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.disclosure.SourceStatement;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;

/** The door of the package: joins a cut with the files it shows. */
public final class CueSheetBuilder {

    private final Cut cut;
    private final LabelDuty duty;
    private final boolean covered;
    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> placed = new LinkedHashSet<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Set<String> counted = new LinkedHashSet<>();

    /** With {@code covered}, whoever signed the programme declares for each clip that nobody else declares for. */
    private CueSheetBuilder(Cut cut, LabelDuty duty, boolean covered) {
        this.cut = cut;
        this.duty = duty;
        this.covered = covered;
    }

    /**
     * The cue sheet.
     *
     * @param sources files the cut may show
     * @param master the programme itself, which may declare ranges of its own
     */
    public static CueSheet build(Cut cut, List<CueSource> sources, Optional<CueSource> master, LabelDuty duty) {
        CueSheetBuilder builder =
                new CueSheetBuilder(cut, duty, master.filter(CueSource::holds).isPresent());
        Set<String> unread = new LinkedHashSet<>();
        Set<CueSource> used = new LinkedHashSet<>();
        for (CutEvent event : cut.events()) {
            List<CueSource> shown = ClipMatch.of(event, sources);
            if (shown.isEmpty() && !event.isBlack()) {
                unread.add(event.name());
                builder.unread(event);
            }
            used.addAll(shown);
            builder.shown(event, shown);
        }
        master.ifPresent(builder::programme);
        master.ifPresent(source -> builder.compareRates(source, cut.rate()));
        return new CueSheet(
                cut.title(),
                cut.rate(),
                cut.start(),
                builder.length(),
                cut.events().size(),
                builder.inOrder(),
                List.copyOf(unread),
                Stream.concat(used.stream(), master.stream()).distinct().toList(),
                names(sources.stream().filter(source -> !used.contains(source)).toList()),
                names(used.stream()
                        .filter(source -> source.declaration().isEmpty())
                        .toList()),
                builder.unplaced(),
                List.copyOf(builder.counted));
    }

    /**
     * The file that is the programme itself: the one of the cut's title, otherwise the only one that no clip shows and that
     * declares parts by place. Empty where it would be a guess.
     */
    public static Optional<CueSource> programmeAmong(Cut cut, List<CueSource> sources) {
        List<CueSource> apart = new ArrayList<>(sources);
        apart.removeIf(source -> source.state().equals("absent"));
        cut.events().forEach(event -> apart.removeAll(ClipMatch.of(event, sources)));
        List<CueSource> named = apart.stream()
                .filter(source -> cut.title().filter(source::isNamed).isPresent())
                .toList();
        List<CueSource> placed = apart.stream()
                .filter(source -> source.uses().stream()
                        .anyMatch(use -> !use.use().ranges().isEmpty()))
                .toList();
        List<CueSource> found = named.isEmpty() ? placed : named;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void shown(CutEvent event, List<CueSource> sources) {
        sources.forEach(source -> clip(event, source));
        sources.forEach(source -> compareRates(
                source, event.source().map(part -> part.in().rate()).orElse(cut.rate())));
    }

    private List<Cue> inOrder() {
        List<Cue> inOrder = new ArrayList<>(cues);
        inOrder.sort(Comparator.comparingLong(cue -> fromStart(cue.in())));
        return inOrder;
    }

    private List<String> unplaced() {
        List<String> unplaced = new ArrayList<>(missed);
        unplaced.removeAll(placed);
        return unplaced;
    }

    /** What a use is called where it has no line of its own. */
    private static String called(ListedUse listed, UseRange range) {
        AiUse use = listed.use();
        String what = use.description()
                .or(use::id)
                .orElseGet(() -> use.operations().isEmpty()
                        ? use.extent().word()
                        : use.operations().stream()
                                .map(operation -> operation.code().replace('_', ' '))
                                .collect(Collectors.joining(" and ")));
        String from = range.timecodeIn().map(label -> ", from " + label).orElse("");
        return listed.source().file() + " (" + what + " with " + use.tool().name() + from + ")";
    }

    private static List<String> names(List<CueSource> sources) {
        return sources.stream().map(CueSource::file).toList();
    }

    private long fromStart(Timecode label) {
        return Math.floorMod(label.frame() - cut.start().frame(), cut.rate().framesPerDay());
    }

    private long length() {
        long longest = 0;
        for (CutEvent event : cut.events()) {
            longest = Math.max(longest, fromStart(event.recordIn()) + event.frames());
        }
        return longest;
    }

    private void clip(CutEvent event, CueSource source) {
        for (ListedUse use : source.uses()) {
            declared(event, use);
        }
        for (ListedUse use : source.inherited()) {
            add(use.told(duty), event, 0, event.frames(), use.isWhole());
        }
        for (Gap gap : Gaps.in(source)) {
            if (covered && gap.why() == Untold.NO_MANIFEST) {
                continue;
            }
            add(gap.told(), event, 0, event.frames(), gap.isWhole());
        }
    }

    private void unread(CutEvent event) {
        if (!covered) {
            add(Told.withoutFile(), event, 0, event.frames(), true);
        }
    }

    private void declared(CutEvent event, ListedUse use) {
        List<UseRange> placed =
                use.use().ranges().stream().filter(CueSheetBuilder::hasTimes).toList();
        if (placed.isEmpty()) {
            add(use.told(duty), event, 0, event.frames(), true);
        }
        for (UseRange range : placed) {
            part(event, use, range);
        }
    }

    /** A list that names no rate was read at the one somebody typed; the film, and who signed it, may know it better. */
    private void compareRates(CueSource source, FrameRate read) {
        source.declaration()
                .flatMap(Declaration::timeBase)
                .map(TimeBase::rate)
                .ifPresent(declared -> compareRates(source.file() + " (it declares ", declared, read));
        source.mediaRate().ifPresent(video -> compareRates(source.file() + " (its video has ", video, read));
    }

    private void compareRates(String who, FrameRate own, FrameRate read) {
        if (!own.perSecond().equals(read.perSecond())) {
            counted.add(who + own.text() + " frames a second, the cut counts it at " + read.text() + ")");
        }
    }

    private static boolean hasTimes(UseRange range) {
        return range.timecodeIn().isPresent()
                || range.timecodeOut().isPresent()
                || range.from().isPresent()
                || range.to().isPresent()
                || range.startFrame().isPresent()
                || range.endFrame().isPresent();
    }

    /** Only what of the range the clip shows; the whole clip when nobody can say where in the source it begins. */
    private void part(CutEvent event, ListedUse use, UseRange range) {
        Optional<Rational> offset = offsetInMedia(event, use.declaration());
        String called = called(use, range);
        if (offset.isEmpty() || !event.speed().equals(Rational.ONE)) {
            placed.add(called);
            add(use.told(duty), event, 0, event.frames(), false);
            return;
        }
        TimeBase base = base(event, use.declaration());
        FrameRate rate = cut.rate();
        long first = range.firstFrame(base)
                .map(frame -> rate.nearestFrame(base.rate().seconds(frame).minus(offset.get())))
                .orElse(0L);
        long after = range.frameAfter(base)
                .map(frame -> rate.nearestFrame(base.rate().seconds(frame).minus(offset.get())))
                .orElse(event.frames());
        long from = Math.max(0, first);
        long to = Math.min(event.frames(), after);
        if (to <= from) {
            missed.add(called);
        } else {
            placed.add(called);
            add(use.told(duty), event, from, to, true);
        }
    }

    private TimeBase base(CutEvent event, Declaration declaration) {
        return declaration
                .timeBase()
                .orElseGet(() -> new TimeBase(new Timecode(
                        event.source().map(shown -> shown.in().rate()).orElse(cut.rate()), 0)));
    }

    /**
     * How far into its media the clip begins, in seconds. Empty where the cut counts the source otherwise than the declaration: a
     * clip that begins before its media does.
     */
    private static Optional<Rational> offsetInMedia(CutEvent event, Declaration declaration) {
        Optional<SourceRange> shown = event.source();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        FrameRate rate = shown.get().in().rate();
        Optional<Timecode> start = declaration
                .timeBase()
                .map(TimeBase::start)
                .filter(label -> label.rate().perSecond().equals(rate.perSecond()))
                .or(() -> shown.get().mediaStart());
        return start.map(label -> Math.floorMod(shown.get().in().frame() - label.frame(), rate.framesPerDay()))
                .filter(frames -> frames < rate.framesPerDay() / 2)
                .map(rate::seconds);
    }

    private void add(Told told, CutEvent event, long from, long to, boolean exact) {
        cues.add(new Cue(
                Optional.of(event),
                event.name(),
                event.recordIn().plus(from),
                event.recordIn().plus(to),
                to - from,
                event.source().map(shown -> shown(shown, event, from, to)),
                told,
                exact));
    }

    private SourceRange shown(SourceRange whole, CutEvent event, long from, long to) {
        if (from == 0 && to == event.frames()) {
            return whole;
        }
        FrameRate rate = whole.in().rate();
        return new SourceRange(
                whole.in().plus(rate.nearestFrame(cut.rate().seconds(from))),
                whole.in().plus(rate.nearestFrame(cut.rate().seconds(to))),
                whole.mediaStart());
    }

    private void programme(CueSource master) {
        for (ListedUse use : master.uses()) {
            TimeBase base = use.declaration().timeBase().orElse(new TimeBase(cut.start()));
            if (use.use().ranges().isEmpty()) {
                programme(use.told(duty), Optional.empty(), 0, length(), true);
            }
            for (UseRange range : use.use().ranges()) {
                programme(base, use, range);
            }
        }
        for (ListedUse use : master.inherited()) {
            ingredient(use);
        }
        for (Gap gap : Gaps.in(master)) {
            gap(gap);
        }
    }

    private void gap(Gap gap) {
        List<CutEvent> showing = cut.events().stream()
                .filter(event -> gap.ingredient()
                        .filter(source -> ClipMatch.shows(event, source.name()))
                        .isPresent())
                .toList();
        showing.forEach(event -> add(gap.told(), event, 0, event.frames(), true));
        if (showing.isEmpty()) {
            programme(gap.told(), Optional.empty(), 0, length(), gap.isWhole());
        }
    }

    /** A clip of the ingredient's name shows it; where there is none, nobody can say where in the programme it is. */
    private void ingredient(ListedUse use) {
        SourceStatement ingredient = use.ingredient().orElseThrow();
        for (String name : ingredient.path()) {
            List<CutEvent> showing = cut.events().stream()
                    .filter(event -> ClipMatch.shows(event, name))
                    .toList();
            for (CutEvent event : showing) {
                boolean itself = name.equals(ingredient.name());
                if (cues.stream().anyMatch(cue -> cue.isOf(event, use.use()))) {
                    continue;
                }
                if (itself) {
                    declared(event, use);
                } else {
                    add(use.told(duty), event, 0, event.frames(), use.isWhole());
                }
            }
            if (!showing.isEmpty()) {
                return;
            }
        }
        programme(use.told(duty), Optional.empty(), 0, length(), use.isWhole());
    }

    private void programme(TimeBase base, ListedUse use, UseRange range) {
        if (hasTimes(range)) {
            long shift = base.rate().equals(cut.rate()) ? fromStart(base.start()) : 0;
            long first = range.firstFrame(base)
                    .map(frame -> shift + inProgramme(base, frame))
                    .orElse(0L);
            long after = range.frameAfter(base)
                    .map(frame -> shift + inProgramme(base, frame))
                    .orElse(length());
            programme(use.told(duty), range.shot(), first, after, true);
            return;
        }
        for (CutEvent event : cut.events()) {
            if (range.shot().isEmpty() || event.name().equals(range.shot().get())) {
                add(use.told(duty), event, 0, event.frames(), range.shot().isPresent());
            }
        }
    }

    private long inProgramme(TimeBase base, long frame) {
        return base.rate().perSecond().equals(cut.rate().perSecond())
                ? frame
                : cut.rate().nearestFrame(base.rate().seconds(frame));
    }

    private void programme(Told told, Optional<String> shot, long first, long after, boolean exact) {
        Optional<CutEvent> event = cut.events().stream()
                .filter(CutEvent::isPicture)
                .filter(clip ->
                        fromStart(clip.recordIn()) <= first && first < fromStart(clip.recordIn()) + clip.frames())
                .findFirst();
        boolean whole = first == 0 && after == length();
        cues.add(new Cue(
                whole ? Optional.empty() : event,
                shot.or(() -> whole ? Optional.empty() : event.map(CutEvent::name))
                        .orElseGet(() -> told.from().map(CueSource::title).orElse("the programme")),
                cut.start().plus(first),
                cut.start().plus(after),
                after - first,
                Optional.empty(),
                told,
                exact));
    }
}
