package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cose.CoseSign1;
import org.estampille.revocation.OcspEvidence;
import org.estampille.revocation.Revocation;
import org.estampille.revocation.RevocationCheck;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustList;

/** Rule {@code revocation} (clauses 13.5.2 and 14.9): what responders said about the signer's certificates. */
final class RevocationRules {

    private final Scope scope;
    private final RevocationCheck check;

    RevocationRules(Scope scope, CoseSign1 cose, CertificateChain chain, SigningTime time) {
        this.scope = scope;
        this.check = new RevocationCheck(
                scope.context().engine(),
                chain,
                anchors(scope.context()),
                time.attested(),
                scope.context().at(),
                OcspEvidence.of(scope.store(), cose),
                scope.context().ocsp());
    }

    private static List<TrustAnchors> anchors(ValidationContext context) {
        List<TrustAnchors> anchors = new ArrayList<>(List.of(context.anchors()));
        for (TrustList list : context.lists().lists()) {
            anchors.add(list.anchors());
        }
        return anchors;
    }

    /** Why an authority of the chain must not be trusted, if so; see {@link RevocationCheck#revokedAuthority}. */
    Optional<String> revokedAuthority(boolean ask) {
        return check.revokedAuthority(ask);
    }

    /**
     * What is known about the signer's own certificate, with its code.
     *
     * @param trusted whether its chain leads to an anchor; a responder that anybody may name is never asked
     */
    Revocation ofSigner(boolean trusted, String url) {
        Revocation found = check.ofSigner(trusted);
        Optional<StatusCode> code = code(found.status());
        if (code.isPresent()) {
            scope.findings().add(code.get(), url, found.explanation());
        }
        return found;
    }

    private static Optional<StatusCode> code(Revocation.Status status) {
        return switch (status) {
            case NOT_REVOKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED);
            case REVOKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);
            case UNKNOWN -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN);
            case NOT_CHECKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED);
            case INACCESSIBLE -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE);
            case NO_SERVICE -> Optional.empty();
        };
    }
}
