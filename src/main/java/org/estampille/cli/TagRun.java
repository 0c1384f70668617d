package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.declaration.Declaration;
import org.estampille.embed.NewFolders;
import org.estampille.report.SafeText;
import org.estampille.report.TagReport;
import org.estampille.sign.SigningException;
import org.estampille.tag.Amender;
import org.estampille.tag.AmendmentRequest;
import org.estampille.tag.Destination;
import org.estampille.tag.TaggedAsset;
import org.estampille.tag.Tagger;
import org.estampille.tag.TaggingRefusedException;
import org.estampille.tag.TaggingRequest;
import org.estampille.tag.TaggingTools;

/** Tags file after file and says what came of each; keeps the worst exit code. */
final class TagRun {

    private final Tagger tagger;
    private final Amender amender;
    private final Surroundings surroundings;
    private final boolean json;
    private ExitCode worst = ExitCode.OK;

    TagRun(TaggingTools tools, Surroundings surroundings, boolean json) {
        this.tagger = new Tagger(tools);
        this.amender = new Amender(tools);
        this.surroundings = surroundings;
        this.json = json;
    }

    /**
     * What came of one file.
     *
     * @param report for people and machines
     * @param code of this file alone
     */
    record Line(TagReport report, ExitCode code) {}

    /**
     * Tags one file; whatever is wrong with it becomes a line. Safe to call from several threads.
     *
     * @param folders makes those that the target wants
     */
    Line tag(TaggingRequest request, String shown, NewFolders folders) {
        Checks checks = new Checks(
                Optional.of(request.declaration()), request.additions().anonymous(), false);
        return line(shown, () -> {
            if (request.destination() instanceof Destination.NewFile
                    && !request.options().dryRun()) {
                folders.above(request.destination().path());
            }
            OtherNames names = OtherNames.of(request.destination().path());
            return report(tagger.tag(request), checks, names, shown);
        });
    }

    /** Amends one file, in the same way. */
    Line amend(AmendmentRequest request, String shown) {
        Checks checks = new Checks(
                request.declaration(),
                request.redactions().contains("prompt"),
                request.redactions().contains("persons"));
        return line(shown, () -> {
            OtherNames names = OtherNames.of(request.target().orElse(request.source()));
            return report(amender.amend(request), checks, names, shown);
        });
    }

    /** Writes one file, or several that belong together. */
    interface Work {
        TagReport run() throws IOException, MalformedContentException, TaggingRefusedException, SigningException;
    }

    /**
     * What to look for in a file that was written.
     *
     * @param declaration whose times should fit
     * @param prompts whether prompts should be gone
     * @param persons whether people should be gone
     */
    private record Checks(Optional<Declaration> declaration, boolean prompts, boolean persons) {

        List<String> warnings(TaggedAsset tagged, String shown) throws IOException {
            List<String> warnings = new ArrayList<>();
            if (declaration.isPresent() && tagged.timing().isPresent()) {
                warnings.addAll(DeclaredTimes.warnings(shown, tagged.timing().get(), declaration.get()));
            }
            if (tagged.outcome() == TaggedAsset.Outcome.WOULD_TAG) {
                return warnings;
            }
            boolean beside = tagged.written().toString().endsWith(".c2pa");
            Path media = beside ? tagged.source() : tagged.written();
            if (prompts) {
                warnings.addAll(WhatStays.prompts(shown, media));
            } else if (persons) {
                warnings.addAll(WhatStays.writers(shown, media));
            }
            if (persons) {
                warnings.addAll(WhatStays.persons(shown, tagged.written()));
            }
            return warnings;
        }
    }

