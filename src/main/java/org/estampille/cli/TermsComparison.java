package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.report.SafeText;
import org.estampille.terms.ArchivedText;
import org.estampille.terms.HouseCatalogue;
import org.estampille.terms.NormalisedText;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsText;
import org.estampille.terms.TextChange;

/** Shows what changed between two texts, each a capture or a file. */
final class TermsComparison {

    private final TermsFolder folder;
    private final Surroundings surroundings;

    TermsComparison(TermsFolder folder, Surroundings surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
    }

    ExitCode print(String first, String second) throws CommandFailure, IOException {
        List<TextChange> changes = TextChange.between(text(first), text(second));
        if (changes.isEmpty()) {
            surroundings.out().println("The visible texts are the same.");
            return ExitCode.OK;
        }
        surroundings.out().println("--- " + SafeText.line(first));
        surroundings.out().println("+++ " + SafeText.line(second));
        changes.forEach(this::print);
        surroundings
                .err()
                .println(changes.size() + (changes.size() == 1 ? " place differs" : " places differ")
                        + "; [-removed-] {+added+}");
        return ExitCode.OK;
    }

    private void print(TextChange change) {
        surroundings.out().println("@@ after paragraph " + change.position());
        if (change.before().isEmpty() || change.after().isEmpty()) {
            change.before().forEach(block -> surroundings.out().println("- " + SafeText.line(block)));
            change.after().forEach(block -> surroundings.out().println("+ " + SafeText.line(block)));
            return;
        }
        StringBuilder line = new StringBuilder("~");
        for (TextChange.Run run : change.runs()) {
            line.append(' ').append(marked(run));
        }
        surroundings.out().println(SafeText.line(line.toString()));
    }

    private static String marked(TextChange.Run run) {
        return switch (run.kind()) {
            case BOTH -> run.words();
            case REMOVED -> "[-" + run.words() + "-]";
            case ADDED -> "{+" + run.words() + "+}";
        };
    }

    private NormalisedText text(String name) throws CommandFailure, IOException {
        Path file = file(name);
        Octets document = TermsFolder.read(file, ReadLimits.standard().buffer(), surroundings);
        try {
            return TermsText.of(document, ReadLimits.standard())
                    .text()
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.INDETERMINATE, name + " has no text that can be read, such as a scan or a WARC."));
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.INDETERMINATE, name + " cannot be read as " + e.format() + ": " + e.problem() + ".");
        }
    }

    /** A file, or the archived text of a capture; the begin of its name is enough when only one has it. */
    private Path file(String name) throws CommandFailure, IOException {
        Path file = surroundings.directory().resolve(name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        List<TermsCapture> captures = folder.captures(surroundings).stream()
                .filter(capture -> capture.id().startsWith(name))
                .toList();
        if (captures.size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    captures.isEmpty()
                            ? "There is neither a file nor a capture '" + name + "'; see 'estampille terms check'."
                            : captures.size() + " captures begin with '" + name + "'; write more of the name.");
        }
        HouseCatalogue house = folder.house(surroundings);
        if (house.archived(captures.get(0)) != ArchivedText.MATCHES) {
            throw new CommandFailure(
                    ExitCode.INDETERMINATE,
                    "The archived text of '" + captures.get(0).id()
                            + "' is missing or was changed; see 'estampille terms check'.");
        }
        return house.evidence().resolveSibling(captures.get(0).archiveRef());
    }
}
