package org.estampille.timestamp;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampResponse;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.timestamp.TimeStampToken.CertificateHash;
import org.estampille.timestamp.TimeStampToken.Signer;
import org.estampille.trust.DerStructure;

/** Takes everything out of the ASN.1 at once, so that whatever is wrong with it shows here and nowhere later. */
final class TokenReader {

    static final DerStructure TIME_STAMP = new DerStructure("time-stamp", "RFC 3161");
    private static final String SHA_1 = "1.3.14.3.2.26";

    private TokenReader() {}

    /**
     * A TimeStampResp.
     *
     * @param status 0 and 1 mean granted
     * @param refusal what it says of itself otherwise; text from outside
     * @param token the octets of the token, when there is one
     */
    record Response(int status, String refusal, Optional<Octets> token) {
        boolean isGranted() {
            return (status == 0 || status == 1) && token.isPresent();
        }
    }

    static Response response(Octets der) throws MalformedContentException {
        return TIME_STAMP.read("a TimeStampResp", der, octets -> {
            TimeStampResponse response = new TimeStampResponse(octets.toByteArray());
            Optional<Octets> token = response.getTimeStampToken() == null
                    ? Optional.empty()
                    : Optional.of(Octets.adopt(response.getTimeStampToken().getEncoded()));
            return new Response(response.getStatus(), refusal(response), token);
        });
    }

    private static String refusal(TimeStampResponse response) {
        String text = response.getStatusString();
        String failure = response.getFailInfo() == null
                ? ""
                : ", failure information " + response.getFailInfo().intValue();
        return "status " + response.getStatus() + failure + (text == null ? "" : " (" + text.strip() + ")");
    }

    static TimeStampToken token(Octets der) throws MalformedContentException {
        return TIME_STAMP.read(
                "a TimeStampToken", der, octets -> token(octets, new CMSSignedData(octets.toByteArray())));
    }

    private static TimeStampToken token(Octets der, CMSSignedData signed)
            throws IOException, ParseException, MalformedContentException {
        if (!signed.toASN1Structure().getContentType().equals(PKCSObjectIdentifiers.signedData)
                || !signed.getSignedContentTypeOID().equals(PKCSObjectIdentifiers.id_ct_TSTInfo.getId())) {
            throw TIME_STAMP.malformed("signed content that is no TSTInfo");
        }
        List<SignerInformation> signers =
                new ArrayList<>(signed.getSignerInfos().getSigners());
        if (signers.size() != 1) {
            throw TIME_STAMP.malformed("signed by " + signers.size() + " signers, not by one");
        }
        Octets content = Octets.copyOf((byte[]) signed.getSignedContent().getContent());
        TSTInfo info = TSTInfo.getInstance(ASN1Primitive.fromByteArray(content.toByteArray()));
        return new TimeStampToken(
                der,
                content,
                info.getGenTime().getDate().toInstant(),
                Optional.ofNullable(info.getNonce()).map(ASN1Integer::getValue),
                info.getMessageImprint().getHashAlgorithm().getAlgorithm().getId(),
                Octets.copyOf(info.getMessageImprint().getHashedMessage()),
                signer(signers.get(0)),
                certificates(signed, signers.get(0)));
    }

    private static Signer signer(SignerInformation signer) throws IOException, MalformedContentException {
        AttributeTable attributes = signer.getSignedAttributes();
        if (attributes == null
                || !attribute(attributes, CMSAttributes.contentType)
                        .equals(Optional.of(PKCSObjectIdentifiers.id_ct_TSTInfo))) {
            throw TIME_STAMP.malformed("signed attributes that do not name the content");
        }
        ASN1Encodable digest = attribute(attributes, CMSAttributes.messageDigest)
                .orElseThrow(() -> TIME_STAMP.malformed("signed attributes without a digest of the content"));
        return new Signer(
                signer.getDigestAlgOID(),
                Octets.copyOf(ASN1OctetString.getInstance(digest).getOctets()),
                signer.getEncryptionAlgOID(),
                Octets.adopt(signer.getEncodedSignedAttributes()),
                certificate(attributes),
                Octets.copyOf(signer.getSignature()));
    }

    /** The one value of the one attribute of that type; empty when there are more. */
    private static Optional<ASN1Encodable> attribute(AttributeTable attributes, ASN1ObjectIdentifier type) {
        Attribute attribute = attributes.get(type);
        return attribute != null
                        && attributes.getAll(type).size() == 1
                        && attribute.getAttrValues().size() == 1
                ? Optional.of(attribute.getAttrValues().getObjectAt(0).toASN1Primitive())
                : Optional.empty();
    }

    private static Optional<CertificateHash> certificate(AttributeTable attributes) {
        Optional<ASN1Encodable> second = attribute(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second.isPresent()) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(second.get()).getCerts()[0];
            return Optional.of(
                    new CertificateHash(id.getHashAlgorithm().getAlgorithm().getId(), Octets.copyOf(id.getCertHash())));
        }
        Optional<ASN1Encodable> first = attribute(attributes, PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (first.isPresent()) {
            ESSCertID id = SigningCertificate.getInstance(first.get()).getCerts()[0];
            return Optional.of(new CertificateHash(SHA_1, Octets.copyOf(id.getCertHash())));
        }
        return Optional.empty();
    }

    private static List<Octets> certificates(CMSSignedData signed, SignerInformation signer) throws IOException {
        List<Octets> der = new ArrayList<>();
        int own = 0;
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            boolean signers = signer.getSID().match(holder);
            der.add(signers ? 0 : der.size(), Octets.adopt(holder.getEncoded()));
            own += signers ? 1 : 0;
        }
        return own == 1 ? der : List.of();
    }
}
