package org.estampille.trust;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.estampille.bytes.MalformedContentException;

/**
 * Certificates somebody decided to trust as issuers: roots, or intermediates on their own (C2PA 2.5 clause 13.4).
 *
 * @param certificates without duplicates
 */
public record TrustAnchors(List<X509Certificate> certificates) {

    public TrustAnchors {
        certificates = List.copyOf(new LinkedHashSet<>(certificates));
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

    /** These anchors and {@code others}. */
    public TrustAnchors merge(TrustAnchors others) {
        Collection<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(others.certificates);
        return new TrustAnchors(List.copyOf(all));
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }
}
