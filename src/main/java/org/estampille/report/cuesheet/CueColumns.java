package org.estampille.report.cuesheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.catalogue.Operation;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.LabelDue;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.Person;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SourceStatement;
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

    private CueColumns() {}

    /** One row; nothing is empty without a reason. */
    static List<String> of(int number, Cue cue) {
        String did = cue.use().operations().stream()
                .map(Operation::code)
                .map(code -> code.replace('_', ' '))
                .collect(Collectors.joining(", "));
        return List.of(
                        Integer.toString(number),
                        cue.shot() + (cue.exact() ? "" : " (part)"),
                        cue.event().map(CutEvent::track).orElse("all"),
                        cue.in().label(),
                        cue.out().label(),
                        Long.toString(cue.frames()),
                        cue.source().map(range -> range.in().label()).orElse(""),
                        cue.source().map(range -> range.out().label()).orElse(""),
                        cue.event().flatMap(CutEvent::reel).orElse(""),
                        did.isEmpty() ? cue.use().description().orElse("not said") : did,
                        cue.use().extent().word(),
                        cue.use().tool().name(),
                        cue.use().tool().modelWithVersion().orElse("not said"),
                        rights(cue.rights()),
                        consent(cue.persons()),
                        label(cue.label().label()),
                        reason(cue.label().reason()),
                        cue.use()
                                .oversight()
                                .map(level -> level.word().replace('_', ' '))
                                .orElse("not said"),
                        cue.from().state(),
                        cue.from().signer().orElse("nobody"),
                        cue.from().file(),
                        cue.ingredient()
                                .map(source -> declaredBy(source, cue.exact()))
                                .orElse("the file"))
                .stream()
                .map(SafeText::line)
                .toList();
    }

    /** An edit may have cut its source: where in it the source's own time codes lie, nobody has said. */
    private static String declaredBy(SourceStatement ingredient, boolean exact) {
        String how = ingredient.parent() ? ", from which it was made" : ", placed in it";
        return "from ingredient " + ingredient.name() + how + (exact ? "" : ": somewhere in this clip");
    }

    private static String rights(Optional<RightsLine> rights) {
        if (rights.isEmpty()) {
            return "unknown";
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
        return label == LabelDue.Label.NONE
                ? "none"
                : label.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String reason(LabelDue.Reason reason) {
        return switch (reason) {
            case ASSISTIVE -> "AI only helped";
            case NO_DEEP_FAKE -> "assessed: no deep fake";
            case DEEP_FAKE -> "assessed: a deep fake";
            case DEEP_FAKE_IN_ART -> "a deep fake in an evidently artistic work: credits or notes will do";
            case NOT_ASSESSED -> "nobody has said that it is no deep fake";
        };
    }
}
