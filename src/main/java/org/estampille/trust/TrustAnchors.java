package org.estampille.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.MalformedContentException;

/**
 * Certificates somebody decided to trust as issuers: roots, or intermediates on their own (C2PA 2.5 clause 13.4).
 *
 * @param certificates without duplicates
 * @param windows when those certificates count that do not count at all times; never an empty list
 */
public record TrustAnchors(List<X509Certificate> certificates, Map<X509Certificate, List<TrustWindow>> windows) {

    public TrustAnchors {
        certificates = List.copyOf(new LinkedHashSet<>(certificates));
        windows = Map.copyOf(windows);
    }

    /** Anchors that count at all times. */
    public TrustAnchors(List<X509Certificate> certificates) {
        this(certificates, Map.of());
    }

    /** No anchors: nobody is trusted. */
    public static TrustAnchors empty() {
        return new TrustAnchors(List.of());
    }

    /**
     * Reads every certificate of a PEM text; text between the blocks is ignored.
     *
     * @throws MalformedContentException when there is none, or one of them cannot be read
     */
    public static TrustAnchors ofPem(String pem) throws MalformedContentException {
        return new TrustAnchors(Certificates.ofPem(pem));
    }

    /** These anchors and {@code others}; an anchor of both counts whenever one of them lets it. */
    public TrustAnchors merge(TrustAnchors others) {
        Collection<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(others.certificates);
        Map<X509Certificate, List<TrustWindow>> merged = new LinkedHashMap<>();
        if (!windows.isEmpty() || !others.windows.isEmpty()) {
            for (X509Certificate certificate : all) {
                boolean always = countsAlways(certificate) || others.countsAlways(certificate);
                if (!always) {
                    List<TrustWindow> both = new ArrayList<>(windows(certificate));
                    both.addAll(others.windows(certificate));
                    merged.put(certificate, List.copyOf(both));
                }
            }
        }
        return new TrustAnchors(List.copyOf(all), merged);
    }

    private boolean countsAlways(X509Certificate certificate) {
        return certificates.contains(certificate) && !windows.containsKey(certificate);
    }

    /** When an anchor counts; empty for one that counts at all times. */
    public List<TrustWindow> windows(X509Certificate anchor) {
        return windows.getOrDefault(anchor, List.of());
    }

    /** Whether one of these anchors counts at that instant. */
    public boolean counts(X509Certificate anchor, Instant at) {
        List<TrustWindow> own = windows(anchor);
        boolean inside = own.isEmpty();
        for (TrustWindow window : own) {
            inside |= window.contains(at);
        }
        return inside && certificates.contains(anchor);
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }
}
