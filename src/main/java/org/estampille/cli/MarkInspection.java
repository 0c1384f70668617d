package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.estampille.bytes.ReadLimits;
import org.estampille.marks.MarkReader;
import org.estampille.marks.MarkReading;
import org.estampille.report.Language;
import org.estampille.report.MarkReport;
import org.estampille.report.SafeText;

/** {@code inspect --marks}: marks of AI outside of manifests, file after file. */
final class MarkInspection {

    private final Surroundings surroundings;
    private final boolean json;
    private final Language language;

    MarkInspection(Surroundings surroundings, boolean json, Language language) {
        this.surroundings = surroundings;
        this.json = json;
        this.language = language;
    }

    /** Looking succeeds whatever is seen; only a file that cannot be read fails. */
    ExitCode run(String path) throws IOException, CommandFailure {
        List<InputFiles.Input> files = InputFiles.list(List.of(path), surroundings.directory());
        if (files.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to inspect: no file found.");
        }
        ExitCode worst = ExitCode.OK;
        for (InputFiles.Input file : files) {
            try {
                if (Files.size(file.path()) == 0) {
                    worst = worst.worse(ExitCode.INDETERMINATE);
                    surroundings.err().println("estampille: " + SafeText.line(file.shown()) + ": the file is empty.");
                    continue;
                }
                MarkReading reading = MarkReader.read(file.path(), ReadLimits.standard());
                surroundings
                        .out()
                        .print(
                                json
                                        ? MarkReport.json(file.shown(), reading, language) + "\n"
                                        : MarkReport.text(file.shown(), reading, language));
            } catch (IOException e) {
                worst = worst.worse(ExitCode.IO);
                surroundings
                        .err()
                        .println("estampille: " + SafeText.line(file.shown() + ": " + CommandLineRunner.sentence(e)));
            }
        }
        surroundings.out().flush();
        surroundings.err().flush();
        return worst;
    }
}
