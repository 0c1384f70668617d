package org.estampille.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SmallFile;
import org.estampille.crypto.CryptoEngine;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.formula.JsonValue;
import org.estampille.formula.JsonWriter;
import org.estampille.report.CrJson;
import org.estampille.report.Language;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import org.estampille.rubric.Rubric;
import org.estampille.rubric.RubricEvaluator;
import org.estampille.rubric.RubricReader;
import org.estampille.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille policy eval}: what an asset rubric says of a file. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Evaluates a C2PA asset rubric over crJSON, or over a media file, whose crJSON is made first. "
                + "Prints the result as JSON; the exit code says only whether there is one.")
final class PolicyEvalCommand implements Callable<Integer> {

    private static final int LARGEST_RUBRIC = 4 << 20;
    private static final int FIRST_OCTETS = 64;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUBRIC", description = "A rubric, YAML or JSON.")
    private Path rubric = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "A crJSON document, or a media file.")
    private Path file = Path.of("");

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "Language of the texts, as far as the rubric has it (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(
            names = "--facts",
            paramLabel = "JSON",
            description = "A JSON object that the rubric finds as 'estampille' and '$estampille'.")
    private Optional<Path> facts = Optional.empty();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    PolicyEvalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        RubricEvaluator evaluator = evaluator();
        Path path = surroundings.directory().resolve(file);
        ExitCode code = ExitCode.OK;
        JsonValue document;
        if (isJson(path)) {
            document = json(path, file);
        } else {
            VerificationReport report = report(path);
            if (report.state() == VerificationReport.State.ERROR
                    && report.validation().isEmpty()) {
                surroundings.err().print(new TextReport(Language.ENGLISH).card(report));
                surroundings.err().flush();
                return ExitCode.INDETERMINATE.code();
            }
            code = report.state() == VerificationReport.State.ABSENT ? ExitCode.NO_MANIFEST : ExitCode.OK;
            document = crJson(report);
        }
        try {
            surroundings.out().println(JsonWriter.safe(2).text(evaluator.evaluate(document, language)));
        } catch (MalformedContentException e) {
            throw failure(e, e instanceof LimitExceededException ? rubric : file);
        }
        surroundings.out().flush();
        return code.code();
    }

    private RubricEvaluator evaluator() throws CommandFailure, IOException {
        Path path = surroundings.directory().resolve(rubric);
        if (Files.size(path) > LARGEST_RUBRIC) {
            throw new CommandFailure(ExitCode.INDETERMINATE, rubric + " is larger than 4 MiB; that is no rubric.");
        }
        try {
            Rubric read = RubricReader.read(SmallFile.text(path, LARGEST_RUBRIC));
            Optional<JsonObject> extra = facts.isPresent() ? Optional.of(facts(facts.get())) : Optional.empty();
            return new RubricEvaluator(
                    read,
                    String.valueOf(path.getFileName()),
                    extra,
                    surroundings.clock().instant());
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, rubric + " is not UTF-8 text, so it is no rubric.");
        } catch (MalformedContentException e) {
            throw failure(e, rubric);
        }
    }

    private JsonObject facts(Path name) throws CommandFailure, IOException {
        if (json(surroundings.directory().resolve(name), name) instanceof JsonObject object) {
            return object;
        }
        throw new CommandFailure(ExitCode.USAGE, name + " must hold a JSON object.");
    }

    private static CommandFailure failure(MalformedContentException problem, Path name) {
        boolean limit = problem instanceof LimitExceededException;
        return new CommandFailure(
                limit ? ExitCode.INDETERMINATE : ExitCode.USAGE, name + ": " + problem.problem() + ".");
    }

    /** No media file begins with a brace. */
    private static boolean isJson(Path path) throws IOException {
        try (InputStream in = SmallFile.open(path)) {
            for (byte octet : in.readNBytes(FIRST_OCTETS)) {
                boolean skipped = octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t' || octet < 0;
                if (!skipped) {
                    return octet == '{';
                }
            }
            return false;
        }
    }

    private static JsonValue json(Path path, Path name) throws CommandFailure, IOException {
        try (Reader reader =
                new BufferedReader(new InputStreamReader(SmallFile.open(path), StandardCharsets.UTF_8.newDecoder()))) {
            return new JsonReader(FormulaLimits.standard()).read(reader);
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    e instanceof LimitExceededException ? ExitCode.INDETERMINATE : ExitCode.USAGE,
                    name + " at character " + e.where().start() + ": " + e.problem() + ".");
        }
    }

    private VerificationReport report(Path path) throws CommandFailure {
        int cores = Runtime.getRuntime().availableProcessors();
        Verifier verifier = new Verifier(trust.context(surroundings, CryptoEngine.platform(), cores));
        return verifier.verify(path, file.toString());
    }

    private JsonValue crJson(VerificationReport report) throws CommandFailure {
        try {
            return new JsonReader(FormulaLimits.standard())
                    .read(new CrJson(ProductVersion.current(), ReadLimits.standard()).document(report));
        } catch (MalformedContentException e) {
            throw failure(e, file);
        }
    }
}
