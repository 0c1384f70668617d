package org.estampille.trust;

/** Whether a chain leads to a trust anchor at some instant. */
public sealed interface TrustOutcome {

    /**
     * It does.
     *
     * @param anchor the subject of the anchor (RFC 2253 text)
     */
    record Trusted(String anchor) implements TrustOutcome {}

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
