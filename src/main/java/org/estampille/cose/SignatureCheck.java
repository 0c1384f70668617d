package org.estampille.cose;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.MlDsa;
import org.estampille.crypto.PlainRsa;

/** The check of a signature (C2PA 2.5 clause 12.3.1). */
public final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Checks whether {@code signature} is over {@code toBeSigned} by the private half of {@code key}.
     *
     * @param toBeSigned see {@link SigStructure}
     */
    public static SignatureOutcome check(
            CryptoEngine engine, SignatureAlgorithm algorithm, PublicKey key, Octets toBeSigned, Octets signature) {
        Optional<Integer> length = algorithm.signatureLength(key);
        if (length.isEmpty()) {
            return SignatureOutcome.UNSUITABLE_KEY;
        }
        if (length.get() != signature.length()) {
            return SignatureOutcome.MISMATCH;
        }
        Optional<MlDsa> mlDsa = algorithm.mlDsa();
        if (mlDsa.isPresent()) {
            return outcome(mlDsa.get().verifies(key, toBeSigned, signature));
        }
        return withProvider(engine, algorithm, key, toBeSigned, signature);
    }

    private static SignatureOutcome withProvider(
            CryptoEngine engine, SignatureAlgorithm algorithm, PublicKey key, Octets toBeSigned, Octets signature) {
        try {
            return engine.verifying(algorithm.jcaName(), verifier -> {
                if (algorithm.parameters().isPresent()) {
                    verifier.setParameter(algorithm.parameters().get());
                }
                verifier.initVerify(PlainRsa.of(key));
                toBeSigned.updateInto(verifier);
                return outcome(verifier.verify(signature.toByteArray()));
            });
        } catch (SignatureException e) {
            return SignatureOutcome.MISMATCH;
        } catch (InvalidKeyException e) {
            return SignatureOutcome.UNSUITABLE_KEY;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has " + algorithm.jcaName(), e);
        }
    }

    private static SignatureOutcome outcome(boolean verified) {
        return verified ? SignatureOutcome.VERIFIED : SignatureOutcome.MISMATCH;
    }
}
