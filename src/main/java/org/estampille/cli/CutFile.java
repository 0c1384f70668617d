package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.estampille.bytes.SmallFile;
import org.estampille.cut.CsvRows;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.cut.CutOutcome;
import org.estampille.cut.CutReader;
import org.estampille.report.SafeText;
import org.estampille.timecode.FrameRate;

/** A cut as a person handed it in. */
final class CutFile {
    private static final int LISTED = 40;
    private static final Set<String> HEADINGS =
            Set.of("shot", "shot name", "clip", "clip name", "name", "file", "reel");

    private CutFile() {}

    /**
     * Reads a cut; what had to be assumed is said on standard error.
     *
     * @throws CommandFailure when it cannot be used
     */
    static Cut load(Path file, Optional<String> rate, Surroundings surroundings) throws CommandFailure, IOException {
        Optional<FrameRate> given = rate.flatMap(FrameRate::parse).filter(FrameRate::isInUse);
        if (rate.isPresent() && given.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--rate: \"" + rate.get() + "\" is not " + FrameRate.EXPECTED + ".");
        }
        CutOutcome outcome = CutReader.read(octets(file, surroundings), given);
        if (outcome instanceof CutOutcome.Faulty faulty) {
            CutOutcome.Problem first = faulty.problems().get(0);
            String place = first.line() > 0 ? file + ":" + first.line() : file.toString();
            throw new CommandFailure(ExitCode.USAGE, place + ": " + first.message() + ".");
        }
        Cut cut = ((CutOutcome.Read) outcome).cut();
        cut.notes().forEach(note -> surroundings.err().println(SafeText.line(file + ": " + note)));
        return cut;
    }

    private static Octets octets(Path file, Surroundings surroundings) throws CommandFailure, IOException {
        NamedFile.require("the cut", file, "an OpenTimelineIO file, an EDL or a CSV list", surroundings);
        return SmallFile.start(surroundings.directory().resolve(file), CutReader.LONGEST + 1);
    }

    /** The clips made with AI: those the options name, otherwise those the list marks, in the order of the cut. */
    static List<CutEvent> chosen(Cut cut, CutOptions options, Surroundings surroundings)
            throws CommandFailure, IOException {
        List<Predicate<CutEvent>> tests = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>(options.shots);
        if (options.list.isPresent()) {
            named.addAll(listed(octets(options.list.get(), surroundings).utf8()));
        }
        requireKnown(cut, named);
        if (!named.isEmpty()) {
            tests.add(event -> names(event).anyMatch(name -> named.stream().anyMatch(name::equalsIgnoreCase)));
        }
        if (options.pattern.isPresent()) {
            Pattern wanted = pattern(options.pattern.get());
            tests.add(
                    event -> names(event).anyMatch(name -> wanted.matcher(name).find()));
        }
        options.marker
                .map(text -> text.toLowerCase(Locale.ROOT))
                .ifPresent(text -> tests.add(event -> event.markers().stream()
                        .anyMatch(marker -> marker.toLowerCase(Locale.ROOT).contains(text))));
        if (tests.isEmpty()) {
            tests.add(event -> event.ai().orElse(false));
        }
        List<CutEvent> chosen = cut.events().stream()
                .filter(event -> tests.stream().anyMatch(test -> test.test(event)))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no clip of the cut is marked as made with AI; name some with --ai-shot, --ai-regex, --ai-marker,"
                            + " --ai-list or a column \"ai\".");
        }
        return chosen;
    }

    /** The first column, without the column's name and without what is empty. */
    private static List<String> listed(String text) {
        return CsvRows.read(text).stream()
                .map(row -> row.cells().get(0).strip())
                .filter(name -> !name.isEmpty() && !HEADINGS.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A name that no clip has is a slip of the pen, and a shot left out is an AI use left out. */
    private static void requireKnown(Cut cut, Set<String> named) throws CommandFailure {
        List<String> unknown = named.stream()
                .filter(name -> cut.events().stream().flatMap(CutFile::names).noneMatch(name::equalsIgnoreCase))
                .toList();
        if (!unknown.isEmpty()) {
            List<String> there =
                    cut.events().stream().map(CutEvent::name).distinct().toList();
            String more = there.size() > LISTED ? " and " + (there.size() - LISTED) + " more" : "";
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no clip of the cut is called " + String.join(", ", unknown) + "; there are "
                            + there.stream().limit(LISTED).collect(Collectors.joining(", ")) + more + ".");
        }
    }

    private static Stream<String> names(CutEvent event) {
        return Stream.of(event.shot(), event.file(), event.reel()).flatMap(Optional::stream);
    }

    private static Pattern pattern(String text) throws CommandFailure {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException broken) {
            throw new CommandFailure(ExitCode.USAGE, "--ai-regex: " + broken.getDescription() + ".");
        }
    }
}
