package org.estampille.report;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cose.CoseSign1;
import org.estampille.cose.CredentialHeader;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.manifest.Manifest;
import org.estampille.trust.CertificateChain;
import org.estampille.validate.SigningTime;

/**
 * The {@code signature} of a manifest in crJSON (crJSON 2.5 clause 3.7): what its box says, true or not; the validation results
 * say what holds. Without a readable signature box with one credential the object is empty.
 *
 * @param cbor writes content
 * @param limits for reading the box
 */
record CrJsonSignature(CborJson cbor, ReadLimits limits) {

    private static final int HEXADECIMAL = 16;

    void write(Manifest manifest, Optional<SigningTime> time) {
        cbor.json().writeObjectPropertyStart("signature");
        Optional<Octets> content = manifest.signatureBox().flatMap(box -> box.content("cbor"));
        if (content.isPresent()) {
            Optional<Stated> stated = read(content.get());
            if (stated.isPresent()) {
                cbor.text("algorithm", stated.get().algorithm());
                certificate(stated.get().leaf());
                stamp(time);
            }
        }
        cbor.json().writeEndObject();
    }

    /** What the format shows of a signature box. */
    private record Stated(String algorithm, X509Certificate leaf) {}

    private Optional<Stated> read(Octets content) {
        try {
            CoseSign1 cose = CoseSign1.read(content, limits);
            if (!(cose.credential() instanceof CredentialHeader.Chain chain)) {
                return Optional.empty();
            }
            X509Certificate leaf =
                    CertificateChain.read(List.of(chain.der().get(0))).leaf();
            return Optional.of(
                    new Stated(cose.algorithm().map(CrJsonSignature::name).orElse("Unknown"), leaf));
        } catch (MalformedContentException e) {
            return Optional.empty(); // the validation results say so
        }
    }

    /** The format calls the one EdDSA instance by its curve. */
    private static String name(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ED25519 ? "Ed25519" : algorithm.label();
    }

    /** Only a stamp that holds is shown, since the form has no place for one that does not. */
    private void stamp(Optional<SigningTime> time) {
        if (time.isPresent()
                && time.get().stampedAt().isPresent()
                && time.get().certificate().isPresent()) {
            cbor.json().writeObjectPropertyStart("timeStampInfo");
            cbor.text("timestamp", time.get().stampedAt().get().toString());
            certificate(time.get().certificate().get());
            cbor.json().writeEndObject();
        }
    }

    private void certificate(X509Certificate certificate) {
        cbor.json().writeObjectPropertyStart("certificateInfo");
        cbor.text("serialNumber", certificate.getSerialNumber().toString(HEXADECIMAL));
        CrJsonName.write(cbor, "issuer", certificate.getIssuerX500Principal());
        CrJsonName.write(cbor, "subject", certificate.getSubjectX500Principal());
        cbor.json().writeObjectPropertyStart("validity");
        cbor.text("notBefore", certificate.getNotBefore().toInstant().toString());
        cbor.text("notAfter", certificate.getNotAfter().toInstant().toString());
        cbor.json().writeEndObject();
        cbor.json().writeEndObject();
    }
}
