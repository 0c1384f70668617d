package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.burn.BurnException;
import org.estampille.burn.Ffmpeg;
import org.estampille.burn.MediaFacts;
import org.estampille.burn.WorkFolder;
import org.estampille.bytes.FileSource;
import org.estampille.crypto.CryptoEngine;
import org.estampille.cut.Cut;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.WorkKind;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.SignedDeclaration;
import org.estampille.label.Content;
import org.estampille.label.LabelRequest;
import org.estampille.label.Segment;
import org.estampille.label.Segments;
import org.estampille.label.Wording;
import org.estampille.policy.House;
import org.estampille.report.SafeText;
import org.estampille.report.VerificationReport;
import org.estampille.timecode.Rational;
import org.estampille.timecode.Timecode;
import org.estampille.validate.ValidationState;
import org.estampille.verify.Verifier;

/**
 * A file or programme that may need a label, with all that is known of it.
 *
 * @param declaration what is declared, if anything is
 * @param format of the file, if there is one that is read here
 * @param facts what FFmpeg says of it
 * @param base how it counts its frames
 * @param request for a plan; empty without a declaration
 */
record LabelledContent(
        Optional<Declaration> declaration,
        Optional<AssetFormat> format,
        Optional<MediaFacts> facts,
        Optional<TimeBase> base,
        Optional<LabelRequest> request) {

    private static final String AUDIO_ONLY = "audio-only";
    private static final Duration PROBING = Duration.ofMinutes(2);

    static LabelledContent of(Optional<Path> file, LabelOptions options, Surroundings surroundings)
            throws CommandFailure, IOException {
        check(options);
        Optional<AssetFormat> format = file.isPresent() ? format(file.get(), surroundings) : Optional.empty();
        Optional<MediaFacts> facts = file.isPresent() && format.isPresent()
                ? facts(file.get(), format.get(), options, surroundings)
                : Optional.empty();
        Optional<Cut> cut = options.cut.isPresent()
                ? Optional.of(CutFile.load(options.cut.get(), options.rate, surroundings))
                : Optional.empty();
        Optional<VerificationReport> signed = signed(file, surroundings);
        Optional<Declaration> declared = options.declaration.isPresent()
                ? Optional.of(DeclarationFile.load(options.declaration.get(), surroundings))
                : signed.flatMap(VerificationReport::validation)
                        .flatMap(SignedDeclaration::of)
                        .flatMap(SignedDeclaration::declaration);
        Optional<Declaration> declaration =
                declared.isPresent() ? Optional.of(kind(declared.get(), options)) : declared;
        Optional<TimeBase> base = declaration
                .flatMap(Declaration::timeBase)
                .or(() -> cut.map(list -> new TimeBase(list.start())))
                .or(() -> facts.flatMap(LabelledContent::base));
        Optional<Rational> seconds = facts.flatMap(MediaFacts::seconds).or(() -> cut.map(Segments::length));
        Optional<LabelRequest> request = Optional.empty();
        if (declaration.isPresent()) {
            Content content = new Content(
                    medium(format, facts, options),
                    facts.map(found -> !found.sounds().isEmpty()),
                    base,
                    seconds);
            ContentDisclosure disclosure =
                    signed.map(VerificationReport::disclosure).orElse(ContentDisclosure.nothing());
            request = Optional.of(request(declaration.get(), disclosure, content, cut, options, surroundings));
        }
        return new LabelledContent(declaration, format, facts, base, request);
    }

    private static LabelRequest request(
            Declaration declaration,
            ContentDisclosure disclosure,
            Content content,
            Optional<Cut> cut,
            LabelOptions options,
            Surroundings surroundings)
            throws CommandFailure {
        Segments segments = Segments.of(declaration, content.timeBase(), cut);
        requireWithin(segments, content);
        return new LabelRequest(
                declaration,
                disclosure,
                HouseFile.answering(House.none(), options.roles),
                surroundings.clock().instant(),
                content,
                segments.placed(),
                segments.unplaced(),
                breaks(options, content),
                new LabelRequest.Form(options.lang, options.seconds, options.every, options.throughout));
    }

    /** Lengths are told to the millisecond and frames last longer, so an end may seem to be a little late. */
    private static final Rational ROUNDING = new Rational(1, 2);

    private static void requireWithin(Segments segments, Content content) throws CommandFailure {
        if (content.seconds().isEmpty()) {
            return;
        }
        Rational end = content.seconds().get();
        for (Segment segment : segments.placed()) {
            boolean beyond = segment.from().compareTo(end) >= 0
                    || segment.to()
                            .filter(to -> to.compareTo(end.plus(ROUNDING)) > 0)
                            .isPresent();
            if (beyond) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "the part '" + SafeText.line(segment.name()) + "' is declared from " + text(segment.from())
                                + segment.to().map(to -> " to " + text(to)).orElse("")
                                + ", but the programme ends at " + text(end)
                                + "; correct ranges in the declaration.");
            }
        }
    }

    private static String text(Rational time) {
        return PlayTime.of(time).map(PlayTime::text).orElse("");
    }

    private static void check(LabelOptions options) throws CommandFailure {
        if (!Wording.LANGUAGES.contains(options.lang)) {
            throw new CommandFailure(ExitCode.USAGE, "--lang wants en or fr, not " + options.lang + ".");
        }
        if (options.seconds < LabelRequest.Form.FEWEST_SECONDS || options.seconds > 3_600) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--seconds wants at least " + LabelRequest.Form.FEWEST_SECONDS + " and at most 3600, not "
                            + options.seconds + "; shorter labels are not noticed.");
        }
        if (options.every <= options.seconds) {
            throw new CommandFailure(ExitCode.USAGE, "--every must be more than --seconds.");
        }
    }

    private static Optional<AssetFormat> format(Path file, Surroundings surroundings)
            throws CommandFailure, IOException {
        NamedFile.require("FILE", file, "a media file", surroundings);
        InputFiles.list(List.of(file.toString()), surroundings.directory());
        try (FileSource source = FileSource.open(surroundings.directory().resolve(file))) {
            return AssetDetector.detect(source) instanceof Detection.Detected detected
                    ? Optional.of(detected.format())
                    : Optional.empty();
        }
    }

    /** Length and frame rate are worth knowing, and a plan can be made without. */
    private static Optional<MediaFacts> facts(
            Path file, AssetFormat format, LabelOptions options, Surroundings surroundings) throws IOException {
        if (format.modality().equals("image")) {
            return Optional.empty();
        }
        try (WorkFolder folder = WorkFolder.open()) {
            Ffmpeg ffmpeg = Ffmpeg.find(
                    options.ffmpeg.map(surroundings.directory()::resolve), surroundings.environment(), PROBING);
            return Optional.of(MediaFacts.read(ffmpeg, surroundings.directory().resolve(file), format, folder));
        } catch (BurnException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeBase> base(MediaFacts facts) {
        return facts.start()
                .or(() -> facts.picture().flatMap(MediaFacts.Picture::rate).map(rate -> new Timecode(rate, 0)))
                .map(TimeBase::new);
    }

    /** What the file's own manifest says, if that holds. */
    private static Optional<VerificationReport> signed(Optional<Path> file, Surroundings surroundings)
            throws CommandFailure, IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Verifier verifier = new Verifier(new TrustOptions().context(surroundings, CryptoEngine.platform(), 1));
        VerificationReport report = verifier.verify(
                surroundings.directory().resolve(file.get()), file.get().toString());
        return Optional.of(report)
                .filter(found -> found.validation()
                        .filter(result -> result.state().isAtLeast(ValidationState.VALID))
                        .isPresent());
    }

    private static Declaration kind(Declaration declaration, LabelOptions options) throws CommandFailure {
        Declaration result = declaration;
        for (String name : options.kinds) {
            if (!name.equals(AUDIO_ONLY)) {
                WorkKind kind = kind(name);
                if (declaration.workKind().filter(said -> said != kind).isPresent()) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            "--kind " + name + ", but the declaration says "
                                    + declaration.workKind().get().word() + "; correct one of them.");
                }
                result = result.of(kind);
            }
        }
        return result;
    }

    private static WorkKind kind(String name) throws CommandFailure {
        List<String> known = new ArrayList<>();
        for (WorkKind kind : WorkKind.values()) {
            if (kind.word().equals(name.toLowerCase(Locale.ROOT).replace('-', '_'))) {
                return kind;
            }
            known.add(kind.word());
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "--kind wants one of " + String.join(", ", known) + ", " + AUDIO_ONLY + ", not " + name + ".");
    }

    private static Optional<Content.Medium> medium(
            Optional<AssetFormat> format, Optional<MediaFacts> facts, LabelOptions options) throws CommandFailure {
        boolean heardOnly = options.kinds.contains(AUDIO_ONLY);
        boolean picture = facts.flatMap(MediaFacts::picture).isPresent();
        if (heardOnly
                && (picture
                        || format.filter(found -> found.modality().equals("image"))
                                .isPresent())) {
            throw new CommandFailure(ExitCode.USAGE, "--kind audio-only, but the file has a picture.");
        }
        if (heardOnly) {
            return Optional.of(Content.Medium.AUDIO);
        }
        return format.flatMap(found -> switch (found.modality()) {
            case "image" -> Optional.of(Content.Medium.IMAGE);
            case "audio" -> Optional.of(Content.Medium.AUDIO);
            case "video" -> Optional.of(facts.isPresent() && !picture ? Content.Medium.AUDIO : Content.Medium.VIDEO);
            default -> Optional.empty();
        });
    }

    private static List<Rational> breaks(LabelOptions options, Content content) throws CommandFailure {
        List<Rational> breaks = new ArrayList<>();
        for (String text : options.breaks) {
            Rational at = time(text, content.timeBase());
            if (content.seconds().filter(end -> at.compareTo(end) >= 0).isPresent()) {
                throw new CommandFailure(ExitCode.USAGE, "--break " + text + " is after the end of the programme.");
            }
            breaks.add(at);
        }
        return breaks;
    }

    private static Rational time(String text, Optional<TimeBase> base) throws CommandFailure {
        if (Timecode.isLabel(text) && base.isPresent()) {
            Optional<Timecode> label = Timecode.parse(text, base.get().rate());
            if (label.isPresent()) {
                long frames = Math.floorMod(
                        label.get().frame() - base.get().start().frame(),
                        base.get().rate().framesPerDay());
                return base.get().rate().seconds(frames);
            }
        }
        return PlayTime.of(text)
                .map(PlayTime::seconds)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--break " + text + ": no time code "
                                + base.map(counting -> "at " + counting.rate().text())
                                        .orElse("without a frame rate (frameRate in the declaration, or the file)")
                                + ", nor " + PlayTime.EXPECTED + "."));
    }

    /** Whether the file is there and can be read. */
    static void requireFile(Path file, Surroundings surroundings) throws CommandFailure {
        if (!Files.isRegularFile(surroundings.directory().resolve(file))) {
            throw new CommandFailure(ExitCode.IO, file + ": no such file.");
        }
    }
}
