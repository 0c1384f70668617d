package org.estampille.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;

/** A source of hash and signature objects. All engines give the same results; they differ in speed. */
@SuppressWarnings("ThreadLocalUsage") // each engine has objects of its own provider, and lives as long as its batch
public final class CryptoEngine {

    private static final String FAST_RANDOM = "LibCryptoRng";
    private static final CryptoEngine PLATFORM = new CryptoEngine(Optional.empty());

    private final Optional<Provider> preferred;
    private final Blocks blocks;

    private final ThreadLocal<Map<String, Signature>> signers = new ThreadLocal<>();
    private final ThreadLocal<Map<String, Signature>> verifiers = new ThreadLocal<>();
    private final ThreadLocal<Map<HashAlgorithm, MessageDigest>> digests = new ThreadLocal<>();

    private CryptoEngine(Optional<Provider> preferred) {
        this.preferred = preferred;
        this.blocks = preferred.isPresent() ? Blocks.outsideHeap() : Blocks.onHeap();
    }

    /** The providers of the Java platform: nothing to load, right for one small file. */
    public static CryptoEngine platform() {
        return PLATFORM;
    }

    /** Asks {@code provider} first and the platform for what it does not offer. */
    public static CryptoEngine preferring(Provider provider) {
        return new CryptoEngine(Optional.of(provider));
    }

    /** The name of the provider asked first. */
    public String name() {
        return preferred.map(Provider::getName).orElse("platform");
    }

    /** Room for what is to be hashed. */
    public Blocks blocks() {
        return blocks;
    }

    public MessageDigest digest(HashAlgorithm algorithm) {
        try {
            if (preferred.isPresent() && preferred.get().getService("MessageDigest", algorithm.jcaName()) != null) {
                return MessageDigest.getInstance(algorithm.jcaName(), preferred.get());
            }
            return MessageDigest.getInstance(algorithm.jcaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.jcaName(), e);
        }
    }

    /** The random numbers of the provider, which threads draw without waiting for one another; empty where it has none. */
    public Optional<SecureRandom> random() {
        if (preferred.isEmpty() || preferred.get().getService("SecureRandom", FAST_RANDOM) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SecureRandom.getInstance(FAST_RANDOM, preferred.get()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the provider has " + FAST_RANDOM, e);
        }
    }

    /** The hash of {@code parts}, one after the other. */
    public Digest hash(HashAlgorithm algorithm, Octets... parts) {
        MessageDigest digest = preferred.isEmpty() ? digest(algorithm) : own(algorithm);
        for (Octets part : parts) {
            part.updateInto(digest);
        }
        return new Digest(algorithm, Octets.adopt(digest.digest()));
    }

    /** The calling thread's. */
    private MessageDigest own(HashAlgorithm algorithm) {
        Map<HashAlgorithm, MessageDigest> own = digests.get();
        if (own == null) {
            own = new EnumMap<>(HashAlgorithm.class);
            digests.set(own);
        }
        MessageDigest digest = own.computeIfAbsent(algorithm, this::digest);
        digest.reset(); // of what a hash that came to no end may have left
        return digest;
    }

    /** A signature object of that platform name, such as {@code SHA256withECDSAinP1363Format}. */
    public Signature signature(String jcaName) throws GeneralSecurityException {
        if (preferred.isPresent() && preferred.get().getService("Signature", jcaName) != null) {
            return Signature.getInstance(jcaName, preferred.get());
        }
        return Signature.getInstance(jcaName);
    }

    /** Something done with a signature object. */
    public interface SignatureUse<T> {

        T with(Signature signature) throws GeneralSecurityException;
    }

    /**
     * Lets {@code use} initialize a signature object of that name with a private key, and sign with it. Where signatures are made by
     * the thousand, the calling thread has an object of its own, a tenth faster than a new one; one that has thrown is not used
     * again, since nobody knows what state that left it in.
     */
    public <T> T signing(String jcaName, SignatureUse<T> use) throws GeneralSecurityException {
        return with(signers, jcaName, use);
    }

    /**
     * The same with a public key, to verify. The objects are others, since each keeps its last key in the form of its provider, and
     * turning a key into that takes longer than signing.
     */
    public <T> T verifying(String jcaName, SignatureUse<T> use) throws GeneralSecurityException {
        return with(verifiers, jcaName, use);
    }

    private <T> T with(ThreadLocal<Map<String, Signature>> objects, String jcaName, SignatureUse<T> use)
            throws GeneralSecurityException {
        if (preferred.isEmpty()) {
            return use.with(signature(jcaName));
        }
        Map<String, Signature> own = objects.get();
        if (own == null) {
            own = new HashMap<>();
            objects.set(own);
        }
        Signature known = own.remove(jcaName);
        Signature signature = known == null ? signature(jcaName) : known;
        T result = use.with(signature);
        own.put(jcaName, signature);
        return result;
    }
}
