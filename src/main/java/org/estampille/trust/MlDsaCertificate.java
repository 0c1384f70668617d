package org.estampille.trust;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.crypto.MlDsa;
import org.jspecify.annotations.Nullable;

/**
 * A certificate whose issuer signed with ML-DSA. Path validation of the platform asks each certificate to verify itself; this
 * one can, on every platform. Everything else is left to the certificate it stands for, so that the rules of RFC 5280 stay
 * those of the platform.
 */
final class MlDsaCertificate extends X509Certificate {

    private static final long serialVersionUID = 1;

    private final transient X509Certificate parsed;
    private final transient MlDsa signedWith;

    private MlDsaCertificate(X509Certificate parsed, MlDsa signedWith) {
        this.parsed = parsed;
        this.signedWith = signedWith;
    }

    /** {@code certificate} itself, unless its signature needs more than every platform has. */
    static X509Certificate understood(X509Certificate certificate) {
        Optional<MlDsa> set = MlDsa.ofObjectIdentifier(certificate.getSigAlgOID());
        return set.isPresent() ? new MlDsaCertificate(certificate, set.get()) : certificate;
    }

    @Override
    public void verify(PublicKey key) throws InvalidKeyException, SignatureException, CertificateEncodingException {
        if (!MlDsa.of(key).equals(Optional.of(signedWith))) {
            throw new InvalidKeyException("the issuer's key is not of the set the certificate names");
        }
        if (!signedWith.verifies(key, Octets.adopt(getTBSCertificate()), Octets.adopt(getSignature()))) {
            throw new SignatureException("the signature does not match");
        }
    }

    @Override
    public void verify(PublicKey key, @Nullable String provider)
            throws InvalidKeyException, SignatureException, CertificateEncodingException {
        verify(key);
    }

    @Override
    public void verify(PublicKey key, @Nullable Provider provider)
            throws InvalidKeyException, SignatureException, CertificateEncodingException {
        verify(key);
    }

    @Override
    public void checkValidity() throws CertificateExpiredException, CertificateNotYetValidException {
        parsed.checkValidity();
    }

    @Override
    public void checkValidity(Date date) throws CertificateExpiredException, CertificateNotYetValidException {
        parsed.checkValidity(date);
    }

    @Override
    public int getVersion() {
        return parsed.getVersion();
    }

    @Override
    public BigInteger getSerialNumber() {
        return parsed.getSerialNumber();
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // abstract in the superclass
    public Principal getIssuerDN() {
        return parsed.getIssuerDN();
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // abstract in the superclass
    public Principal getSubjectDN() {
        return parsed.getSubjectDN();
    }

    @Override
    public Date getNotBefore() {
        return parsed.getNotBefore();
    }

    @Override
    public Date getNotAfter() {
        return parsed.getNotAfter();
    }

    @Override
    public byte[] getTBSCertificate() throws CertificateEncodingException {
        return parsed.getTBSCertificate();
    }

    @Override
    public byte[] getSignature() {
        return parsed.getSignature();
    }

    @Override
    public String getSigAlgName() {
        return parsed.getSigAlgName();
    }

    @Override
    public String getSigAlgOID() {
        return parsed.getSigAlgOID();
    }

    @Override
    public byte @Nullable [] getSigAlgParams() {
        return parsed.getSigAlgParams();
    }

    @Override
    public boolean @Nullable [] getIssuerUniqueID() {
        return parsed.getIssuerUniqueID();
    }

    @Override
    public boolean @Nullable [] getSubjectUniqueID() {
        return parsed.getSubjectUniqueID();
    }

    @Override
    public boolean @Nullable [] getKeyUsage() {
        return parsed.getKeyUsage();
    }

    @Override
    public int getBasicConstraints() {
        return parsed.getBasicConstraints();
    }

    @Override
    public byte[] getEncoded() throws CertificateEncodingException {
        return parsed.getEncoded();
    }

    @Override
    public PublicKey getPublicKey() {
        return parsed.getPublicKey();
    }

    @Override
    public String toString() {
        return parsed.toString();
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return parsed.hasUnsupportedCriticalExtension();
    }

    @Override
    public @Nullable Set<String> getCriticalExtensionOIDs() {
        return parsed.getCriticalExtensionOIDs();
    }

    @Override
    public @Nullable Set<String> getNonCriticalExtensionOIDs() {
        return parsed.getNonCriticalExtensionOIDs();
    }

    @Override
    public byte @Nullable [] getExtensionValue(String oid) {
        return parsed.getExtensionValue(oid);
    }
}
