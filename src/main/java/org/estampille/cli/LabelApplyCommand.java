package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.estampille.asset.AssetFormat;
import org.estampille.burn.BurnException;
import org.estampille.burn.Ffmpeg;
import org.estampille.burn.MarkShape;
import org.estampille.declaration.Declaration;
import org.estampille.label.LabelPlan;
import org.estampille.label.LabelPlanner;
import org.estampille.label.PlannedLabel;
import org.estampille.report.label.LabelText;
import org.estampille.sign.ClaimSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille label apply}: makes the label that is due, and signs where it is. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Burns the label into the picture, adds the notice to the sound or a line to the credits, and "
                        + "signs the result with where the label is and the proof of it. FFmpeg does moving pictures and sound.")
final class LabelApplyCommand implements Callable<Integer> {

    private static final double HIGHEST_PERCENT = 25;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The media file.")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "TARGET", description = "Write the labelled file here.")
    private Path out = Path.of("");

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(
            names = "--form",
            split = ",",
            paramLabel = "FORM",
            description =
                    "mark (in the picture), notice (spoken), credits (a card after the last frame); otherwise what "
                            + "is due. Repeatable.")
    private List<PlannedLabel.Kind> forms = new ArrayList<>();

    @Option(
            names = "--notice",
            paramLabel = "WAV",
            description = "The spoken notice as somebody recorded it, in the language of --lang.")
    private Optional<Path> notice = Optional.empty();

    @Option(names = "--notice-text", paramLabel = "TEXT", description = "What the recording says, for the declaration.")
    private Optional<String> noticeText = Optional.empty();

    @Option(
            names = "--speak",
            description =
                    "Have FFmpeg's synthesiser flite speak the notice: in English only, and only where FFmpeg has it.")
    private boolean speak;

    @Option(
            names = "--position",
            paramLabel = "CORNER",
            description = "top-right, top-left, bottom-right or bottom-left. Default: top-right.")
    private String position = "top-right";

    @Option(
            names = "--height",
            paramLabel = "PERCENT",
            description =
                    "Height of the letters, of the picture's shorter side; at least 5. Default: ${DEFAULT-VALUE}.")
    private double height = 6;

