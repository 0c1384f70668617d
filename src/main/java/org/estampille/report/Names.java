package org.estampille.report;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.estampille.trust.DistinguishedName;
import org.estampille.validate.Signer;

/** What certificates call people and organisations, short enough to read. */
final class Names {
    private Names() {}

    static String subject(Signer signer) {
        return shortName(signer.chain().leaf().getSubjectX500Principal());
    }

    static String issuer(Signer signer) {
        return shortName(signer.chain().leaf().getIssuerX500Principal());
    }

    /** Common name and organisation, or whatever there is. */
    static String shortName(X500Principal principal) {
        DistinguishedName name = DistinguishedName.of(principal);
        Optional<String> organisation = name.organization();
        String shortest = name.shortest();
        return organisation.isEmpty() || organisation.get().equals(shortest)
                ? shortest
                : shortest + " (" + organisation.get() + ")";
    }
}
