package org.estampille.crypto;

import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.estampille.bytes.Octets;

/** The computation, apart from {@link MlDsa} so that the library is loaded only when a signature of the kind occurs. */
final class MlDsaSignature {
    private MlDsaSignature() {}

    static boolean verifies(MlDsa set, Octets key, Octets message, Octets signature) {
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(parameters(set), key.toByteArray()));
        verifier.update(message.toByteArray(), 0, message.length());
        return verifier.verifySignature(signature.toByteArray());
    }

    private static MLDSAParameters parameters(MlDsa set) {
        return switch (set) {
            case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
            case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
            case ML_DSA_87 -> MLDSAParameters.ml_dsa_87;
        };
    }
}
