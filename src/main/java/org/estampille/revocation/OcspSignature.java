package org.estampille.revocation;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.MlDsa;
import org.estampille.crypto.PlainRsa;

/** The signature of a response over its content; SHA-1 and older are refused. */
final class OcspSignature {

    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final Set<String> HASHES = Set.of("SHA-256", "SHA-384", "SHA-512");
    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.113549.1.1.11",
            "SHA256withRSA",
            "1.2.840.113549.1.1.12",
            "SHA384withRSA",
            "1.2.840.113549.1.1.13",
            "SHA512withRSA",
            "1.2.840.10045.4.3.2",
            "SHA256withECDSA",
            "1.2.840.10045.4.3.3",
            "SHA384withECDSA",
            "1.2.840.10045.4.3.4",
            "SHA512withECDSA",
            "1.3.101.112",
            "Ed25519",
            PSS,
            "RSASSA-PSS");

    private OcspSignature() {}

    static boolean isBy(CryptoEngine engine, OcspResponse response, PublicKey key) {
        Optional<MlDsa> mlDsa = MlDsa.ofObjectIdentifier(response.algorithm());
        if (mlDsa.isPresent()) { // without parameters (RFC 9881 clause 2)
            return response.parameters().isEmpty()
                    && mlDsa.get().verifies(key, response.signed(), response.signature());
        }
        String algorithm = ALGORITHMS.get(response.algorithm());
        if (algorithm == null) {
            return false;
        }
        try {
            Signature verifier = engine.signature(algorithm);
            if (response.algorithm().equals(PSS)) {
                verifier.setParameter(pss(response));
            }
            verifier.initVerify(PlainRsa.of(key));
            verifier.update(response.signed().asBuffer());
            return verifier.verify(response.signature().toByteArray());
        } catch (SignatureException | InvalidKeyException | InvalidParameterSpecException | IOException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has " + algorithm, e);
        }
    }

    private static PSSParameterSpec pss(OcspResponse response)
            throws IOException, InvalidParameterSpecException, GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
        parameters.init(response.parameters()
                .orElseThrow(() -> new InvalidParameterSpecException("RSASSA-PSS without parameters"))
                .toByteArray());
        PSSParameterSpec spec = parameters.getParameterSpec(PSSParameterSpec.class);
        if (!HASHES.contains(spec.getDigestAlgorithm())) {
            throw new InvalidParameterSpecException("RSASSA-PSS with " + spec.getDigestAlgorithm());
        }
        return spec;
    }
}
