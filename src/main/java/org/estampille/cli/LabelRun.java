package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.burn.BurnException;
import org.estampille.burn.Burned;
import org.estampille.burn.Ffmpeg;
import org.estampille.burn.HeardNotice;
import org.estampille.burn.LabelledFile;
import org.estampille.burn.MarkShape;
import org.estampille.burn.MarkWords;
import org.estampille.burn.MediaFacts;
import org.estampille.burn.MixedNotice;
import org.estampille.burn.PictureLabels;
import org.estampille.burn.SoundLabels;
import org.estampille.burn.Span;
import org.estampille.burn.SpokenNotice;
import org.estampille.burn.VideoLabels;
import org.estampille.burn.WorkFolder;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.VisibleLabel;
import org.estampille.embed.NewFolders;
import org.estampille.embed.StagedFile;
import org.estampille.label.Cue;
import org.estampille.label.LabelPlan;
import org.estampille.label.PlannedLabel;
import org.estampille.label.Wording;
import org.estampille.report.label.LabelJson;
import org.estampille.report.label.LabelText;
import org.estampille.tag.Additions;
import org.estampille.tag.Destination;
import org.estampille.tag.TaggingRequest;
import org.estampille.tag.TaggingTools;
import org.estampille.timecode.Rational;

/** Makes the labels of one file and tags the result: nothing is visible under the target's name before all of it is done. */
final class LabelRun {

    private final TaggingTools tools;
    private final Surroundings surroundings;
    private final Tool tool;

    /** Where FFmpeg comes from; asked only when it is needed. */
    interface Tool {
        Ffmpeg find() throws BurnException;
    }

    /**
     * The voice of a notice.
     *
     * @param recording that somebody made
     * @param text what it says
     * @param synthetic whether FFmpeg speaks it
     * @param language of what is said
     */
    record Voice(Optional<Path> recording, Optional<String> text, boolean synthetic, String language) {}

    /**
     * What is to be done.
     *
     * @param shown the file as the person wrote it
     * @param seconds that a card of credits stays
     * @param evidence where proofs are kept
     */
    record Job(
            String shown,
            Path source,
            Path target,
            AssetFormat format,
            Declaration declaration,
            LabelledContent content,
            List<PlannedLabel> labels,
            MarkShape shape,
            long seconds,
            Voice voice,
            Optional<Path> evidence,
            boolean vouch,
            boolean force) {
        Job {
            labels = List.copyOf(labels);
        }

        Optional<PlannedLabel> label(PlannedLabel.Kind kind) {
            return labels.stream().filter(label -> label.kind() == kind).findFirst();
        }

        /** The interval that was planned with, where the length is known, so that one that fits nowhere is not missing. */
        Optional<Long> every() {
            return content.request()
                    .filter(request -> request.content().seconds().isPresent())
                    .map(request -> request.form().everySeconds());
        }
    }

    /** The names that the proofs of {@code target} may have in {@code folder}. */
    static List<Path> proofs(Path folder, Path target) {
        List<Path> proofs = new ArrayList<>();
        for (PlannedLabel.Kind kind : PlannedLabel.Kind.values()) {
            for (String ending : List.of(".png", ".wav")) {
                proofs.add(proof(folder, target, kind, ending));
            }
        }
        return proofs;
    }

    private static Path proof(Path folder, Path target, PlannedLabel.Kind kind, String ending) {
        return folder.resolve(target.getFileName() + ".label-" + kind.name().toLowerCase(Locale.ROOT) + ending);
    }

    /** A label that is in the file now. */
    private record Made(PlannedLabel label, VisibleLabel declared, Burned burned, Optional<Path> kept) {}

    LabelRun(TaggingTools tools, Surroundings surroundings, Tool tool) {
        this.tools = tools;
        this.surroundings = surroundings;
        this.tool = tool;
    }

    ExitCode run(Job job, LabelPlan plan, LabelText text, boolean json)
            throws CommandFailure, IOException, BurnException {
        try (NewFolders folders = new NewFolders()) {
            folders.above(job.target());
            return run(job, plan, text, json, folders);
        }
    }

