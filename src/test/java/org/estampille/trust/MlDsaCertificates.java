package org.estampille.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.estampille.bytes.Octets;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TestCertificates.Recipe;

/** Keys, signatures and certificates of ML-DSA, made by a library that is asked by instance. */
public final class MlDsaCertificates {

    private static final Provider LIBRARY = new BouncyCastleProvider();

    private MlDsaCertificates() {}

    /** A new key pair of a set such as {@code ML-DSA-44}. */
    public static KeyPair keys(String set) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-DSA", LIBRARY);
            generator.initialize(MLDSAParameterSpec.fromName(set));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs as the key wants it: ML-DSA of its set, or ECDSA with SHA-256. */
    public static ContentSigner contentSigner(KeyPair keys) throws OperatorCreationException {
        String algorithm = keys.getPrivate().getAlgorithm();
        return algorithm.equals("EC")
                ? new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())
                : new JcaContentSignerBuilder(algorithm).setProvider(LIBRARY).build(keys.getPrivate());
    }

    public static Octets sign(KeyPair keys, Octets message) {
        try {
            Signature signature = Signature.getInstance("ML-DSA", LIBRARY);
            signature.initSign(keys.getPrivate());
            signature.update(message.asBuffer());
            return Octets.adopt(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A root with a key of that set. */
    public static Holder root(String name, String set) {
        KeyPair keys = keys(set);
        return new Holder(
                keys, new Recipe(name).authority().signedBy(LIBRARY, set).issue(keys, name, keys, keys));
    }

    public static Holder intermediate(String name, Holder issuer, String set) {
        KeyPair keys = keys(set);
        return new Holder(keys, recipe(name, issuer).authority().issuedBy(issuer, keys));
    }

    public static Holder signer(String name, Holder issuer, KeyPair keys) {
        return new Holder(keys, recipe(name, issuer).issuedBy(issuer, keys));
    }

    /** A recipe that signs as the key of {@code issuer} does. */
    public static Recipe recipe(String name, Holder issuer) {
        String algorithm = issuer.keys().getPublic().getAlgorithm();
        return algorithm.startsWith("ML-DSA") ? new Recipe(name).signedBy(LIBRARY, algorithm) : new Recipe(name);
    }
}
