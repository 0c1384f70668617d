package org.estampille.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.estampille.bytes.Octets;

/** The question put to a responder, and where to put it. */
public final class OcspRequests {

    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    /** id-ad-ocsp. */
    private static final Octets OCSP = Octets.ofHex("06082b06010505073001");

    private OcspRequests() {}

    /** Whether a certificate names a responder at all; loads nothing. */
    public static boolean namesResponder(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION);
        return extension != null && Octets.copyOf(extension).indexOf(OCSP, 0).isPresent();
    }

    /** The first responder a certificate names (RFC 5280 clause 4.2.2.1). */
    public static Optional<URI> responder(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION);
        if (extension == null) {
            return Optional.empty();
        }
        try {
            AuthorityInformationAccess access = AuthorityInformationAccess.getInstance(
                    ASN1OctetString.getInstance(extension).getOctets());
            for (AccessDescription description : access.getAccessDescriptions()) {
                GeneralName place = description.getAccessLocation();
                if (description.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
                        && place.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    return Optional.of(new URI(place.getName().toString()));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | URISyntaxException e) {
            return Optional.empty(); // an extension nobody can follow
        }
    }

    /** A request about one certificate. SHA-1 names it, since that is all that every responder understands (RFC 5019). */
    public static Octets encode(X509Certificate subject, X509Certificate issuer) {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            AlgorithmIdentifier sha1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE);
            CertificateID id = new CertificateID(
                    digests.get(sha1), new JcaX509CertificateHolder(issuer), subject.getSerialNumber());
            return Octets.adopt(new OCSPReqBuilder().addRequest(id).build().getEncoded());
        } catch (OperatorCreationException | OCSPException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("parsed certificates can be named", e);
        }
    }

    /** The same request with a number that is used once (RFC 6960 clause 4.4.1). */
    static Octets withNonce(Octets request, Octets nonce) {
        try {
            OCSPReqBuilder builder = new OCSPReqBuilder();
            for (Req single : new OCSPReq(request.toByteArray()).getRequestList()) {
                builder.addRequest(single.getCertID());
            }
            byte[] value = new DEROctetString(nonce.toByteArray()).getEncoded();
            builder.setRequestExtensions(
                    new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value)));
            return Octets.adopt(builder.build().getEncoded());
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("a request made here can be read", e);
        }
    }
}
