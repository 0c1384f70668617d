package org.estampille.trust;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.Octets;

/**
 * The part of the certificate profile that holds for claim-signing certificates only: how they are signed and what keys they
 * certify (C2PA 2.5 clause 13.5.1.1).
 */
final class CertificateAlgorithms {

    private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            RSASSA_PSS,
            "1.3.101.112",
            "2.16.840.1.101.3.4.3.17",
            "2.16.840.1.101.3.4.3.18",
            "2.16.840.1.101.3.4.3.19");
    private static final Set<String> HASHES = Set.of("SHA-256", "SHA-384", "SHA-512");
    /** id-ecPublicKey followed by prime256v1, secp384r1 or secp521r1. */
    private static final List<Octets> CURVES = List.of(
            Octets.ofHex("06072a8648ce3d020106082a8648ce3d030107"),
            Octets.ofHex("06072a8648ce3d020106052b81040022"),
            Octets.ofHex("06072a8648ce3d020106052b81040023"));

    private CertificateAlgorithms() {}

    static List<String> violations(X509Certificate certificate) {
        if (!SIGNATURES.contains(certificate.getSigAlgOID())) {
            return List.of("the signer's certificate is signed with " + certificate.getSigAlgName());
        }
        if (certificate.getSigAlgOID().equals(RSASSA_PSS) && !hasMatchingHashes(certificate.getSigAlgParams())) {
            return List.of(
                    "the signer's certificate is signed with RSASSA-PSS whose hashes are not one of the SHA-2 family");
        }
        if (!MlDsaEncoding.isSignatureIdentifierBare(certificate)) {
            return List.of("the signer's certificate is signed with ML-DSA and parameters, which it must not have");
        }
        if (!MlDsaEncoding.isKeyBare(certificate)) {
            return List.of("the signer's ML-DSA key is not written as RFC 9881 wants it");
        }
        return key(certificate.getPublicKey());
    }

    /** Absent fields mean SHA-1 (RFC 8017 appendix A.2.3), so that a matching SHA-2 hash is also an explicit one. */
    private static boolean hasMatchingHashes(byte[] parameters) {
        if (parameters == null) {
            return false;
        }
        try {
            AlgorithmParameters algorithm = AlgorithmParameters.getInstance("RSASSA-PSS");
            algorithm.init(parameters);
            PSSParameterSpec pss = algorithm.getParameterSpec(PSSParameterSpec.class);
            return HASHES.contains(pss.getDigestAlgorithm())
                    && pss.getMGFParameters() instanceof MGF1ParameterSpec mask
                    && mask.getDigestAlgorithm().equals(pss.getDigestAlgorithm());
        } catch (IOException | InvalidParameterSpecException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java 17 platform has RSASSA-PSS", e);
        }
    }

    private static List<String> key(PublicKey key) {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < 2048) {
            return List.of("the signer's RSA key has " + rsa.getModulus().bitLength() + " bits, fewer than 2048");
        }
        if (key instanceof ECPublicKey && !hasAllowedCurve(Octets.copyOf(key.getEncoded()))) {
            return List.of("the signer's key is on a curve other than P-256, P-384 and P-521");
        }
        return List.of();
    }

    private static boolean hasAllowedCurve(Octets encoded) {
        Octets head = encoded.slice(0, Math.min(32, encoded.length()));
        for (Octets curve : CURVES) {
            if (head.indexOf(curve, 0).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
