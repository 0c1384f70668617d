package org.estampille.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.RightsStatus;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.Release;
import org.estampille.declaration.Review;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.ToolTerms;
import org.estampille.declaration.WindowUse.Window;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.TrailManifest;

/**
 * One statement about rights, with all that its rules look at.
 *
 * @param record the statement
 * @param manifest it stands in
 * @param dossier of the file
 * @param windows that are judged
 */
record Case(RightsRecord record, TrailManifest manifest, Dossier dossier, List<Window> windows) {

    /** From the best for a release to the worst. */
    private static final List<RightsStatus> BEST_FIRST = List.of(
            RightsStatus.ASSIGNED,
            RightsStatus.OWNED_BY_USER,
            RightsStatus.LICENSED,
            RightsStatus.PUBLIC_DOMAIN_OR_NONE,
            RightsStatus.RETAINED_BY_VENDOR,
            RightsStatus.NON_COMMERCIAL_ONLY,
            RightsStatus.UNKNOWN);

    OutputRights rights() {
        return record.rights();
    }

    ToolTerms terms() {
        return record.rights().terms();
    }

    Optional<Release> release() {
        return dossier.release();
    }

    LocalDate today() {
        return dossier.today();
    }

    /** When the statement was signed at the latest: by its trusted time-stamp, otherwise before the time judged for. */
    Instant signedAt() {
        return manifest.stampedAt().orElse(dossier.at());
    }

    /** The worse of what the terms are said to give and what the reviewer concluded. */
    RightsStatus status() {
        RightsStatus said = terms().rights().status();
        RightsStatus concluded = terms().review().map(Review::concluded).orElse(said);
        return BEST_FIRST.indexOf(said) >= BEST_FIRST.indexOf(concluded) ? said : concluded;
    }

    boolean isStatus(RightsStatus wanted) {
        return status() == wanted;
    }

    boolean isStatusUnknown() {
        return status() == RightsStatus.UNKNOWN;
    }

    /** Texts in which the vendor or a contract speaks, or whoever it is when that is not said, and that were read first-hand. */
    List<Evidence> primary() {
        List<Evidence> primary = new ArrayList<>(terms().evidence());
        primary.removeIf(evidence -> !evidence.isPrimary());
        return primary;
    }

    /** Whether somebody read the clauses: only then does silence about a condition mean that there is none. */
    boolean isClauseSeen() {
        return primary().stream().anyMatch(Evidence::clauseSeen);
    }

    /** The conditions of one type. */
    List<RightsCondition> conditions(RightsCondition.Type type) {
        return terms().rights().conditions().stream()
                .filter(condition -> condition.type() == type)
                .toList();
    }

    /** The answer where no condition of a type is on record. */
    Finding noCondition() {
        return isClauseSeen() ? Finding.NOT_APPLICABLE : Finding.UNKNOWN;
    }
}
