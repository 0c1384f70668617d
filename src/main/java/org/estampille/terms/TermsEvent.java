package org.estampille.terms;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.catalogue.RightsStatus;

/**
 * A dated text of a tool's terms in which the output clause was read, and what had changed.
 *
 * @param recordedAt the day on which an archive first had the text
 * @param effectiveFrom printed in the text
 * @param from the status before; absent for the first record
 * @param to the status by this text, with remarks
 * @param what changed
 * @param archiveRef where the text is
 * @param textSha256 its digest
 */
public record TermsEvent(
        LocalDate recordedAt,
        Optional<LocalDate> effectiveFrom,
        Optional<String> from,
        String to,
        String what,
        Optional<String> archiveRef,
        Optional<Digest> textSha256) {

    /** The day from which the text counts: as printed, else as recorded. */
    public LocalDate since() {
        return effectiveFrom.orElse(recordedAt);
    }

    /** The status named first in {@link #to}. */
    public RightsStatus status() {
        int end = 0;
        while (end < to.length() && (Character.isLetter(to.charAt(end)) || to.charAt(end) == '-')) {
            end++;
        }
        return RightsStatus.ofWord(to.substring(0, end)).orElse(RightsStatus.UNKNOWN);
    }

    /** Whether the status itself is another one than before, not only its conditions. */
    public boolean changesStatus() {
        return from.isPresent() && !to.equals(from.get()) && !from.get().startsWith(status().word());
    }

    static TermsEvent read(TermsFields fields) {
        return new TermsEvent(
                fields.requiredDay("recordedAt"),
                fields.day("effectiveFrom"),
                fields.text("from"),
                fields.requiredText("to"),
                fields.requiredText("what"),
                fields.text("archiveRef"),
                fields.sha256("textSha256"));
    }
}
