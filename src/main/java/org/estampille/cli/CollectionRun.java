package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.mhl.MhlHistory;
import org.estampille.report.CollectionReport;
import org.estampille.report.SafeText;
import org.estampille.report.TagReport;
import org.estampille.sign.SigningException;
import org.estampille.tag.CollectionRequest;
import org.estampille.tag.CollectionTagger;
import org.estampille.tag.TaggedCollection;
import org.estampille.tag.TaggingRefusedException;
import org.estampille.tag.TaggingTools;

/** Tags one collection and says what came of it. */
final class CollectionRun {

    private final Surroundings surroundings;
    private final boolean json;

    CollectionRun(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** Refuses early what would be refused after everything was read. */
    static void requireRoom(CollectionOptions.Chosen chosen, boolean force) throws CommandFailure {
        if (Files.exists(chosen.target()) && !force) {
            if (MhlHistory.isIn(chosen.folder())) {
                throw new CommandFailure(
                        ExitCode.IO,
                        chosen.target()
                                + ": exists already, and media hash lists keep what they know; give the new manifest"
                                + " another name with --out.");
            }
            throw new CommandFailure(
                    ExitCode.IO, PlainPath.of(chosen.target()) + ": exists already; use --force to replace it.");
        }
    }

    int run(CollectionRequest request, String shown, TaggingTools tools) throws CommandFailure, IOException {
        try {
            TaggedCollection tagged = new CollectionTagger(tools).tag(request);
            CollectionReport report = new CollectionReport(
                    shown,
                    PlainPath.of(tagged.written()).toString(),
                    tagged.length(),
                    tagged.manifest(),
                    tagged.members(),
                    tagged.octets(),
                    tagged.generation().map(Object::toString),
                    switch (tagged.outcome()) {
                        case UNCHANGED -> TagReport.Outcome.UNCHANGED;
                        case WOULD_TAG -> TagReport.Outcome.WOULD_TAG;
                        default -> TagReport.Outcome.TAGGED;
                    });
            surroundings.out().println(json ? report.toJson() : report.toText());
            for (String name : tagged.doubtful()) {
                surroundings.err().println("estampille: warning: " + SafeText.line(TagReport.doubtful(shown, name)));
            }
            return ExitCode.OK.code();
        } catch (LimitExceededException e) {
            throw new CommandFailure(ExitCode.INDETERMINATE, shown + ": " + e.getMessage() + ".");
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.INDETERMINATE, shown + ": " + e.format() + ": " + e.problem() + "; nothing was signed.");
        } catch (TaggingRefusedException e) {
            throw new CommandFailure(TagRun.code(e), shown + ": " + e.getMessage() + ".");
        } catch (SigningException e) {
            throw new CommandFailure(ExitCode.CANNOT_SIGN, shown + ": " + e.getMessage() + "; nothing was written.");
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.IO, PlainPath.of(e.getFile()) + ": exists already; use --force to replace it.");
        }
    }
}