    /** Does the work; whatever is wrong becomes a line. */
    Line line(String shown, Work work) {
        try {
            return new Line(work.run(), ExitCode.OK);
        } catch (LimitExceededException e) {
            return failed(shown, String.valueOf(e.getMessage()), ExitCode.INDETERMINATE);
        } catch (MalformedContentException e) {
            return failed(shown, e.getMessage() + remedy(e), ExitCode.INDETERMINATE);
        } catch (TaggingRefusedException e) {
            return failed(shown, String.valueOf(e.getMessage()), code(e));
        } catch (SigningException e) {
            return failed(shown, e.getMessage() + "; nothing was written", ExitCode.CANNOT_SIGN);
        } catch (FileAlreadyExistsException e) {
            return new Line(
                    TagReport.failed(shown, PlainPath.of(e.getFile()) + ": exists already; use --force to replace it."),
                    ExitCode.IO);
        } catch (FileSystemException e) {
            return new Line(TagReport.failed(shown, CommandLineRunner.sentence(e)), ExitCode.IO);
        } catch (IOException e) {
            return new Line(TagReport.failed(shown, shown + ": " + CommandLineRunner.sentence(e)), ExitCode.IO);
        }
    }

    private TagReport report(TaggedAsset tagged, Checks checks, OtherNames names, String shown) throws IOException {
        TagReport.Outcome outcome = switch (tagged.outcome()) {
            case TAGGED -> TagReport.Outcome.TAGGED;
            case AMENDED -> TagReport.Outcome.AMENDED;
            case UNCHANGED -> copied(tagged) ? TagReport.Outcome.COPIED : TagReport.Outcome.UNCHANGED;
            case WOULD_TAG -> TagReport.Outcome.WOULD_TAG;
        };
        TagReport.Written written = new TagReport.Written(
                PlainPath.of(tagged.written()).toString(), tagged.mediaType(), tagged.length(), tagged.manifest());
        List<String> warnings = warnings(tagged, shown);
        warnings.addAll(checks.warnings(tagged, shown));
        warnings.addAll(names.warnings(shown));
        return new TagReport(shown, outcome, Optional.of(written), warnings, Optional.empty());
    }

    /** Whether the file is a new one beside its source; a sidecar that stays as it is is not. */
    private static boolean copied(TaggedAsset tagged) {
        return !tagged.written().equals(tagged.source())
                && !tagged.written().toString().endsWith(".c2pa");
    }

    private static List<String> warnings(TaggedAsset tagged, String shown) {
        List<String> warnings = new ArrayList<>();
        for (String ingredient : tagged.doubtful()) {
            warnings.add(TagReport.doubtful(shown, ingredient));
        }
        String name = String.valueOf(tagged.written().getFileName());
        if (FileNames.contradict(name, tagged.format())) {
            warnings.add(TagReport.misnamed(name, tagged.format().name()));
        }
        return warnings;
    }

    static ExitCode code(TaggingRefusedException refusal) {
        return switch (refusal.reason()) {
            case UNSUPPORTED -> ExitCode.INDETERMINATE;
            case NO_MANIFEST -> ExitCode.NO_MANIFEST;
            case INVALID -> ExitCode.REJECTED;
            case CONFLICT -> ExitCode.USAGE;
            case NOT_VERIFIED -> ExitCode.INTERNAL;
        };
    }

    private static Line failed(String shown, String cause, ExitCode code) {
        return new Line(TagReport.failed(shown, shown + ": " + cause + "."), code);
    }

    /** Prints one line; called in the order of the inputs. */
    void print(Line line) {
        worst = worst.worse(line.code());
        if (json) {
            surroundings.out().println(line.report().toJson());
        } else if (line.code() == ExitCode.OK) {
            surroundings.out().println(line.report().toText());
        } else {
            surroundings.err().println("estampille: " + line.report().toText());
        }
        surroundings.out().flush();
        if (!json) {
            for (String warning : line.report().warnings()) {
                surroundings.err().println("estampille: warning: " + SafeText.line(warning));
            }
        }
    }

    ExitCode worst() {
        return worst;
    }

    /** What cannot take a manifest is not damaged, and says itself what to do. */
    private static String remedy(MalformedContentException e) {
        if (e.problem().contains("cut short") || e.problem().contains("ends past its parent")) {
            return "; get the whole file, or bind it as it stands with --sidecar";
        }
        boolean said = e.problem().contains("--sidecar") || e.problem().contains("tag the file anew");
        return said ? "" : "; the file is damaged or not what it seems";
    }
}
