package org.estampille.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.SmallFile;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateChain;

/**
 * Signers from files. A key is PEM (PKCS #8, also encrypted; SEC 1; PKCS #1) or in a PKCS #12 container, told apart by content.
 */
public final class KeyFiles {

    private static final int LARGEST = 1 << 20;

    private KeyFiles() {}

    /**
     * Loads a key and its certificates.
     *
     * @param key the key, with or without certificates
     * @param cert the certificates in PEM, in any order, roots are left out; empty takes those beside the key
     * @param passphrase asked for at most once, and only when the key is protected; the array is wiped after use. An empty
     *     one is tried too, and means that none was given
     * @return a signer whose certificate belongs to the key and keeps the certificate profile
     * @throws MissingPassphraseException when the key is protected and the passphrase is empty
     * @throws SigningException when there is no such signer in the files
     * @throws IOException when a file cannot be read
     */
    public static ClaimSigner load(Path key, Optional<Path> cert, Supplier<char[]> passphrase, CryptoEngine engine)
            throws SigningException, IOException {
        Octets content = content(key);
        KeyMaterial material = content.startsWith(Octets.of(0x30))
                ? Pkcs12.read(content, passphrase)
                : pem(content.utf8(), passphrase);
        List<X509Certificate> certificates =
                cert.isPresent() ? certificates(content(cert.get()).utf8()) : material.certificates();
        if (certificates.isEmpty()) {
            throw new SigningException("there is no certificate with the key; name a file that has it");
        }
        KeySigner signer = matching(material.key(), certificates, engine);
        Suitability.requireProfile(signer);
        return signer;
    }

    private static Octets content(Path file) throws IOException, SigningException {
        Octets octets = SmallFile.start(file, LARGEST + 1);
        if (octets.length() > LARGEST) {
            throw new SigningException(file + " is too large for a key or certificate file");
        }
        return octets;
    }

    private static KeyMaterial pem(String text, Supplier<char[]> passphrase) throws SigningException {
        Pem pem = Pem.read(text);
        List<X509Certificate> certificates = pem.first("CERTIFICATE").isPresent() ? certificates(text) : List.of();
        return new KeyMaterial(privateKey(pem, passphrase), certificates);
    }

    private static PrivateKey privateKey(Pem pem, Supplier<char[]> passphrase) throws SigningException {
        for (Pem.Block block : pem.blocks()) {
            if (block.encrypted()) {
                throw new SigningException(
                        "the key is encrypted in the old PEM way; convert it with 'openssl pkcs8 -topk8'");
            }
            switch (block.label()) {
                case "PRIVATE KEY":
                    return Pkcs8.key(block.content());
                case "ENCRYPTED PRIVATE KEY":
                    return Pkcs8.ofEncrypted(block.content(), passphrase);
                case "RSA PRIVATE KEY":
                    return Pkcs8.ofPkcs1(block.content());
                case "EC PRIVATE KEY":
                    return Pkcs8.ofSec1(
                            block.content(), pem.first("EC PARAMETERS").map(Pem.Block::content));
                default:
                    break;
            }
        }
        throw new SigningException("there is no private key in the key file");
    }

    private static List<X509Certificate> certificates(String pem) throws SigningException {
        try {
            return CertificateChain.ofPem(pem).certificates();
        } catch (MalformedContentException e) {
            throw new SigningException("the certificates cannot be read: " + e.problem(), e);
        }
    }

    private static KeySigner matching(PrivateKey key, List<X509Certificate> certificates, CryptoEngine engine)
            throws SigningException {
        for (X509Certificate candidate : certificates) {
            Optional<SignatureAlgorithm> algorithm = algorithm(key, candidate.getPublicKey());
            if (algorithm.isPresent()) {
                KeySigner signer = signer(algorithm.get(), path(candidate, certificates), key, engine);
                if (isSameRsaKey(key, candidate.getPublicKey())) {
                    // A trial signature of a key that is too short would only seem not to match.
                    Suitability.requireProfile(signer);
                }
                if (signer.keyMatchesCertificate()) {
                    return signer;
                }
            }
        }
        throw new SigningException("no certificate belongs to the private key");
    }

    private static boolean isSameRsaKey(PrivateKey key, PublicKey certified) {
        return key instanceof RSAKey own
                && certified instanceof RSAKey other
                && own.getModulus().equals(other.getModulus());
    }

    private static Optional<SignatureAlgorithm> algorithm(PrivateKey key, PublicKey certified) {
        boolean sameKind = kind(key.getAlgorithm()).equals(kind(certified.getAlgorithm()));
        return sameKind ? SignatureAlgorithm.forKey(certified) : Optional.empty();
    }

    private static String kind(String algorithm) {
        return algorithm.startsWith("RSA") ? "RSA" : algorithm.startsWith("Ed") ? "EdDSA" : algorithm;
    }

    private static KeySigner signer(
            SignatureAlgorithm algorithm, List<X509Certificate> path, PrivateKey key, CryptoEngine engine)
            throws SigningException {
        try {
            return new KeySigner(algorithm, new CertificateChain(path), key, engine);
        } catch (GeneralSecurityException e) {
            throw new SigningException("the private key cannot be used", e);
        }
    }

    /** From the signer upwards, without a root: verifiers have their own (C2PA 2.5 clause 13.5). */
    private static List<X509Certificate> path(X509Certificate leaf, List<X509Certificate> certificates) {
        List<X509Certificate> path = new ArrayList<>(List.of(leaf));
        boolean grown = true;
        while (grown) {
            grown = false;
            X509Certificate last = path.get(path.size() - 1);
            for (X509Certificate candidate : certificates) {
                boolean issuer = candidate.getSubjectX500Principal().equals(last.getIssuerX500Principal());
                boolean root = candidate.getSubjectX500Principal().equals(candidate.getIssuerX500Principal());
                if (!grown && issuer && !root && !path.contains(candidate)) {
                    path.add(candidate);
                    grown = true;
                }
            }
        }
        return path;
    }

    /** A key and the certificates found with it, in no order. */
    record KeyMaterial(PrivateKey key, List<X509Certificate> certificates) {
        KeyMaterial {
            certificates = List.copyOf(certificates);
        }
    }
}
