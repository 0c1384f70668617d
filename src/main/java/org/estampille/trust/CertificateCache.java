package org.estampille.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about certificates before, since thousands of files are signed by a handful of signers: the parsed
 * certificate of some octets, the violations and the trust of a chain. Safe for use by several threads; each part empties
 * itself when full.
 */
public final class CertificateCache {

    private final int capacity;
    private final Map<Octets, X509Certificate> certificates = new ConcurrentHashMap<>();
    private final Map<ProfileQuestion, List<String>> violations = new ConcurrentHashMap<>();
    private final Map<TrustQuestion, Finding> outcomes = new ConcurrentHashMap<>();

    private CertificateCache(int capacity) {
        this.capacity = capacity;
    }

    /** A cache of at most about {@code capacity} certificates, and as many answers of either kind. */
    public static CertificateCache bounded(int capacity) {
        return new CertificateCache(capacity);
    }

    X509Certificate certificate(Octets der) throws MalformedContentException {
        X509Certificate known = certificates.get(der);
        if (known != null) {
            return known;
        }
        X509Certificate parsed = Certificates.parse(der);
        // A copy, since a slice would keep the whole manifest store in memory.
        keep(certificates, Octets.copyOf(der.toByteArray()), parsed);
        return parsed;
    }

    List<String> violations(CertificateChain chain, Purpose purpose) {
        ProfileQuestion question = new ProfileQuestion(chain, purpose);
        List<String> known = violations.get(question);
        if (known != null) {
            return known;
        }
        List<String> found = CertificateProfile.violations(chain, purpose);
        keep(violations, question, found);
        return found;
    }

    TrustOutcome outcome(CertificateChain chain, TrustAnchors anchors, Instant at, Purpose purpose) {
        TrustQuestion question = new TrustQuestion(chain, anchors, purpose);
        Finding known = outcomes.get(question);
        if (known != null && known.holdsAt(at)) {
            return known.outcome;
        }
        Finding found = Finding.of(ChainValidator.evaluate(chain, anchors, at, purpose), chain, anchors, at);
        keep(outcomes, question, found);
        return found.outcome;
    }

    private <K, V> void keep(Map<K, V> map, K key, V value) {
        if (map.size() >= capacity) {
            map.clear();
        }
        map.put(key, value);
    }

    // The keys spell equality out: the generated one of records costs a bootstrap on a cold start.

    private record ProfileQuestion(CertificateChain chain, Purpose purpose) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProfileQuestion that
                    && purpose == that.purpose
                    && chain.certificates().equals(that.chain.certificates());
        }

        @Override
        public int hashCode() {
            return chain.certificates().hashCode();
        }
    }

    private record TrustQuestion(CertificateChain chain, TrustAnchors anchors, Purpose purpose) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TrustQuestion that
                    && purpose == that.purpose
                    && anchors.equals(that.anchors)
                    && chain.certificates().equals(that.chain.certificates());
        }

        @Override
        public int hashCode() {
            return chain.certificates().hashCode();
        }
    }

    /** An outcome and the time around its instant in which no certificate of the chain and no anchor begins or ends to count. */
    private record Finding(TrustOutcome outcome, Instant from, Instant before) {

        static Finding of(TrustOutcome outcome, CertificateChain chain, TrustAnchors anchors, Instant at) {
            Instant from = Instant.MIN;
            Instant before = Instant.MAX;
            for (Instant change : changes(chain, anchors)) {
                if (change.isAfter(at)) {
                    before = change.isBefore(before) ? change : before;
                } else {
                    from = change.isAfter(from) ? change : from;
                }
            }
            return new Finding(outcome, from, before);
        }

        private static List<Instant> changes(CertificateChain chain, TrustAnchors anchors) {
            List<Instant> changes = new ArrayList<>();
            for (X509Certificate certificate : chain.certificates()) {
                changes.add(certificate.getNotBefore().toInstant());
                changes.add(certificate.getNotAfter().toInstant().plusMillis(1));
            }
            for (List<TrustWindow> windows : anchors.windows().values()) {
                for (TrustWindow window : windows) {
                    window.notBefore().ifPresent(changes::add);
                    window.notAfter().ifPresent(end -> changes.add(end.plusNanos(1)));
                }
            }
            return changes;
        }

        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(before);
        }
    }
}
