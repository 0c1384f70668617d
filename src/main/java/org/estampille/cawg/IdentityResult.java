package org.estampille.cawg;

import java.util.List;
import java.util.Optional;

/**
 * Everything established about one identity assertion.
 *
 * @param manifest label of the manifest it stands in
 * @param label of the assertion, instance suffix included; the {@code url} of its codes (clause 7.2)
 * @param sigType what kind of credential it says it has
 * @param roles what the named actor says to have done
 * @param references absolute references of the assertions it is about, as far as they are there
 * @param credential whom it names, as far as it could be read
 * @param standing what follows from the findings
 * @param findings in the order they were established
 */
public record IdentityResult(
        String manifest,
        String label,
        Optional<String> sigType,
        List<String> roles,
        List<String> references,
        Optional<IdentityCredential> credential,
        Standing standing,
        List<CawgFinding> findings) {

    /** What is known of the named actor (clause 9). */
    public enum Standing {
        /** Everything holds, and somebody the user trusts vouches for the credential. */
        TRUSTED("trusted"),
        /** Everything holds, but nobody the user trusts vouches for the credential: declared, not verified. */
        WELL_FORMED("well-formed"),
        /** Something does not hold: nothing is known of any named actor. */
        INVALID("invalid");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** The word written in reports. */
        public String label() {
            return label;
        }
    }

    public IdentityResult {
        roles = List.copyOf(roles);
        references = List.copyOf(references);
        findings = List.copyOf(findings);
    }

    public boolean has(CawgCode code) {
        for (CawgFinding finding : findings) {
            if (finding.code() == code) {
                return true;
            }
        }
        return false;
    }
}
