package org.estampille.policy;

import java.util.Map;
import java.util.Optional;
import org.estampille.declaration.Account;
import org.estampille.declaration.Evidence;
import org.estampille.declaration.Moment;
import org.estampille.declaration.Review;
import org.estampille.declaration.Tool;
import org.estampille.disclosure.AiStatement;
import org.estampille.terms.ArchivedText;

/** Whether a statement about rights stands on texts that can be found, were read, and were checked by somebody. */
final class EvidenceRules {
    private EvidenceRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-EV-02", EvidenceRules::archiveIsTheRecordedText,
                "R-EV-03", EvidenceRules::hashOfAPrimaryText,
                "R-EV-04", EvidenceRules::archiveIsAtHand,
                "R-EV-05", EvidenceRules::clauseWasSeen,
                "R-EV-06", EvidenceRules::reviewerIsBoundBySignature,
                "R-EV-07", EvidenceRules::planIsProven,
                "R-EV-08", EvidenceRules::timeIsTrusted);
    }

    private static ArchivedText look(Case one, Evidence evidence) {
        return one.dossier().evidence().look(evidence.rawSha256(), evidence.archiveRef());
    }

    private static Finding archiveIsTheRecordedText(Case one) {
        if (one.terms().evidence().isEmpty()) {
            return Finding.UNKNOWN;
        }
        Finding worst = Finding.NOT_APPLICABLE;
        for (Evidence evidence : one.terms().evidence()) {
            ArchivedText text = look(one, evidence);
            Finding finding = text == ArchivedText.MATCHES
                    ? Finding.HOLDS
                    : text == ArchivedText.MISSING
                            ? Finding.NOT_APPLICABLE
                            : evidence.rawSha256().isEmpty() ? Finding.UNKNOWN : Finding.VIOLATED;
            worst = finding.restingOn(evidence.rawSha256()).worse(worst);
        }
        return worst;
    }

    private static Finding hashOfAPrimaryText(Case one) {
        Finding best = Finding.VIOLATED;
        for (Evidence evidence : one.primary()) {
            if (evidence.rawSha256().isPresent()) {
                boolean known = evidence.kind().isPresent();
                if (known) {
                    return Finding.HOLDS.restingOn(evidence.rawSha256());
                }
                best = Finding.UNKNOWN.restingOn(evidence.rawSha256());
            }
        }
        return best;
    }

    private static Finding archiveIsAtHand(Case one) {
        Finding worst = Finding.UNKNOWN;
        boolean anyHash = false;
        for (Evidence evidence : one.primary()) {
            if (evidence.rawSha256().isPresent()) {
                Finding finding = Finding.violatedIf(look(one, evidence) == ArchivedText.MISSING)
                        .restingOn(evidence.rawSha256());
                worst = anyHash ? finding.worse(worst) : finding;
                anyHash = true;
            }
        }
        return worst;
    }

    private static Finding clauseWasSeen(Case one) {
        if (one.isStatusUnknown()) {
            return Finding.NOT_APPLICABLE;
        }
        return one.terms().evidence().isEmpty() ? Finding.UNKNOWN : Finding.violatedIf(!one.isClauseSeen());
    }

    /**
     * A review that is dated after the signature cannot have been signed. An identity assertion over the statement tells who
     * verified it better than a name in it.
     */
    private static Finding reviewerIsBoundBySignature(Case one) {
        Optional<Review> review = one.terms().review();
        boolean named = review.flatMap(Review::by).isPresent()
                || review.isPresent()
                        && one.dossier().identified().contains(one.record().where());
        if (!named || one.record().strength() == AiStatement.Strength.UNVERIFIED) {
            return Finding.VIOLATED;
        }
        Optional<Moment> at = review.flatMap(Review::at);
        if (at.isEmpty()) {
            return Finding.UNKNOWN;
        }
        return Finding.violatedIf(at.get().earliest().isAfter(one.signedAt()));
    }

    private static Finding planIsProven(Case one) {
        Account account = one.terms().account();
        if (account.planProofSha256().isPresent()) {
            return Finding.HOLDS.restingOn(account.planProofSha256());
        }
        if (one.rights().tool().channel().equals(Optional.of(Tool.Channel.SELF_HOSTED))
                || account.licenceRef().isPresent()) {
            return Finding.NOT_APPLICABLE;
        }
        boolean plan = account.plan().isPresent()
                || one.terms().evidence().stream()
                        .anyMatch(evidence -> evidence.plan().isPresent());
        return plan ? Finding.VIOLATED : Finding.UNKNOWN;
    }

    private static Finding timeIsTrusted(Case one) {
        if (one.terms().evidence().isEmpty()) {
            return Finding.UNKNOWN;
        }
        for (Evidence evidence : one.terms().evidence()) {
            Optional<Moment> captured = evidence.retrievedAt();
            if (captured.isPresent() && captured.get().earliest().isAfter(one.signedAt())) {
                return Finding.UNKNOWN
                        .because("future")
                        .with(captured.get().text())
                        .restingOn(evidence.rawSha256());
            }
        }
        return Finding.violatedIf(one.manifest().stampedAt().isEmpty());
    }
}
