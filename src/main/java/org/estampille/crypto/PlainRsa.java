package org.estampille.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA keys whose encoding restricts them to RSASSA-PSS, as keys without that mark: native providers know no others. Whoever
 * converts a key has checked its restriction first.
 */
public final class PlainRsa {

    private static final String RESTRICTED = "RSASSA-PSS";

    private PlainRsa() {}

    /** {@code key} without its restriction; any other key as it is. */
    public static PublicKey of(PublicKey key) throws GeneralSecurityException {
        return key instanceof RSAPublicKey rsa && rsa.getAlgorithm().equals(RESTRICTED)
                ? KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()))
                : key;
    }

    /** {@code key} without its restriction; any other key, also one that stays in a token, as it is. */
    public static PrivateKey of(PrivateKey key) throws GeneralSecurityException {
        return key instanceof RSAPrivateCrtKey rsa && rsa.getAlgorithm().equals(RESTRICTED)
                ? KeyFactory.getInstance("RSA")
                        .generatePrivate(new RSAPrivateCrtKeySpec(
                                rsa.getModulus(),
                                rsa.getPublicExponent(),
                                rsa.getPrivateExponent(),
                                rsa.getPrimeP(),
                                rsa.getPrimeQ(),
                                rsa.getPrimeExponentP(),
                                rsa.getPrimeExponentQ(),
                                rsa.getCrtCoefficient()))
                : key;
    }
}
