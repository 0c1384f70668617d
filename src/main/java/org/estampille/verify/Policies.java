package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.disclosure.Ancestor;
import org.estampille.disclosure.DecodedRights;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.estampille.marks.MarkReading;
import org.estampille.policy.AssetView;
import org.estampille.policy.Dossier;
import org.estampille.policy.Gate;
import org.estampille.report.CrJson;
import org.estampille.report.VerificationReport;
import org.estampille.technical.MediaTiming;
import org.estampille.timecode.Rational;

/**
 * The policies of a run, with their word on each complete report, said once.
 *
 * @param gate the policies
 * @param version of this program, for the documents that formulas look at
 */
record Policies(Gate gate, String version) {

    static final Policies NONE = new Policies(Gate.open(), "0.0.0");

    /**
     * The report with verdicts.
     *
     * @param known rights decoded in this run
     * @param ancestor a file the report was held against
     * @param file that the report is on; empty for one of several
     */
    VerificationReport judge(
            VerificationReport report,
            DecodedRights known,
            Optional<Ancestor> ancestor,
            Optional<Path> file,
            ReadLimits limits) {
        if (gate.profiles().isEmpty()) {
            return report;
        }
        Optional<MarkReading> before = ancestor.flatMap(Ancestor::marks);
        Supplier<AssetView> view = () -> new AssetView(
                document(report, limits), report.format(), report.marks(), before, file.flatMap(Policies::seconds));
        return report.judgedBy(
                report.validation().isPresent()
                        ? gate.judge(
                                report.validation().get(),
                                report.disclosure(),
                                gate.basis(report.at(), known),
                                Identities.vouched(report.identities()),
                                view)
                        : gate.judgeWithout(integrity(report), report.at(), view));
    }

    private static Optional<Rational> seconds(Path file) {
        try (FileSource source = FileSource.openToStream(file)) {
            return MediaTiming.read(source).map(MediaTiming::seconds);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Dossier.Integrity integrity(VerificationReport report) {
        return switch (report.state()) {
            case ABSENT -> Dossier.Integrity.ABSENT;
            case INVALID -> Dossier.Integrity.BROKEN;
            case TRUSTED, VALID, ERROR -> Dossier.Integrity.UNDECIDED;
        };
    }

    /** A document beyond what formulas may look at is as good as none. */
    private Optional<JsonObject> document(VerificationReport report, ReadLimits limits) {
        try {
            String written = new CrJson(version, limits).document(report);
            return new JsonReader(FormulaLimits.standard()).read(written) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }
}
