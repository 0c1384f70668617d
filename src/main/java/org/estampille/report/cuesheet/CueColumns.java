package org.estampille.report.cuesheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.catalogue.Operation;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.CueSource;
import org.estampille.cuesheet.LabelDue;
import org.estampille.cuesheet.Told;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Person;
import org.estampille.disclosure.RightsLine;
import org.estampille.report.SafeText;

/** The columns of a cue sheet, the same in every form. */
final class CueColumns {

    static final List<String> NAMES = List.of(
            "No",
            "Shot",
            "Track",
            "Record in",
            "Record out",
            "Frames",
            "Source in",
            "Source out",
            "Reel",
            "What AI did",
            "Extent",
            "Tool",
            "Model",
            "Rights",
            "Consent",
            "Label due",
            "Why",
            "Human oversight",
            "Manifest",
            "Signer",
            "File",
            "Declared by");

    private static final String UNKNOWN = "unknown";

    private CueColumns() {}

    /** One row; nothing is empty without a reason. */
    static List<String> of(int number, Cue cue) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(number),
                cue.shot() + (cue.exact() ? "" : " (part)"),
                cue.event().map(CutEvent::track).orElse("all"),
                cue.in().label(),
                cue.out().label(),
                Long.toString(cue.frames()),
                cue.source().map(range -> range.in().label()).orElse(""),
                cue.source().map(range -> range.out().label()).orElse(""),
                cue.event().flatMap(CutEvent::reel).orElse("")));
        Told told = cue.told();
        cells.addAll(told.use().map(use -> declared(told, use)).orElseGet(() -> undeclared(told)));
        cells.addAll(List.of(
                told.from().map(CueSource::state).orElse("no file"),
                told.from().flatMap(CueSource::signer).orElse("nobody"),
                told.from().map(CueSource::file).orElse("none found"),
                told.untold().isPresent() ? UntoldWords.why(told) : declaredBy(told, cue.exact())));
        return cells.stream().map(SafeText::line).toList();
    }

    private static List<String> declared(Told told, AiUse use) {
        String did = use.operations().stream()
                .map(Operation::code)
                .map(code -> code.replace('_', ' '))
                .collect(Collectors.joining(", "));
        return List.of(
                did.isEmpty() ? use.description().orElse("not said") : did,
                use.extent().word(),
                use.tool().name(),
                use.tool().modelWithVersion().orElse("not said"),
                rights(told.rights()),
                consent(told.persons()),
                label(told.label().label()),
                reason(told.label().reason()),
                use.oversight().map(level -> level.word().replace('_', ' ')).orElse("not said"));
    }

    private static List<String> undeclared(Told told) {
        return List.of(
                "not declared",
                told.involvement().label(),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                label(told.label().label()),
                reason(told.label().reason()),
                UNKNOWN);
    }

    /** An edit may have cut its source: where in it the source's own time codes lie, nobody has said. */
    private static String declaredBy(Told told, boolean exact) {
        return told.ingredient()
                .map(source -> "from ingredient " + source.name()
                        + (source.parent() ? ", from which it was made" : ", placed in it")
                        + (exact ? "" : ": somewhere in this clip"))
                .orElse("the file");
    }

    private static String rights(Optional<RightsLine> rights) {
        if (rights.isEmpty()) {
            return UNKNOWN;
        }
        RightsLine line = rights.get();
        String concluded = line.concluded()
                .filter(reading -> !reading.equals(line.status()))
                .map(reading -> ", reviewer says " + reading)
                .orElse("");
        return line.status() + concluded + " (evidence " + line.state() + ")";
    }

    private static String consent(List<Person> persons) {
        return persons.isEmpty()
                ? "nobody depicted"
                : persons.stream()
                        .map(person -> person.ref() + ": "
                                + person.consent().word().replace('_', ' ')
                                + person.consentRef()
                                        .map(ref -> " (" + ref + ")")
                                        .orElse(""))
                        .collect(Collectors.joining("; "));
    }

    static String label(LabelDue.Label label) {
        return switch (label) {
            case UNKNOWN -> UNKNOWN;
            case NONE -> "none";
            case AI_MODIFIED -> "AI MODIFIED";
            case AI_GENERATED -> "AI GENERATED";
        };
    }

    private static String reason(LabelDue.Reason reason) {
        return switch (reason) {
            case ASSISTIVE -> "AI only helped";
            case NO_DEEP_FAKE -> "assessed: no deep fake";
            case DEEP_FAKE -> "assessed: a deep fake";
            case DEEP_FAKE_IN_ART -> "a deep fake in an evidently artistic work: credits or notes will do";
            case NOT_ASSESSED -> "nobody has said that it is no deep fake";
            case NOT_SAID -> "nobody has said whether AI was used";
        };
    }
}
