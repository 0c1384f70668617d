package org.estampille.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.estampille.bytes.Octets;

/** The one private key of a PKCS #12 container (RFC 7292) and its certificates. */
final class Pkcs12 {
    private Pkcs12() {}

    static KeyFiles.KeyMaterial read(Octets container, Supplier<char[]> passphrase) throws SigningException {
        char[] secret = passphrase.get();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(container.toByteArray()), secret);
            String alias = alias(store);
            Key key = store.getKey(alias, secret);
            if (!(key instanceof PrivateKey privateKey)) {
                throw new SigningException("there is no private key in the PKCS #12 file");
            }
            return new KeyFiles.KeyMaterial(privateKey, certificates(store.getCertificateChain(alias)));
        } catch (IOException | GeneralSecurityException e) {
            if (secret.length == 0 && isLocked(e)) {
                throw new MissingPassphraseException(e);
            }
            throw new SigningException(
                    "the PKCS #12 file cannot be opened; it is damaged, or the passphrase is wrong", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** The platform tells a passphrase that does not fit from other damage, in the cause or by itself. */
    private static boolean isLocked(Exception failure) {
        return failure instanceof UnrecoverableKeyException || failure.getCause() instanceof UnrecoverableKeyException;
    }

    private static String alias(KeyStore store) throws GeneralSecurityException, SigningException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new SigningException("the PKCS #12 file has " + keys.size() + " private keys, not one");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            if (certificate instanceof X509Certificate x509) {
                certificates.add(x509);
            }
        }
        return certificates;
    }
}