    @Option(
            names = "--crop",
            paramLabel = "W:H",
            description = "Keep the label inside the middle part of that shape, such as 1:1, 4:5 or 9:16, which other "
                    + "windows cut out.")
    private Optional<String> crop = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "Keep the stills and recordings that prove the label.")
    private Optional<Path> evidence = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "MINUTES",
            description = "How long FFmpeg may take. Default: ${DEFAULT-VALUE}.")
    private long limit = 240;

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(names = "--force", description = "Replace the target if it exists.")
    private boolean force;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    LabelApplyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        LabelledContent.requireFile(file, surroundings);
        MarkShape shape = shape();
        requireRoom();
        requireVoice();
        LabelledContent content = LabelledContent.of(Optional.of(file), options, surroundings);
        Declaration declared = content.declaration()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INDETERMINATE,
                        file + " carries no declaration that holds, so nothing is known of its AI; give --declare."));
        AssetFormat format = content.format()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INDETERMINATE, file + " is of no format that can be labelled here."));
        requireEnding(format);
        LabelPlan plan = LabelPlanner.plan(content.request().orElseThrow());
        List<PlannedLabel> labels = chosen(plan, content);
        requireUseOfVoice(labels, new LabelText(options.lang, content.base()));
        Workload workload = Workload.ofOne(List.of(surroundings.directory().resolve(file)));
        ClaimSigner signer = signing.signer(surroundings, workload.engine());
        LabelRun.Job job = new LabelRun.Job(
                file.toString(),
                surroundings.directory().resolve(file),
                surroundings.directory().resolve(out),
                format,
                declared,
                content,
                labels,
                shape,
                options.seconds,
                voice(),
                evidence.map(surroundings.directory()::resolve),
                signing.vouch(),
                force);
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets())) {
            LabelRun run = new LabelRun(
                    signing.tools(signer, workload.engine(), workload.threadsWithin(), progress, surroundings),
                    surroundings,
                    this::ffmpeg);
            return run.run(job, plan, new LabelText(options.lang, content.base()), json)
                    .code();
        } catch (BurnException e) {
            throw new CommandFailure(code(e), file + ": " + e.getMessage() + "; nothing was written.");
        }
    }

    /** The format stays, so the name has to as well. */
    private void requireEnding(AssetFormat format) throws CommandFailure {
        if (!FileNames.fits(out.toString(), file.toString(), format)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    out + ": the result is of the same format as " + file + " (" + format.name()
                            + "); give --out a name that ends as such files do. Nothing was written.");
        }
    }

    private LabelRun.Voice voice() {
        return new LabelRun.Voice(notice.map(surroundings.directory()::resolve), noticeText, speak, options.lang);
    }

    private Ffmpeg ffmpeg() throws BurnException {
        return Ffmpeg.find(
                options.ffmpeg.map(surroundings.directory()::resolve),
                surroundings.environment(),
                Duration.ofMinutes(limit));
    }

    static ExitCode code(BurnException e) {
        return switch (e.reason()) {
            case NO_TOOL, UNSUPPORTED -> ExitCode.INDETERMINATE;
            case CONFLICT -> ExitCode.USAGE;
            case FAILED -> ExitCode.IO;
        };
    }

    /** What is made: what the person names, otherwise what is due; never a guess. */
    private List<PlannedLabel> chosen(LabelPlan plan, LabelledContent content) throws CommandFailure {
        LabelText text = new LabelText(options.lang, content.base());
        if (!forms.isEmpty()) {
            Set<PlannedLabel.Kind> kinds = EnumSet.copyOf(forms);
            String left = plan.labels().stream()
                    .map(PlannedLabel::kind)
                    .filter(kind -> !kinds.contains(kind))
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            if (!left.isEmpty() && plan.answer() == LabelPlan.Answer.LABEL) {
                surroundings.err().println("estampille: warning: " + text.sentence("also", left));
            }
            refuseText(kinds, text);
            return LabelPlanner.chosen(content.request().orElseThrow(), kinds);
        }
        if (!plan.answer().isLabel()) {
            throw new CommandFailure(
                    LabelPlanCommand.exitCode(plan) == ExitCode.OK ? ExitCode.USAGE : LabelPlanCommand.exitCode(plan),
                    file + ": " + text.sentence("refused." + plan.answer().name(), text.basis(plan.basis())) + ".");
        }
        refuseText(plan.labels().stream().map(PlannedLabel::kind).collect(Collectors.toSet()), text);
        return plan.labels();
    }

    private void refuseText(Set<PlannedLabel.Kind> kinds, LabelText text) throws CommandFailure {
        if (kinds.contains(PlannedLabel.Kind.TEXT)) {
            throw new CommandFailure(ExitCode.INDETERMINATE, file + ": " + text.sentence("refused.TEXT") + ".");
        }
    }

    private void requireRoom() throws CommandFailure, IOException {
        NamedFile.require("--out", out, "the file to write", surroundings);
        Path target = surroundings.directory().resolve(out);
        if (Files.exists(target)) {
            if (Files.isSameFile(target, surroundings.directory().resolve(file))) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--out names the file itself; the unlabelled one is kept, so name another.");
            }
            if (!force) {
                throw new FileAlreadyExistsException(out.toString());
            }
        }
        if (evidence.isPresent() && !force) {
            for (Path proof : LabelRun.proofs(evidence.get(), target)) {
                if (Files.exists(surroundings.directory().resolve(proof))) {
                    throw new CommandFailure(ExitCode.IO, proof + ": exists already; use --force to replace it.");
                }
            }
        }
        if (limit < 1 || limit > 10_000) {
            throw new CommandFailure(ExitCode.USAGE, "--limit wants 1 to 10000 minutes.");
        }
    }

    private void requireVoice() throws CommandFailure {
        if (speak && notice.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "--speak or --notice, not both.");
        }
        if (speak && !options.lang.equals("en")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--speak knows English only; record the notice in French and give it with --notice, or use --lang en.");
        }
        if (notice.isPresent()) {
            NamedFile.require("--notice", notice.get(), "a WAV file", surroundings);
            if (!Files.isRegularFile(surroundings.directory().resolve(notice.get()))) {
                throw new CommandFailure(ExitCode.IO, "--notice " + notice.get() + ": no such file.");
            }
        }
    }

    /** A voice that was given and that no label would take is said, not passed over. */
    private void requireUseOfVoice(List<PlannedLabel> labels, LabelText text) throws CommandFailure {
        boolean given = notice.isPresent() || noticeText.isPresent() || speak;
        if (given && labels.stream().noneMatch(label -> label.kind() == PlannedLabel.Kind.NOTICE)) {
            throw new CommandFailure(ExitCode.USAGE, file + ": " + text.sentence("refused.VOICE"));
        }
    }

    private MarkShape shape() throws CommandFailure {
        if (!(height >= MarkShape.LOWEST_PERCENT && height <= HIGHEST_PERCENT)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--height wants 5 to 25 percent of the picture's shorter side, not " + height
                            + "; lower letters are not made.");
        }
        for (MarkShape.Corner corner : MarkShape.Corner.values()) {
            if (corner.label().equals(position)) {
                return new MarkShape(corner, height, crop.isPresent() ? ratio(crop.get()) : 0);
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "--position wants top-right, top-left, bottom-right or bottom-left, not " + position + ".");
    }

    private static double ratio(String text) throws CommandFailure {
        if (!text.matches("[1-9][0-9]{0,2}:[1-9][0-9]{0,2}")) {
            throw new CommandFailure(ExitCode.USAGE, "--crop wants width:height such as 4:5, not " + text + ".");
        }
        int colon = text.indexOf(':');
        return Double.parseDouble(text.substring(0, colon)) / Double.parseDouble(text.substring(colon + 1));
    }
}
