package org.estampille.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything {@code declare new} asks can be said beforehand. */
final class NewDeclarationOptions {

    @Option(
            names = "--preset",
            paramLabel = "DEPARTMENT",
            description = "What a department usually declares: ${COMPLETION-CANDIDATES}.")
    Optional<DeclarePreset> preset = Optional.empty();

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the work or file.")
    Optional<String> title = Optional.empty();

    @Option(names = "--work-kind", paramLabel = "KIND", description = "fiction, documentary, news, advert, ...")
    Optional<String> workKind = Optional.empty();

    @Option(
            names = "--tool",
            paramLabel = "NAME",
            description = "The AI tool; the beginning of a name in the terms catalogue will do.")
    Optional<String> tool = Optional.empty();

    @Option(names = "--plan", paramLabel = "NAME", description = "The plan or contract under which the tool was used.")
    Optional<String> plan = Optional.empty();

    @Option(
            names = "--terms",
            paramLabel = "ID",
            description =
                    "The row of the terms catalogue that applies; by default the only one of the tool and plan. It fills in rights and evidence.")
    Optional<String> terms = Optional.empty();

    @Mixin
    TermsFolder catalogue = new TermsFolder();

    @Option(names = "--model", paramLabel = "NAME", description = "The model.")
    Optional<String> model = Optional.empty();

    @Option(names = "--model-version", paramLabel = "VERSION", description = "Its version.")
    Optional<String> modelVersion = Optional.empty();

    @Option(names = "--extent", paramLabel = "EXTENT", description = "none, assistive, modified or generated.")
    Optional<String> extent = Optional.empty();

    @Option(
            names = "--source-type",
            paramLabel = "TYPE",
            description = "IPTC digital source type; follows from the extent if left out.")
    Optional<String> sourceType = Optional.empty();

    @Option(
            names = "--operations",
            split = ",",
            paramLabel = "WORD",
            description = "What was done: denoise, inpaint, voice_clone, ...")
    List<String> operations = new ArrayList<>();

    @Option(names = "--description", paramLabel = "TEXT", description = "What was done, in plain words.")
    Optional<String> description = Optional.empty();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "development, preproduction, production, post, localisation, marketing.")
    Optional<String> stage = Optional.empty();

    @Option(
            names = "--in-final",
            paramLabel = "ANSWER",
            description = "Whether the result is in the file: yes, no, unknown.")
    Optional<String> inFinal = Optional.empty();

    @Option(
            names = "--generated-on",
            paramLabel = "TIME",
            description = "When: a date, a time with its offset, or from/to.")
    Optional<String> generatedOn = Optional.empty();

    @Option(
            names = "--person",
            paramLabel = "REF[:CONSENT[:WHERE]]",
            description =
                    "A person whose likeness or voice is used, as cast-03:obtained:binder/12; \"none\" for nobody.")
    List<String> persons = new ArrayList<>();

    @Option(
            names = "--replica",
            paramLabel = "KIND",
            description =
                    "digital_alteration, employment_based, independently_created, background, synthetic_performer, none.")
    Optional<String> replica = Optional.empty();

    @Option(names = "--deepfake", paramLabel = "ANSWER", description = "Whether it is a deep fake: yes, no, unclear.")
    Optional<String> deepfake = Optional.empty();

    @Option(
            names = "--exemption",
            paramLabel = "KIND",
            description = "none, artistic, law_enforcement, standard_editing, no_substantial_alteration.")
    Optional<String> exemption = Optional.empty();

    @Option(names = "--reviewed-by", paramLabel = "NAME", description = "The person who looked at the result.")
    Optional<String> reviewedBy = Optional.empty();

    @Option(names = "--declared-by", paramLabel = "NAME", description = "Who declares.")
    Optional<String> declaredBy = Optional.empty();

    @Option(names = "--organisation", paramLabel = "NAME", description = "For whom.")
    Optional<String> organisation = Optional.empty();

    @Option(names = "--shot", split = ",", paramLabel = "NAME", description = "The shots it concerns.")
    List<String> shots = new ArrayList<>();

    @Option(
            names = "--tc",
            split = ",",
            paramLabel = "IN-OUT",
            description = "Time codes it concerns, as 01:00:10:00-01:00:12:05; out is the frame after the last.")
    List<String> timecodes = new ArrayList<>();

    @Option(
            names = "--frame-rate",
            paramLabel = "RATE",
            description = "How the file counts frames: 25, 23.976, 29.97 DF, ...")
    Optional<String> frameRate = Optional.empty();

    @Option(names = "--start-timecode", paramLabel = "LABEL", description = "Time code of the file's first frame.")
    Optional<String> startTimecode = Optional.empty();

    @Mixin
    CutOptions cut = new CutOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; standard output if left out.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    boolean force;
}
