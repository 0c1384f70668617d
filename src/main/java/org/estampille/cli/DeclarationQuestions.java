package org.estampille.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.catalogue.Operation;
import org.estampille.declaration.Person;

/**
 * Fills in what {@code declare new} was not told: asks in a terminal, and otherwise says what is missing, all at once. Only what the
 * answers so far make necessary is asked.
 */
final class DeclarationQuestions {

    static final List<String> EXTENTS = List.of("generated", "modified", "assistive", "none");

    private static final List<String> REPLICAS =
            List.of("face_replace", "deage", "body_replace", "lip_sync", "voice_clone");

    private static final List<String> SOURCES = List.of(
            "digitalCapture", "computationalCapture", "negativeFilm", "digitalCreation", "humanEdits", "screenCapture");

    private final NewDeclarationOptions answers;
    private final ToolNames tools;

    DeclarationQuestions(NewDeclarationOptions answers, ToolNames tools) {
        this.answers = answers;
        this.tools = tools;
    }

    /** The extent; a preset has a usual one. */
    static Optional<String> extent(NewDeclarationOptions answers) {
        return answers.extent.or(() -> answers.preset.map(DeclarePreset::extent));
    }

    static List<String> operations(NewDeclarationOptions answers) {
        return answers.operations.isEmpty()
                ? answers.preset.map(DeclarePreset::operations).orElse(List.of())
                : answers.operations;
    }

    private boolean usesAi() {
        return !extent(answers).equals(Optional.of("none"));
    }

    private boolean makesReplicas() {
        return usesAi() && operations(answers).stream().anyMatch(REPLICAS::contains);
    }

    /** The flags that must still be given when nobody can be asked. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (answers.title.isEmpty()) {
            missing.add("--title");
        }
        if (extent(answers).isEmpty()) {
            missing.add("--extent (or --preset)");
        }
        if (usesAi() && answers.tool.isEmpty()) {
            missing.add("--tool");
        }
        if (!usesAi() && answers.sourceType.isEmpty()) {
            missing.add("--source-type");
        }
        if (makesReplicas() && answers.persons.isEmpty()) {
            missing.add("--person");
        }
        if (makesReplicas() && answers.deepfake.isEmpty()) {
            missing.add("--deepfake");
        }
        return missing;
    }

    /** Asks what is open, the common things first. */
    void ask(Dialogue dialogue, Optional<String> proposedTitle) throws IOException, CommandFailure {
        dialogue.say("Enter takes what stands in brackets. Ctrl-C writes nothing.");
        askDepartment(dialogue);
        if (answers.title.isEmpty()) {
            answers.title = Optional.of(dialogue.text("Title of the work or file", proposedTitle));
        }
        if (answers.extent.isEmpty()) {
            answers.extent = Optional.of(dialogue.choice(
                    "How much did AI make", EXTENTS, extent(answers).orElse("modified")));
        }
        if (!usesAi()) {
            if (answers.sourceType.isEmpty()) {
                answers.sourceType = Optional.of(source(dialogue));
            }
            return;
        }
        askTool(dialogue);
        askUse(dialogue);
        if (makesReplicas()) {
            askReplica(dialogue);
        }
    }

    private void askDepartment(Dialogue dialogue) throws IOException, CommandFailure {
        if (answers.preset.isEmpty() && answers.extent.isEmpty()) {
            List<String> departments = Arrays.stream(DeclarePreset.values())
                    .map(DeclarePreset::department)
                    .toList();
            String department = dialogue.choice("Department", departments, "vfx");
            answers.preset = Optional.of(DeclarePreset.valueOf(department.toUpperCase(Locale.ROOT)));
        }
    }

    private void askUse(Dialogue dialogue) throws IOException, CommandFailure {
        if (answers.operations.isEmpty()) {
            List<String> known =
                    Arrays.stream(Operation.values()).map(Operation::code).toList();
            List<String> usual = operations(answers).isEmpty() ? List.of("other") : operations(answers);
            answers.operations = dialogue.choices("What it did", known, usual);
        }
        if (answers.inFinal.isEmpty()) {
            answers.inFinal = Optional.of(dialogue.choice("Is it in the file", List.of("yes", "no", "unknown"), "yes"));
        }
        if (answers.shots.isEmpty() && answers.timecodes.isEmpty() && answers.cut.file.isEmpty()) {
            dialogue.optional("Shots, parted by commas (empty: all of the file)")
                    .ifPresent(shots -> answers.shots.addAll(List.of(shots.split("\\s*,\\s*", -1))));
        }
    }

    private static String source(Dialogue dialogue) throws IOException, CommandFailure {
        List<String> small =
                SOURCES.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String answer = dialogue.choice("Where the content comes from", small, small.get(0));
        return SOURCES.get(small.indexOf(answer));
    }

    private void askTool(Dialogue dialogue) throws IOException, CommandFailure {
        if (answers.tool.isEmpty()) {
            answers.tool = Optional.of(dialogue.completed("AI tool", tools::tools, Optional.empty()));
        }
        if (answers.plan.isEmpty()) {
            List<String> plans = tools.plans(answers.tool.get());
            if (!plans.isEmpty()) {
                answers.plan = dialogue.pick("Plan, on which the rights depend", plans);
            } else {
                answers.plan = dialogue.optional("Plan or contract (empty if you do not know)");
            }
        }
    }

    /** A replica of a person needs a consent, and a word on whether it deceives. */
    private void askReplica(Dialogue dialogue) throws IOException, CommandFailure {
        if (answers.persons.isEmpty()) {
            String ref =
                    dialogue.text("Whose face or voice: a reference, no name (none: nobody real)", Optional.of("none"));
            if (ref.equals("none")) {
                answers.persons.add(ref);
            } else {
                String consent = dialogue.choice("Consent", consents(), "unknown");
                Optional<String> where = consent.equals("obtained")
                        ? dialogue.optional("Where the consent is kept (a reference)")
                        : Optional.empty();
                answers.persons.add(
                        ref + ":" + consent + where.map(place -> ":" + place).orElse(""));
            }
        }
        if (answers.deepfake.isEmpty()) {
            answers.deepfake = Optional.of(dialogue.choice(
                    "Could an audience take it for real (a deep fake)", List.of("yes", "no", "unclear"), "unclear"));
        }
    }

    static List<String> consents() {
        return Arrays.stream(Person.Consent.values()).map(Person.Consent::word).toList();
    }
}
