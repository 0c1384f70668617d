package org.estampille.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Moment;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.Review;
import org.estampille.terms.ArchivedText;
import org.estampille.terms.EffectiveWindow;
import org.estampille.terms.EvidenceFolder;
import org.estampille.terms.LiveText;
import org.estampille.terms.TermsStanding;
import org.estampille.terms.TermsState;

/** How far the evidence behind one rights statement carries on a day. */
final class EvidenceStanding {

    private static final Duration USUAL_RECHECK = Duration.ofDays(90);

    private EvidenceStanding() {}

    /**
     * Empty where there is no evidence that could be in any state. Where nobody said where texts are kept, {@code
     * archive-missing} is the answer only when nothing weightier is known.
     */
    static Optional<TermsState> of(OutputRights rights, EvidenceFolder folder, Instant at) {
        if (rights.terms().evidence().isEmpty()) {
            return Optional.empty();
        }
        TermsState state = standing(rights, folder.isGiven() ? archived(rights, folder) : ArchivedText.MATCHES)
                .state(at);
        return Optional.of(!folder.isGiven() && state == TermsState.CURRENT ? TermsState.ARCHIVE_MISSING : state);
    }

    private static TermsStanding standing(OutputRights rights, ArchivedText archived) {
        Optional<Review> review = rights.terms().review();
        return new TermsStanding(
                window(rights),
                rights.generatedAt().map(made -> new TermsStanding.Generated(made.earliest(), made.latest())),
                recheckBy(rights),
                archived,
                LiveText.NOT_ASKED,
                !rights.terms().changes().isEmpty(),
                review.flatMap(Review::conflictsResolved).orElse(true));
    }

    /** The window of the text that was in force when the output was made, otherwise of the first. */
    private static EffectiveWindow window(OutputRights rights) {
        List<EffectiveWindow> windows = rights.terms().evidence().stream()
                .map(evidence -> new EffectiveWindow(evidence.effectiveFrom(), evidence.effectiveTo()))
                .toList();
        Optional<Moment> made = rights.generatedAt();
        for (EffectiveWindow window : windows) {
            if (made.isPresent()
                    && window.contains(made.get().earliest(), made.get().latest())) {
                return window;
            }
        }
        return windows.get(0);
    }

    /** As the reviewer said, otherwise ninety days after the oldest capture. */
    static Optional<LocalDate> recheckBy(OutputRights rights) {
        Optional<LocalDate> said = rights.terms().review().flatMap(Review::recheckBy);
        return said.or(() -> rights.terms().evidence().stream()
                .flatMap(evidence -> evidence.retrievedAt().stream())
                .map(captured -> LocalDate.ofInstant(captured.earliest().plus(USUAL_RECHECK), ZoneOffset.UTC))
                .min(LocalDate::compareTo));
    }

    /** The worst of all texts. */
    private static ArchivedText archived(OutputRights rights, EvidenceFolder folder) {
        ArchivedText worst = ArchivedText.MATCHES;
        for (Evidence evidence : rights.terms().evidence()) {
            ArchivedText one = folder.look(evidence.rawSha256(), evidence.archiveRef());
            if (one == ArchivedText.DIFFERS || one == ArchivedText.MISSING && worst == ArchivedText.MATCHES) {
                worst = one;
            }
        }
        return worst;
    }
}
