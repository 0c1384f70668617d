package org.estampille.timestamp;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.MlDsa;
import org.estampille.crypto.PlainRsa;
import org.estampille.timestamp.TimeStampToken.CertificateHash;

/**
 * The signature of a token over its own content (RFC 5652 clause 5.6).
 *
 * @param engine for hashes and signatures
 * @param token whose signature it is
 */
record CmsSignature(CryptoEngine engine, TimeStampToken token) {

    private static final Map<String, HashAlgorithm> HASHES = Map.of(
            "2.16.840.1.101.3.4.2.1", HashAlgorithm.SHA256,
            "2.16.840.1.101.3.4.2.2", HashAlgorithm.SHA384,
            "2.16.840.1.101.3.4.2.3", HashAlgorithm.SHA512);
    private static final String SHA_1 = "1.3.14.3.2.26";
    private static final String PSS = "RSASSA-PSS";

    /** The hash of that object identifier; empty when C2PA does not allow it (C2PA 2.5 clause 12.1). */
    static Optional<HashAlgorithm> hash(String objectIdentifier) {
        return Optional.ofNullable(HASHES.get(objectIdentifier));
    }

    /**
     * Whether hash and signature algorithm may be relied on. ML-DSA is used as RFC 9882 says, pure and without context.
     */
    boolean isAcceptable() {
        return hash(token.signer().digestAlgorithm()).isPresent()
                && (mlDsa().isPresent() || algorithm().isPresent());
    }

    private Optional<MlDsa> mlDsa() {
        return MlDsa.ofObjectIdentifier(token.signer().signatureAlgorithm());
    }

    /**
     * The platform's name of the signature algorithm; empty when it has none or it is not acceptable. RSA with PKCS #1 v1.5 padding
     * is, though C2PA 2.5 clause 12.3 does not list it: that clause also says that it does not govern time-stamps, and nearly all
     * authorities sign that way.
     */
    private Optional<String> algorithm() {
        Optional<HashAlgorithm> hash = hash(token.signer().digestAlgorithm());
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        String prefix = "SHA" + hash.get().size() * 8 + "with";
        return switch (token.signer().signatureAlgorithm()) {
            case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13" ->
                Optional.of(prefix + "RSA");
            case "1.2.840.10045.2.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4" ->
                Optional.of(prefix + "ECDSA");
            case "1.2.840.113549.1.1.10" -> Optional.of(PSS);
            case "1.3.101.112" -> Optional.of("Ed25519");
            default -> Optional.empty();
        };
    }

    /**
     * Whether the attributes are of this content and name this certificate, and the key signed them.
     *
     * @param key of the signer
     * @param certificate the signer's, in DER
     */
    boolean isBy(PublicKey key, Octets certificate) {
        Optional<HashAlgorithm> hash = hash(token.signer().digestAlgorithm());
        if (hash.isEmpty() || !isAcceptable() || !isOfContent(hash.get())) {
            return false;
        }
        try {
            return names(certificate) && verifies(key, hash.get());
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has the algorithms accepted", e);
        }
    }

    private boolean isOfContent(HashAlgorithm hash) {
        return engine.hash(hash, token.content()).value().equals(token.signer().contentDigest());
    }

    /** Without the attribute any certificate will do: it still has to check the signature. */
    private boolean names(Octets certificate) throws GeneralSecurityException {
        Optional<CertificateHash> named = token.signer().certificate();
        if (named.isEmpty()) {
            return true;
        }
        // RFC 2634 fixes SHA-1 for the older attribute: an identifier here, not a proof.
        Optional<String> algorithm = named.get().algorithm().equals(SHA_1)
                ? Optional.of("SHA-1")
                : hash(named.get().algorithm()).map(HashAlgorithm::jcaName);
        if (algorithm.isEmpty()) {
            return false;
        }
        byte[] digest = MessageDigest.getInstance(algorithm.get()).digest(certificate.toByteArray());
        return Octets.adopt(digest).equals(named.get().hash());
    }

    private boolean verifies(PublicKey key, HashAlgorithm hash) throws GeneralSecurityException {
        TimeStampToken.Signer signer = token.signer();
        if (mlDsa().isPresent()) {
            return mlDsa().get().verifies(key, signer.attributes(), signer.signature());
        }
        String algorithm = algorithm().orElseThrow();
        return engine.verifying(algorithm, verifier -> {
            if (algorithm.equals(PSS)) {
                verifier.setParameter(new PSSParameterSpec(
                        hash.jcaName(), "MGF1", new MGF1ParameterSpec(hash.jcaName()), hash.size(), 1));
            }
            verifier.initVerify(PlainRsa.of(key));
            verifier.update(token.signer().attributes().asBuffer());
            return verifier.verify(token.signer().signature().toByteArray());
        });
    }
}
