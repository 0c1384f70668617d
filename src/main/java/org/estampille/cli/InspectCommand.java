package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.disclosure.Leak;
import org.estampille.disclosure.LeakReader;
import org.estampille.report.CrJson;
import org.estampille.report.JsonReport;
import org.estampille.report.Language;
import org.estampille.report.LeakReport;
import org.estampille.report.Problem;
import org.estampille.report.TextReport;
import org.estampille.report.TreeReport;
import org.estampille.report.VerificationReport;
import org.estampille.tag.OutsidePrompts;
import org.estampille.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille inspect}: everything a file's manifest store holds, whether or not it holds good. */
@Command(
        name = "inspect",
        description = "Shows the manifest store of a file: manifests, claims, assertions.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE|DIR", description = "A media file; with --marks also a folder.")
    private Path path = Path.of("");

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--tree", description = "The whole store as a tree.")
    private boolean tree;

    @Option(
            names = "--leaks",
            description =
                    "What the manifests give away: prompts, names, addresses, paths, code names, times, pictures.")
    private boolean leaks;

    @Option(
            names = "--marks",
            description = "Marks of AI outside of manifests: source types, generators' traces, labels. None is signed.")
    private boolean marks;

    @Option(names = "--json", description = "The report of verify as one JSON object.")
    private boolean json;

    @Option(
            names = "--crjson",
            description = "The store and its validation as C2PA crJSON, for rubrics and other tools.")
    private boolean crjson;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Language of what is shown: en or fr.")
    private String lang = "en";

    public InspectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Language language = PolicyOptions.language(lang);
        check();
        if (marks) {
            return new MarkInspection(surroundings, json, language)
                    .run(path.toString())
                    .code();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        Verifier verifier = new Verifier(trust.context(surroundings, CryptoEngine.platform(), cores));
        VerificationReport report = verifier.verify(surroundings.directory().resolve(path), path.toString());
        if (leaks && report.validation().isPresent()) {
            List<Leak> found =
                    new ArrayList<>(LeakReader.read(report.validation().get().store()));
            OutsidePrompts.inXmp(surroundings.directory().resolve(path), ReadLimits.standard())
                    .forEach((name, value) -> found.add(new Leak(Leak.Kind.PROMPT, "XMP/Iptc4xmpExt:" + name, value)));
            surroundings
                    .out()
                    .print(
                            json
                                    ? LeakReport.json(report.path(), found) + "\n"
                                    : LeakReport.text(report.path(), found, language));
        } else if (crjson) {
            crjson(report, language);
        } else if (json) {
            surroundings.out().println(new JsonReport(language).line(report));
        } else {
            surroundings.out().print(new TextReport(language).card(report));
            if (tree && report.validation().isPresent()) {
                surroundings
                        .out()
                        .print(TreeReport.of(report.validation().get().store(), language, ReadLimits.standard()));
            }
        }
        surroundings.out().flush();
        return exitCode(report).code();
    }

    private void check() throws CommandFailure {
        if (marks && (tree || crjson || leaks)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--marks looks outside of manifests; give it alone, or with --json.");
        }
        int forms = (tree ? 1 : 0) + (json ? 1 : 0) + (crjson ? 1 : 0);
        if (forms > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--tree, --json and --crjson are three ways to show the same; give one of them.");
        }
        Path file = surroundings.directory().resolve(path);
        if (Files.isDirectory(file) && !marks) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    path + ": is a folder, and inspect shows one file; 'estampille verify' takes folders.");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure(ExitCode.IO, path + ": no such file.");
        }
    }

    /** A document without manifests says that the file has none; a file that cannot be looked at gets no document. */
    private void crjson(VerificationReport report, Language language) {
        if (report.state() == VerificationReport.State.ERROR
                && report.validation().isEmpty()) {
            surroundings.err().print(new TextReport(language).card(report));
            surroundings.err().flush();
        } else {
            new CrJson(ProductVersion.current(), ReadLimits.standard()).write(report, surroundings.out());
            surroundings.out().println();
        }
    }

    /** Looking succeeds whatever is seen; only what cannot be looked at fails. */
    private static ExitCode exitCode(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED, VALID, INVALID -> ExitCode.OK;
            case ABSENT -> ExitCode.NO_MANIFEST;
            case ERROR ->
                report.problem()
                                .filter(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                                .isPresent()
                        ? ExitCode.IO
                        : ExitCode.INDETERMINATE;
        };
    }
}
