package org.estampille.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.cuesheet.CueSheet;
import org.estampille.cuesheet.CueSheetBuilder;
import org.estampille.cuesheet.CueSource;
import org.estampille.cuesheet.LabelDuty;
import org.estampille.cut.Cut;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.disclosure.SourceStatement;
import org.estampille.report.SafeText;
import org.estampille.report.VerificationReport;
import org.estampille.report.cuesheet.CueSheetCsv;
import org.estampille.report.cuesheet.CueSheetPage;
import org.estampille.report.cuesheet.CueSheetSummary;
import org.estampille.report.cuesheet.CueSheetWorkbook;
import org.estampille.validate.ValidationContext;
import org.estampille.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille cuesheet}: which AI is seen or heard when in a programme. */
@Command(
        name = "cuesheet",
        mixinStandardHelpOptions = true,
        description = "Lists the AI uses of a programme: the cut joined with what signed files declare.")
public final class CuesheetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    /** What a cue sheet can be written as. */
    enum Format {
        CSV,
        XLSX,
        HTML
    }

    @Option(names = "--cut", required = true, paramLabel = "CUT", description = "OpenTimelineIO, CMX 3600 EDL or CSV.")
    private Path cut = Path.of("");

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Frame rate of the cut, where it names none: 25, 23.976, 29.97 DF, ...")
    private Optional<String> rate = Optional.empty();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR|PATTERN",
            description = "The signed files the cut shows, found by file name, clip name or reel.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--master",
            paramLabel = "FILE",
            description =
                    "The programme itself, whose own declaration counts too. Left out, it is the file named as the cut, "
                            + "or the only one that no clip shows and that declares parts.")
    private Optional<Path> master = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, xlsx or html; by the name of --out, otherwise csv.")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; standard output if left out.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    public CuesheetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Format wanted = format();
        if (paths.isEmpty() && master.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "no media; name the signed files the cut shows, or --master.");
        }
        Optional<OutputFile> target = out.isPresent()
                ? Optional.of(OutputFile.require(out.get().toString(), force, surroundings.directory()))
                : Optional.empty();
        Cut list = CutFile.load(cut, rate, surroundings);
        List<InputFiles.Input> files = InputFiles.list(paths, surroundings.directory());
        Workload workload = Workload.of(files, surroundings);
        ValidationContext context = trust.context(surroundings, workload.engine(), workload.threadsWithin());
        Verifier verifier = new Verifier(context);
        List<CueSource> sources = new ArrayList<>();
        OrderedWork.run(
                files,
                Math.max(1, workload.threadsAcross()),
                file -> verifier.verify(file.path(), file.shown()),
                report -> sources.add(source(report, surroundings.directory())));
        Optional<CueSource> programme = master.map(file -> source(
                verifier.verify(surroundings.directory().resolve(file), file.toString()), surroundings.directory()));
        if (programme.isEmpty()) {
            programme = CueSheetBuilder.programmeAmong(list, sources);
            programme.ifPresent(file -> {
                sources.remove(file);
                surroundings
                        .err()
                        .println(SafeText.line(
                                file.file() + " is taken for the programme itself; --master names another."));
            });
        }
        CueSheet sheet = CueSheetBuilder.build(list, sources, programme, LabelDuty.cautious());
        write(sheet, wanted, target);
        CueSheetSummary.lines(sheet).forEach(surroundings.err()::println);
        return exitCode(sheet).code();
    }

    private Format format() throws CommandFailure {
        if (format.isPresent()) {
            if (format.get() == Format.XLSX && out.isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "a workbook needs a file: give --out NAME.xlsx.");
            }
            return format.get();
        }
        String name = out.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") ? Format.XLSX : name.endsWith(".html") ? Format.HTML : Format.CSV;
    }

    private static CueSource source(VerificationReport report, Path directory) {
        return new CueSource(
                report.path(),
                report.state().label(),
                report.signerName(),
                report.validation().map(result -> result.active().manifest().label()),
                report.validation().flatMap(SignedDeclaration::of).flatMap(SignedDeclaration::declaration),
                report.disclosure(),
                report.validation().map(SourceStatement::saidBy).orElse(Involvement.UNKNOWN),
                report.validation().map(SourceStatement::in).orElse(List.of()),
                DeclaredTimes.rate(directory.resolve(report.path())));
    }

    private void write(CueSheet sheet, Format wanted, Optional<OutputFile> target) throws IOException {
        if (target.isEmpty()) {
            surroundings.out().print(text(sheet, wanted));
            surroundings.out().flush();
            return;
        }
        target.get().write(stream -> {
            OutputStream buffered = new BufferedOutputStream(stream);
            if (wanted == Format.XLSX) {
                CueSheetWorkbook.write(sheet, buffered);
            } else {
                buffered.write(text(sheet, wanted).getBytes(StandardCharsets.UTF_8));
            }
            buffered.flush();
        });
    }

    private static String text(CueSheet sheet, Format wanted) {
        return wanted == Format.HTML ? CueSheetPage.of(sheet) : CueSheetCsv.of(sheet);
    }

    /** A manifest that does not hold or whose signer is not trusted, or AI that nobody declares: something to look at. */
    private static ExitCode exitCode(CueSheet sheet) {
        ExitCode worst = sheet.untold().isEmpty() && sheet.counted().isEmpty() ? ExitCode.OK : ExitCode.REVIEW;
        for (CueSource file : sheet.shown()) {
            ExitCode one = switch (file.state()) {
                case "trusted" -> ExitCode.OK;
                case "valid" -> ExitCode.REVIEW;
                case "absent" -> worst;
                case "invalid" -> ExitCode.REJECTED;
                default -> ExitCode.INDETERMINATE;
            };
            worst = worst.worse(one);
        }
        return worst;
    }
}