    private ExitCode run(Job job, LabelPlan plan, LabelText text, boolean json, NewFolders folders)
            throws CommandFailure, IOException, BurnException {
        try (StagedFile staged = tools.staging().beside(job.target());
                WorkFolder work = WorkFolder.open()) {
            LabelledFile file = new LabelledFile(job.source(), job.format(), staged.path());
            List<Made> made = new ArrayList<>();
            burn(job, file, work, made);
            TagRun.Line line = tag(job, staged.path(), made, folders);
            if (line.code() == ExitCode.OK) {
                keep(job, made);
            }
            if (json) {
                List<LabelJson.Made> list = made.stream().map(LabelRun::json).toList();
                surroundings
                        .out()
                        .println(new LabelJson(job.content().base())
                                .applied(job.shown(), plan, list, line.report().toJson()));
            } else {
                made.forEach(one -> surroundings.out().println(sentence(one, text)));
                new TagRun(tools, surroundings, false).print(line);
            }
            surroundings.out().flush();
            return line.code();
        }
    }

    private void burn(Job job, LabelledFile file, WorkFolder work, List<Made> made)
            throws CommandFailure, IOException, BurnException {
        if (job.format().modality().equals("image")) {
            PlannedLabel mark = job.label(PlannedLabel.Kind.MARK)
                    .filter(label -> job.labels().size() == 1)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            job.shown() + ": a picture takes a mark and nothing else; give --form mark, or write the"
                                    + " line into the notes that come with it."));
            made.add(made(job, mark, new PictureLabels(file, work).mark(words(mark), job.shape())));
            return;
        }
        Ffmpeg ffmpeg = tool.find();
        MediaFacts facts = MediaFacts.read(ffmpeg, job.source(), job.format(), work);
        Optional<PlannedLabel> notice = job.label(PlannedLabel.Kind.NOTICE);
        Optional<SpokenNotice> spoken =
                notice.isPresent() ? Optional.of(spoken(notice.get(), job, ffmpeg, work)) : Optional.empty();
        if (facts.picture().isEmpty()) {
            heard(job, new SoundLabels(ffmpeg, file, facts, work), notice, spoken, made);
        } else {
            seen(job, new VideoLabels(ffmpeg, file, facts, work), spoken, new HeardNotice(ffmpeg, file, work), made);
        }
    }

    private SpokenNotice spoken(PlannedLabel notice, Job job, Ffmpeg ffmpeg, WorkFolder work)
            throws CommandFailure, IOException, BurnException {
        if (job.voice().recording().isPresent()) {
            return SpokenNotice.recorded(job.voice().recording().get(), ffmpeg, work);
        }
        if (job.voice().synthetic()) {
            return SpokenNotice.spoken(notice.text(), ffmpeg, work);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                job.shown() + ": a spoken notice is due and no voice is made here; record \"" + notice.text()
                        + "\" and give it with --notice FILE.wav, or try --speak (English, where FFmpeg has flite).");
    }

    private void heard(
            Job job, SoundLabels sound, Optional<PlannedLabel> notice, Optional<SpokenNotice> spoken, List<Made> made)
            throws CommandFailure, IOException, BurnException {
        if (notice.isEmpty() || spoken.isEmpty() || job.labels().size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    job.shown() + ": what is only heard takes a spoken notice and nothing else; give --form notice.");
        }
        made.add(made(job, notice.get(), sound.insert(spoken.get(), starts(notice.get()))));
    }

    private void seen(Job job, VideoLabels picture, Optional<SpokenNotice> spoken, HeardNotice ears, List<Made> made)
            throws CommandFailure, IOException, BurnException {
        Optional<PlannedLabel> credits = job.label(PlannedLabel.Kind.CREDITS);
        Optional<PlannedLabel> mark = job.label(PlannedLabel.Kind.MARK);
        if (credits.isPresent() && job.labels().size() == 1) {
            String text = credits.get().text();
            made.add(made(job, credits.get(), picture.credits(text, job.shape(), job.seconds())));
            return;
        }
        if (mark.isEmpty() || credits.isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    job.shown() + ": a film takes a mark, a mark with a notice, or credits; a notice alone is not"
                            + " enough where there is a screen.");
        }
        Optional<MixedNotice> mixed = spoken.map(voice -> new MixedNotice(
                voice, starts(job.label(PlannedLabel.Kind.NOTICE).orElseThrow())));
        List<Span> when = mark.get().cues().stream()
                .map(cue -> new Span(cue.from(), cue.to()))
                .toList();
        made.add(made(job, mark.get(), picture.mark(words(mark.get()), job.shape(), when, mixed)));
        if (mixed.isPresent()) {
            made.add(made(job, job.label(PlannedLabel.Kind.NOTICE).orElseThrow(), ears.mixed(mixed.get())));
        }
    }

    /** Repetitions at intervals would cut into what is being said; those at the start and after breaks are due. */
    private static List<Rational> starts(PlannedLabel notice) {
        return notice.cues().stream()
                .filter(cue -> cue.weight() == Cue.Weight.DUE)
                .map(Cue::from)
                .toList();
    }

    private static MarkWords words(PlannedLabel label) {
        Wording wording = label.wording();
        return new MarkWords(wording.acronym(), wording.qualifier(), wording.acronymFirst());
    }

    private Made made(Job job, PlannedLabel label, Burned burned) throws IOException {
        String proof = burned.evidence().toString();
        Optional<Path> kept = job.evidence()
                .map(folder -> proof(folder, job.target(), label.kind(), proof.substring(proof.lastIndexOf('.'))));
        VisibleLabel declared = LabelDeclaration.of(
                label, burned, job.shape(), job.voice(), job.every(), FileHash.sha256(burned.evidence()));
        return new Made(label, declared, burned, kept);
    }

    /** Keeps the proofs, of what is in its place by now: what fails leaves none behind. */
    private static void keep(Job job, List<Made> made) throws CommandFailure {
        for (Made one : made) {
            if (one.kept().isPresent()) {
                Path proof = one.kept().get();
                try {
                    Files.createDirectories(proof.toAbsolutePath().getParent());
                    Files.copy(one.burned().evidence(), proof, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new CommandFailure(
                            ExitCode.IO,
                            proof + ": the proof cannot be kept here ("
                                    + e.getClass().getSimpleName() + "); " + job.target()
                                    + " is written and signed, so give another --evidence with --force.");
                }
            }
        }
    }

    private TagRun.Line tag(Job job, Path labelled, List<Made> made, NewFolders folders) {
        List<VisibleLabel> labels = new ArrayList<>(job.declaration().labels());
        made.forEach(one -> labels.add(one.declared()));
        Declaration declaration = job.declaration().with(labels);
        if (declaration.timeBase().isEmpty() && job.content().base().isPresent()) {
            declaration = declaration.counting(job.content().base().get());
        }
        Declaration complete = declaration;
        TaggingRequest request = new TaggingRequest(
                labelled,
                new Destination.NewFile(job.target()),
                complete,
                Optional.of(job.source()),
                List.of(),
                new TaggingRequest.Options(job.vouch(), job.force(), false, false),
                new Additions(
                        Optional.empty(),
                        false,
                        false,
                        made.stream()
                                .map(one -> one.declared()
                                        .action(complete.timeBase(), "Estampille", ProductVersion.current()))
                                .toList()));
        return new TagRun(tools, surroundings, false).tag(request, job.shown(), folders);
    }

    private static String sentence(Made made, LabelText text) {
        PlannedLabel label = made.label();
        return switch (label.kind()) {
            case NOTICE ->
                text.sentence(
                        "made.NOTICE", Integer.toString(made.burned().spans().size()));
            case CREDITS -> text.sentence("made.CREDITS", label.text());
            default ->
                text.sentence(
                        "made.MARK",
                        label.text(),
                        made.declared()
                                .position()
                                .map(corner -> text.sentence("corner." + corner))
                                .orElse(""),
                        made.declared()
                                .heightPercent()
                                .map(percent -> percent.toString().replace(".", text.sentence("point")))
                                .orElse(""));
        };
    }

    private static LabelJson.Made json(Made made) {
        return new LabelJson.Made(
                made.declared().form().word(),
                made.declared().text(),
                made.kept().map(Path::toString),
                made.declared().evidenceSha256().orElse(""),
                made.burned().spans().stream()
                        .map(span -> new double[] {
                            value(span.from()), span.to().map(LabelRun::value).orElse(-1.0)
                        })
                        .toList());
    }

    private static double value(Rational time) {
        return Math.round(1000.0 * time.numerator() / time.denominator()) / 1000.0;
    }
}
