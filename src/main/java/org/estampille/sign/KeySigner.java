package org.estampille.sign;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.estampille.bytes.Octets;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.cose.SignatureCheck;
import org.estampille.cose.SignatureOutcome;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.PlainRsa;
import org.estampille.trust.CertificateChain;

/** Signs with a key in memory. */
final class KeySigner implements ClaimSigner {

    private static final Octets PROBE = Octets.ofAscii("does the certificate belong to the key?");

    private final SignatureAlgorithm algorithm;
    private final CertificateChain chain;
    private final PrivateKey key;
    private final CryptoEngine engine;

    KeySigner(SignatureAlgorithm algorithm, CertificateChain chain, PrivateKey key, CryptoEngine engine)
            throws GeneralSecurityException {
        this.algorithm = algorithm;
        this.chain = chain;
        this.key = PlainRsa.of(key);
        this.engine = engine;
    }

    /** Whether a trial signature is verified by the key in the certificate. */
    boolean keyMatchesCertificate() throws SigningException {
        return SignatureCheck.check(engine, algorithm, chain.publicKey(), PROBE, sign(PROBE))
                == SignatureOutcome.VERIFIED;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public CertificateChain chain() {
        return chain;
    }

    @Override
    public Octets sign(Octets toBeSigned) throws SigningException {
        try {
            return engine.signing(algorithm.jcaName(), signature -> {
                if (algorithm.parameters().isPresent()) {
                    signature.setParameter(algorithm.parameters().get());
                }
                signature.initSign(key);
                toBeSigned.updateInto(signature);
                return Octets.adopt(signature.sign());
            });
        } catch (GeneralSecurityException e) {
            throw new SigningException("the key cannot make a signature of the kind " + algorithm.label(), e);
        }
    }
}
