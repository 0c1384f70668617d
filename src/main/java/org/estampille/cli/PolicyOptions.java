package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.SmallFile;
import org.estampille.declaration.DeclarationProblem;
import org.estampille.declaration.Release;
import org.estampille.declaration.ReleaseOutcome;
import org.estampille.declaration.ReleaseReader;
import org.estampille.policy.BundledProfiles;
import org.estampille.policy.Decision;
import org.estampille.policy.Gate;
import org.estampille.policy.House;
import org.estampille.policy.Profile;
import org.estampille.policy.Verdict;
import org.estampille.report.Language;
import org.estampille.terms.EvidenceFolder;
import picocli.CommandLine.Option;

/** The options that say by which policies to judge, and what they need beside the file. */
final class PolicyOptions {

    @Option(
            names = "--policy",
            paramLabel = "PROFILE|FILE",
            description =
                    "Judge by this profile ('estampille policy list'), or by the rules of a house file; repeatable.")
    private List<String> profiles = new ArrayList<>();

    @Option(
            names = "--release",
            paramLabel = "FILE",
            description = "How the work goes out, in YAML; 'estampille policy example' prints one.")
    private Optional<Path> release = Optional.empty();

    @Option(names = "--evidence", paramLabel = "DIR", description = "Archived terms of tools, found by their SHA-256.")
    private Optional<Path> evidence = Optional.empty();

    @Option(
            names = "--house",
            paramLabel = "FILE",
            description = "Parameters, answers, waivers and rules of the house, in YAML.")
    private Optional<Path> house = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "What you are under the EU AI Act for these files: provider, deployer, importer, "
                            + "distributor_of_system, platform or none; repeatable. Whoever only shows films of others is none.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Language of reports: en or fr.")
    private String lang = "en";

    private Language language = Language.ENGLISH;

    /** The language of sentences; known once the gate is. */
    Language language() {
        return language;
    }

    /** What the command line asks for; every mistake in the release file has been printed when it throws. */
    Gate gate(Surroundings surroundings) throws CommandFailure, IOException {
        language = language(lang);
        if (profiles.isEmpty() && release.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "--release needs a --policy to be judged by.");
        }
        if (profiles.isEmpty() && house.isEmpty()) {
            return new Gate(List.of(), Optional.empty(), folder(surroundings), Optional.empty());
        }
        List<Profile> chosen = new ArrayList<>();
        House rules = house.isPresent() ? HouseFile.read(house.get(), surroundings) : House.none();
        for (String name : profiles) {
            if (BundledProfiles.named(name).isEmpty() && HouseFile.isFile(name, surroundings)) {
                rules = HouseFile.read(Path.of(name), surroundings);
            } else {
                chosen.add(PolicyCommand.profile(name));
            }
        }
        rules.rules().ifPresent(chosen::add);
        if (chosen.isEmpty() && (house.isPresent() || !profiles.isEmpty())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the house file has no rules of its own; name a profile beside it, as --policy NAME.");
        }
        Optional<Release> stated =
                release.isPresent() ? Optional.of(load(release.get(), surroundings)) : Optional.empty();
        return new Gate(chosen, stated, folder(surroundings), Optional.of(HouseFile.answering(rules, roles)));
    }

    static Language language(String name) throws CommandFailure {
        return switch (name) {
            case "en" -> Language.ENGLISH;
            case "fr" -> Language.FRENCH;
            default -> throw new CommandFailure(ExitCode.USAGE, "--lang wants en or fr, not " + name + ".");
        };
    }

    private EvidenceFolder folder(Surroundings surroundings) throws CommandFailure, IOException {
        if (evidence.isEmpty()) {
            return EvidenceFolder.notGiven();
        }
        Path folder = surroundings.directory().resolve(evidence.get());
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.IO, evidence.get() + ": no such folder of archived terms.");
        }
        return EvidenceFolder.of(folder);
    }

    private static Release load(Path file, Surroundings surroundings) throws CommandFailure, IOException {
        NamedFile.require("--release", file, "one release file", surroundings);
        ReleaseOutcome outcome = ReleaseReader.read(
                SmallFile.start(surroundings.directory().resolve(file), ReleaseReader.LONGEST + 1), file.toString());
        if (outcome instanceof ReleaseOutcome.Stated stated) {
            return stated.release();
        }
        int problems = 0;
        if (outcome instanceof ReleaseOutcome.Faulty faulty) {
            for (DeclarationProblem problem : faulty.problems()) {
                surroundings.err().println(DeclarationFile.line(file, problem));
                problems++;
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                file + ": " + problems + (problems == 1 ? " problem" : " problems")
                        + " in the release file; nothing was judged. 'estampille policy example' prints a complete one.");
    }

    /** What the verdicts mean for the one who called. */
    static ExitCode exitCode(List<Verdict> verdicts) {
        Decision worst = Decision.ACCEPT;
        for (Verdict verdict : verdicts) {
            worst = worst.worse(verdict.decision());
        }
        return switch (worst) {
            case ACCEPT -> ExitCode.OK;
            case REVIEW -> ExitCode.REVIEW;
            case INDETERMINATE -> ExitCode.INDETERMINATE;
            case REJECT -> ExitCode.REJECTED;
        };
    }
}
