package org.estampille.trust;

import java.security.cert.X509Certificate;

/** Whether a chain leads to a trust anchor at some instant. */
public sealed interface TrustOutcome {

    /**
     * It does.
     *
     * @param certificate of the anchor
     */
    record Trusted(X509Certificate certificate) implements TrustOutcome {

        /** The subject of the anchor (RFC 2253 text). */
        public String anchor() {
            return certificate.getSubjectX500Principal().getName();
        }
    }

    /**
     * It does not.
     *
     * @param reason one clause without a full stop
     */
    record Untrusted(String reason) implements TrustOutcome {}

    default boolean isTrusted() {
        return this instanceof Trusted;
    }
}
