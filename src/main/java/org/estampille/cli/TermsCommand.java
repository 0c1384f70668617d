package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.RightsStatus;
import org.estampille.terms.CaptureStanding;
import org.estampille.terms.HouseCatalogue;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsDocument;
import org.estampille.terms.TermsRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estampille terms}: what AI tools' terms give in their output, and the texts a house archived. */
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description =
                "What AI tools' terms give in their output, on which evidence, and whether that evidence still stands.")
final class TermsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    TermsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say which: 'terms list', 'show', 'add', 'capture', 'check' or 'diff'");
        }
        return ExitCode.USAGE.code();
    }

    /** One line a row. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each tool and plan.")
    int list(
            @Option(names = "--vendor", paramLabel = "NAME", description = "Only tools of vendors so named.") @Nullable
                    String vendor,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description = "Only this status, in English (licensed) or French (concédé).")
                    @Nullable
                    String status,
            @Option(names = "--json", description = "One JSON object a line.") boolean json,
            @Mixin TermsFolder folder)
            throws CommandFailure {
        folder.requireThere(surroundings);
        TermsCatalogue catalogue = folder.catalogue(surroundings);
        List<TermsRow> rows = catalogue.rows().stream()
                .filter(row -> vendor == null || TermsWords.contains(row.vendor(), vendor))
                .filter(status == null ? row -> true : row -> hasStatus(row, status))
                .toList();
        if (status != null && !isStatus(status)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "There is no status '" + status + "'; there are " + TermsWords.statuses() + ".");
        }
        if (json) {
            rows.forEach(row -> surroundings.out().println(TermsJson.row(row, catalogue)));
        } else {
            TermsWords.table(rows).forEach(surroundings.out()::println);
            surroundings.err().println(TermsWords.footer(rows));
        }
        return ExitCode.OK.code();
    }

    private static boolean isStatus(String text) {
        return List.of(RightsStatus.values()).stream().anyMatch(status -> named(status, text));
    }

    private static boolean named(RightsStatus status, String text) {
        return status.word().equalsIgnoreCase(text) || status.statusFr().equalsIgnoreCase(text);
    }

    private static boolean hasStatus(TermsRow row, String text) {
        return named(row.rights().status(), text);
    }

    /** Everything about one tool. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Everything about one tool.")
    int show(
            @Parameters(paramLabel = "TOOL", description = "A tool, vendor, model or row, or how its name begins.")
                    String tool,
            @Option(names = "--plan", paramLabel = "PLAN", description = "Only plans with these words.") @Nullable
                    String plan,
            @Option(names = "--at", paramLabel = "DATE", description = "As it was on this day; default: today.")
                    @Nullable
                    LocalDate at,
            @Option(names = "--history", description = "Also the dated texts, and when the output clause changed.")
                    boolean history,
            @Option(names = "--json", description = "One JSON object a line.") boolean json,
            @Mixin TermsFolder folder)
            throws CommandFailure {
        folder.requireThere(surroundings);
        TermsCatalogue catalogue = folder.catalogue(surroundings);
        LocalDate day = at == null ? LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC) : at;
        List<TermsRow> rows = catalogue.find(tool, Optional.ofNullable(plan), day);
        if (rows.isEmpty() && plan == null) {
            rows = catalogue.row(tool).stream().toList();
        }
        if (rows.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, TermsWords.notFound(catalogue, tool, Optional.ofNullable(plan)));
        }
        for (TermsRow row : rows) {
            if (json) {
                surroundings.out().println(TermsJson.row(row, catalogue));
            } else {
                TermsSheet.of(row, catalogue, day, history).forEach(surroundings.out()::println);
                surroundings.out().println();
            }
        }
        if (!json) {
            surroundings
                    .err()
                    .println("This is the status by the tools' terms, not a copyright opinion and not legal advice.");
        }
        return ExitCode.OK.code();
    }

    /** Takes rows of the house. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Keeps your own rows in the house catalogue.")
    int add(
            @Parameters(paramLabel = "FILE", description = "YAML: one row, or 'rows' with several.") Path file,
            @Option(names = "--force", description = "Replace a row of that name.") boolean force,
            @Mixin TermsFolder folder)
            throws CommandFailure, IOException {
        Octets content = TermsFolder.read(file, TermsDocument.LONGEST, surroundings);
        TermsDocument<List<TermsRow>> document = TermsDocument.rows(content);
        List<TermsRow> rows = document.content().orElse(List.of());
        if (rows.isEmpty()) {
            document.problems().forEach(problem -> surroundings.err().println(TermsWords.line(file, problem)));
            throw new CommandFailure(ExitCode.USAGE, file + ": nothing was added; mend the lines above and try again.");
        }
        refuseTheFuture(file, rows);
        keepOne(rows, folder.house(surroundings), force);
        Path kept = folder.house(surroundings).addRows(rows, content);
        for (TermsRow row : rows) {
            surroundings.out().println("added " + row.id() + TermsWords.gateRemark(row));
        }
        surroundings.err().println("kept in " + kept);
        return ExitCode.OK.code();
    }

    /** Nobody has read tomorrow's page; the later day counts, so that no zone of the world is wronged. */
    private void refuseTheFuture(Path file, List<TermsRow> rows) throws CommandFailure {
        LocalDate latest = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.MAX);
        for (TermsRow row : rows) {
            Optional<LocalDate> day = row.evidence().retrievedAt().filter(latest::isBefore);
            if (day.isPresent()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        file + ": the row '" + row.id() + "' says evidence.retrievedAt: " + day.get()
                                + ", a day that has not come; nothing was added; correct the date.");
            }
        }
    }

    /** Two files with one row would answer in turn, and contradict each other. */
    private void keepOne(List<TermsRow> rows, HouseCatalogue house, boolean force) throws CommandFailure, IOException {
        for (TermsRow row : rows) {
            List<Path> holding;
            try {
                holding = house.filesWith(row.id());
            } catch (HouseCatalogue.FaultyFileException e) {
                throw TermsFolder.unusable(e, surroundings);
            }
            if (!holding.isEmpty() && !force) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "There is a row '" + row.id() + "' already, in " + holding.get(0)
                                + "; give --force to replace it.");
            }
            for (Path other : holding) {
                if (!other.equals(house.placeOf(rows))) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            "The row '" + row.id() + "' stands in " + other
                                    + " too, with a name of its own; take it out there, then add it here.");
                }
            }
        }
    }

    /** Archives a text. */
    @Command(
            name = "capture",
            mixinStandardHelpOptions = true,
            description = "Archives a saved page, PDF, Word file or contract with its digests and dates.")
    int capture(
            @Parameters(paramLabel = "FILE|URL", description = "What to archive; an address needs --allow-network.")
                    String source,
            @Mixin TermsCaptureOptions options,
            @Mixin TermsFolder folder)
            throws CommandFailure, IOException {
        return options.capture(source, folder, surroundings).code();
    }

    /** Says how the captures stand. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says how each archived text stands, and what to do.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all current, or only the address is gone",
                "1:one is tampered, out of its window or in conflict",
                "4:one is stale, superseded, read by nobody, or its archived text is missing"
            })
    int check(
            @Option(names = "--at", paramLabel = "DATE", description = "As it will be on this day; default: today.")
                    @Nullable
                    LocalDate at,
            @Option(names = "--allow-network", description = "Also compare with the pages at their addresses.")
                    boolean network,
            @Option(names = "--json", description = "One JSON object a line.") boolean json,
            @Mixin TermsFolder folder)
            throws CommandFailure, IOException {
        folder.requireThere(surroundings);
        List<CaptureStanding> standings = folder.standings(Optional.ofNullable(at), network, surroundings);
        ExitCode worst = ExitCode.OK;
        for (CaptureStanding standing : standings) {
            if (json) {
                surroundings.out().println(TermsJson.standing(standing));
            } else {
                TermsWords.standing(standing).forEach(surroundings.out()::println);
            }
            worst = worst.worse(TermsWords.exitCode(standing));
        }
        if (standings.isEmpty()) {
            surroundings
                    .err()
                    .println(
                            "Nothing is archived yet. Begin with: estampille terms capture FILE --tool NAME --plan PLAN");
        } else if (!network) {
            surroundings.err().println("Addresses were not looked up; --allow-network compares with the live pages.");
        }
        return worst.code();
    }

    /** Says what changed. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Shows what changed between two texts of terms.")
    int diff(
            @Parameters(index = "0", paramLabel = "A", description = "A capture's name or a file.") String first,
            @Parameters(index = "1", paramLabel = "B", description = "A capture's name or a file.") String second,
            @Mixin TermsFolder folder)
            throws CommandFailure, IOException {
        folder.requireThere(surroundings);
        return new TermsComparison(folder, surroundings).print(first, second).code();
    }
}
