package org.estampille.validate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.manifest.Manifest;

/**
 * A manifest and everything established about it.
 *
 * @param manifest as read
 * @param findings in the order they were established
 * @param signer who signed, where a certificate could be read
 * @param time when, as far as it is known
 */
public record ValidatedManifest(Manifest manifest, List<Finding> findings, Optional<Signer> signer, SigningTime time) {

    public ValidatedManifest {
        findings = List.copyOf(findings);
    }

    /** The same with more findings. */
    ValidatedManifest and(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ValidatedManifest(manifest, all, signer, time);
    }

    public boolean has(StatusCode code) {
        for (Finding finding : findings) {
            if (finding.code() == code) {
                return true;
            }
        }
        return false;
    }

    /** Whether the signature holds and every assertion is the one that was signed. The asset itself is not asked about. */
    public boolean isIntact() {
        boolean intact = has(StatusCode.CLAIM_SIGNATURE_VALIDATED);
        for (Finding finding : findings) {
            intact &= !finding.code().rejects();
        }
        return intact;
    }

    /** Whether nothing else speaks against it than that the signer's certificate is not valid yet at {@code at}. */
    public boolean isEarlyAt(Instant at) {
        boolean otherwiseIntact = has(StatusCode.CLAIM_SIGNATURE_VALIDATED);
        for (Finding finding : findings) {
            otherwiseIntact &=
                    !finding.code().rejects() || finding.code() == StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY;
        }
        return otherwiseIntact
                && has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY)
                && signer.filter(who -> who.chain().isEarlyAt(at)).isPresent();
    }
}
