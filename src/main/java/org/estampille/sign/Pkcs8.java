package org.estampille.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.estampille.bytes.Octets;

/** Private keys from PKCS #8 (RFC 5208), and from the older forms by wrapping them into it. */
final class Pkcs8 {

    private static final Map<Octets, String> FACTORIES = Map.of(
            Octets.ofHex("06072a8648ce3d0201"), "EC",
            Octets.ofHex("06092a864886f70d010101"), "RSA",
            Octets.ofHex("06092a864886f70d01010a"), "RSASSA-PSS",
            Octets.ofHex("06032b6570"), "Ed25519");
    private static final Octets VERSION = Octets.ofHex("020100");
    private static final Octets RSA_ENCRYPTION = Octets.ofHex("300d06092a864886f70d0101010500");
    private static final Octets EC_PUBLIC_KEY = Octets.ofHex("06072a8648ce3d0201");
    private static final List<Octets> CURVES = List.of(
            Octets.ofHex("06082a8648ce3d030107"), Octets.ofHex("06052b81040022"), Octets.ofHex("06052b81040023"));

    private Pkcs8() {}

    /** The key of an unencrypted PrivateKeyInfo. */
    static PrivateKey key(Octets der) throws SigningException {
        Octets head = der.slice(0, Math.min(32, der.length()));
        for (Map.Entry<Octets, String> known : FACTORIES.entrySet()) {
            if (head.indexOf(known.getKey(), 0).isPresent()) {
                return key(der, known.getValue());
            }
        }
        throw new SigningException("the key is of a kind C2PA does not allow");
    }

    private static PrivateKey key(Octets der, String factory) throws SigningException {
        try {
            return KeyFactory.getInstance(factory).generatePrivate(new PKCS8EncodedKeySpec(der.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new SigningException("the private key cannot be read", e);
        }
    }

    /** The key of an RSAPrivateKey (RFC 8017 appendix A.1.2). */
    static PrivateKey ofPkcs1(Octets der) throws SigningException {
        return key(element(0x30, VERSION, RSA_ENCRYPTION, element(0x04, der)));
    }

    /**
     * The key of an ECPrivateKey (RFC 5915).
     *
     * @param parameters the EC PARAMETERS block beside it, for keys that do not name their curve
     */
    static PrivateKey ofSec1(Octets der, Optional<Octets> parameters) throws SigningException {
        for (Octets curve : CURVES) {
            Octets named = element(0xA0, curve);
            if (der.indexOf(named, 0).isPresent() || parameters.equals(Optional.of(curve))) {
                Octets algorithm = element(0x30, EC_PUBLIC_KEY, curve);
                return key(element(0x30, VERSION, algorithm, element(0x04, der)));
            }
        }
        throw new SigningException("the key is on a curve other than P-256, P-384 and P-521");
    }

    /** The key of an EncryptedPrivateKeyInfo. The passphrase is asked for once, used, and wiped. */
    static PrivateKey ofEncrypted(Octets der, Supplier<char[]> passphrase) throws SigningException {
        char[] secret = passphrase.get();
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der.toByteArray());
            // The parameters of PBES2 print the name that the platform's cipher has; its own name is only "PBES2".
            String scheme =
                    info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
            PBEKeySpec spec = new PBEKeySpec(secret);
            SecretKey key = SecretKeyFactory.getInstance(scheme).generateSecret(spec);
            spec.clearPassword();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return key(Octets.adopt(info.getKeySpec(cipher).getEncoded()));
        } catch (java.security.spec.InvalidKeySpecException | java.security.InvalidKeyException e) {
            if (secret.length == 0) {
                throw new MissingPassphraseException(e);
            }
            throw new SigningException("the passphrase does not open the private key", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningException(
                    "the private key is encrypted in a way that cannot be read; use AES and PBKDF2", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static Octets element(int tag, Octets... parts) {
        Octets content = Octets.concat(parts);
        int length = content.length();
        Octets head = length < 0x80
                ? Octets.of(tag, length)
                : length < 0x100 ? Octets.of(tag, 0x81, length) : Octets.of(tag, 0x82, length >>> 8, length);
        return Octets.concat(head, content);
    }
}
