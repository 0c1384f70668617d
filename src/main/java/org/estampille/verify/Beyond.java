package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.bytes.ReadLimits;
import org.estampille.disclosure.Ancestor;
import org.estampille.disclosure.Descent;
import org.estampille.disclosure.MarkedDisclosure;
import org.estampille.marks.MarkReader;
import org.estampille.marks.MarkReading;
import org.estampille.report.VerificationReport;

/**
 * What is looked at beyond the manifest.
 *
 * @param marks whether marks outside of manifests are read and held against what is signed
 * @param ancestor whose history is looked for
 */
record Beyond(boolean marks, Optional<Ancestor> ancestor) {

    static final Beyond NOTHING = new Beyond(false, Optional.empty());

    Beyond withMarks() {
        return new Beyond(true, ancestor);
    }

    Beyond from(Ancestor file) {
        return new Beyond(marks, Optional.of(file));
    }

    /** The report on {@code file} with what was found there; a file that cannot be read has said so already. */
    VerificationReport extend(Path file, VerificationReport report, ReadLimits limits) {
        VerificationReport marked = report;
        if (marks) {
            Path media = report.sidecarOf().map(file::resolveSibling).orElse(file);
            try {
                MarkReading found = MarkReader.read(media, limits);
                marked = report.marked(found, MarkedDisclosure.of(report.disclosure(), found));
            } catch (IOException e) {
                return report;
            }
        }
        return ancestor.isPresent() ? descending(marked, ancestor.get()) : marked;
    }

    private static VerificationReport descending(VerificationReport report, Ancestor ancestor) {
        Descent descent = report.validation().isPresent()
                ? Descent.of(report.validation().get(), ancestor)
                : Descent.unknown(ancestor);
        boolean comparable = report.marks().isPresent() && ancestor.marks().isPresent();
        return report.descending(
                descent,
                comparable
                        ? MarkedDisclosure.comparedWith(
                                report.disclosure(),
                                report.marks().get(),
                                ancestor.marks().get())
                        : report.disclosure());
    }
}
