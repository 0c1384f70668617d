package org.estampille.revocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.revocation.OcspAnswer.Standing;
import org.estampille.trust.DerStructure;

/** Takes everything out of the ASN.1 at once, so that whatever is wrong with it shows here and nowhere later. */
final class OcspReader {

    private static final int MOST = 100;
    private static final DerStructure RESPONSE = new DerStructure("OCSP response", "RFC 6960");

    private OcspReader() {}

    static OcspResponse read(Octets der) throws MalformedContentException {
        return RESPONSE.read("an OCSPResponse", der, octets -> {
            OCSPResp response = new OCSPResp(octets.toByteArray());
            if (response.getStatus() != OCSPResp.SUCCESSFUL) {
                throw RESPONSE.malformed("the responder answered with status " + response.getStatus());
            }
            if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                throw RESPONSE.malformed("a response of another type than basic");
            }
            return basic(basic);
        });
    }

    /** The number of the request a response repeats; empty when it has none, or is nothing that can be read. */
    static Optional<Octets> nonce(Octets der) {
        try {
            return RESPONSE.read("an OCSPResponse", der, OcspReader::repeated);
        } catch (MalformedContentException e) {
            return Optional.empty(); // the check of the response will say what is wrong
        }
    }

    private static Optional<Octets> repeated(Octets der) throws IOException, OCSPException {
        return new OCSPResp(der.toByteArray()).getResponseObject() instanceof BasicOCSPResp basic
                ? Optional.ofNullable(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                        .map(extension -> Octets.copyOf(ASN1OctetString.getInstance(extension.getParsedValue())
                                .getOctets()))
                : Optional.empty();
    }

    private static OcspResponse basic(BasicOCSPResp basic) throws IOException, MalformedContentException {
        if (!basic.getCriticalExtensionOIDs().isEmpty()) {
            throw RESPONSE.malformed("a critical extension that is not understood");
        }
        ASN1Encodable parameters = basic.getSignatureAlgorithmID().getParameters();
        return new OcspResponse(
                Octets.adopt(basic.getTBSResponseData()),
                basic.getSignatureAlgOID().getId(),
                parameters == null
                        ? Optional.empty()
                        : Optional.of(Octets.adopt(parameters.toASN1Primitive().getEncoded())),
                Octets.adopt(basic.getSignature()),
                basic.getProducedAt().toInstant(),
                certificates(basic.getCerts()),
                singles(basic));
    }

    private static List<Octets> certificates(X509CertificateHolder[] holders)
            throws IOException, LimitExceededException {
        LimitExceededException.check("certificates in an OCSP response", holders.length, MOST);
        List<Octets> der = new ArrayList<>(holders.length);
        for (X509CertificateHolder holder : holders) {
            der.add(Octets.adopt(holder.getEncoded()));
        }
        return der;
    }

    private static List<OcspResponse.Single> singles(BasicOCSPResp basic) throws LimitExceededException {
        SingleResp[] responses = basic.getResponses();
        LimitExceededException.check("answers in an OCSP response", responses.length, MOST);
        List<OcspResponse.Single> singles = new ArrayList<>(responses.length);
        for (SingleResp single : responses) {
            if (single.getCriticalExtensionOIDs().isEmpty()) {
                singles.add(new OcspResponse.Single(
                        single.getCertID().getHashAlgOID().getId(),
                        Octets.copyOf(single.getCertID().getIssuerNameHash()),
                        Octets.copyOf(single.getCertID().getIssuerKeyHash()),
                        single.getCertID().getSerialNumber(),
                        answer(single, basic.getProducedAt())));
            }
        }
        return singles;
    }

    private static OcspAnswer answer(SingleResp single, Date producedAt) {
        CertificateStatus status = single.getCertStatus();
        Optional<RevokedStatus> revoked = status instanceof RevokedStatus since ? Optional.of(since) : Optional.empty();
        return new OcspAnswer(
                revoked.isPresent() ? standing(revoked.get()) : isUnknown(status) ? Standing.UNKNOWN : Standing.GOOD,
                single.getThisUpdate().toInstant(),
                Optional.ofNullable(single.getNextUpdate()).map(Date::toInstant),
                producedAt.toInstant(),
                revoked.map(since -> since.getRevocationTime().toInstant()));
    }

    private static Standing standing(RevokedStatus revoked) {
        boolean released = revoked.hasRevocationReason() && revoked.getRevocationReason() == CRLReason.removeFromCRL;
        return released ? Standing.RELEASED : Standing.REVOKED;
    }

    /** The library writes "good" as a constant whose value is null, so it is the one status that is no object. */
    private static boolean isUnknown(CertificateStatus status) {
        return status instanceof UnknownStatus;
    }
}
