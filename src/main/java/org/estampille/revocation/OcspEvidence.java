package org.estampille.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cose.CoseSign1;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * OCSP responses that came with the file: in the header {@code rVals} of the signature, and in {@code c2pa.certificate-status}
 * assertions of any manifest of the store (clause 14.9.1).
 *
 * @param source where it was
 * @param response DER, from outside
 */
public record OcspEvidence(Revocation.Source source, Octets response) {

    private static final int MOST = 50;

    /** What stands in the header of that signature and in the assertions of {@code store}. */
    public static List<OcspEvidence> of(ManifestStore store, CoseSign1 cose) {
        List<OcspEvidence> found = new ArrayList<>();
        Optional<CborValue> header = cose.unprotected("rVals");
        if (header.isPresent()) {
            add(found, Revocation.Source.STAPLED, header.get());
        }
        for (Manifest manifest : store.manifests()) {
            for (Assertion assertion : manifest.assertions()) {
                if (assertion instanceof DataAssertion data
                        && data.label().base().equals("c2pa.certificate-status")) {
                    add(found, Revocation.Source.ASSERTION, data.value());
                }
            }
        }
        return found;
    }

    /** More than anybody needs is left alone: each costs a signature check, and the header is not signed. */
    private static void add(List<OcspEvidence> found, Revocation.Source source, CborValue value) {
        List<CborValue> values = value.asMap()
                .flatMap(map -> map.get("ocspVals"))
                .flatMap(CborValue::asList)
                .orElse(List.of());
        for (CborValue item : values) {
            if (item instanceof CborValue.Bytes bytes && found.size() < MOST) {
                found.add(new OcspEvidence(source, bytes.value()));
            }
        }
    }
}
