package org.estampille.validate;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.HashedUri;

/** Hashes boxes, each once with each algorithm however often it is referred to. */
final class BoxHashes {

    /** How a reference and its target relate. */
    enum Outcome {
        MATCH,
        MISMATCH,
        UNSUPPORTED_ALGORITHM
    }

    private final CryptoEngine engine;
    private final Work work;
    private final IdentityHashMap<SuperBox, Map<HashAlgorithm, Digest>> known = new IdentityHashMap<>();

    BoxHashes(CryptoEngine engine, Work work) {
        this.engine = engine;
        this.work = work;
    }

    /** Compares the hash of a reference with its target; the algorithm is its own, or that of the claim (clause 12.1). */
    Outcome compare(HashedUri uri, SuperBox target, Optional<String> claimAlg) throws LimitExceededException {
        Optional<HashAlgorithm> algorithm = uri.alg().or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
        if (algorithm.isEmpty()) {
            return Outcome.UNSUPPORTED_ALGORITHM;
        }
        return digest(target, algorithm.get()).value().equals(uri.hash()) ? Outcome.MATCH : Outcome.MISMATCH;
    }

    /** Whether the hash of a reference is that of {@code octets}. */
    boolean matches(HashedUri uri, Octets octets, Optional<String> claimAlg) throws LimitExceededException {
        Optional<HashAlgorithm> algorithm = uri.alg().or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
        work.spend(octets.length());
        return algorithm.isPresent()
                && engine.hash(algorithm.get(), octets).value().equals(uri.hash());
    }

    private Digest digest(SuperBox box, HashAlgorithm algorithm) throws LimitExceededException {
        Map<HashAlgorithm, Digest> digests = known.computeIfAbsent(box, first -> new EnumMap<>(HashAlgorithm.class));
        Digest digest = digests.get(algorithm);
        if (digest == null) {
            work.spend(box.octets().length());
            digest = engine.hash(algorithm, box.hashedOctets());
            digests.put(algorithm, digest);
        }
        return digest;
    }
}
