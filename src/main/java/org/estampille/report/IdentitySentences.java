package org.estampille.report;

import java.util.Optional;
import org.estampille.cawg.CawgFinding;
import org.estampille.cawg.IdentityCredential;
import org.estampille.cawg.IdentityCredential.VerifiedIdentity;
import org.estampille.cawg.IdentityResult;

/**
 * The words about identity assertions. Nobody is called verified whose credential nobody the user trusts vouches for.
 *
 * @param words of {@link Words#ofTexts}
 */
record IdentitySentences(Words words) {

    String of(IdentityResult identity) {
        String who = name(identity).orElseGet(() -> words.word("identity.unnamed"));
        return switch (identity.standing()) {
            case TRUSTED ->
                issuer(identity)
                        .map(issuer -> words.word("identity.vouched", who, issuer))
                        .orElseGet(() -> words.word("identity.trusted", who));
            case WELL_FORMED -> words.word("identity.well-formed", who);
            case INVALID -> words.word("identity.invalid", firstFailure(identity));
        };
    }

    private String firstFailure(IdentityResult identity) {
        for (CawgFinding finding : identity.findings()) {
            if (finding.isFailure()) {
                return words.word("identity.failure", finding.code().code(), finding.explanation());
            }
        }
        return words.word("identity.unfinished");
    }

    /** What the credential calls the named actor. */
    static Optional<String> name(IdentityResult identity) {
        Optional<IdentityCredential> credential = identity.credential();
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        if (credential.get() instanceof IdentityCredential.X509 certificate) {
            return Optional.of(Names.shortName(certificate.chain().leaf().getSubjectX500Principal()));
        }
        return credential.get() instanceof IdentityCredential.Aggregation aggregation
                        && !aggregation.identities().isEmpty()
                ? named(aggregation.identities().get(0))
                : Optional.empty();
    }

    private static Optional<String> named(VerifiedIdentity identity) {
        return identity.name()
                .map(name -> identity.provider()
                        .map(provider -> name + " (" + provider + ")")
                        .orElse(name));
    }

    /** Who made the credential. */
    static Optional<String> issuer(IdentityResult identity) {
        Optional<IdentityCredential> credential = identity.credential();
        if (credential.isPresent() && credential.get() instanceof IdentityCredential.X509 certificate) {
            return Optional.of(Names.shortName(certificate.chain().leaf().getIssuerX500Principal()));
        }
        return credential.isPresent() && credential.get() instanceof IdentityCredential.Aggregation aggregation
                ? aggregation.issuer()
                : Optional.empty();
    }
}
