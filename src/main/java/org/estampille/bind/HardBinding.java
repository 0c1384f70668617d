package org.estampille.bind;

import java.io.IOException;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.crypto.CryptoEngine;

/** The content of a hard binding assertion. */
public sealed interface HardBinding permits DataHash, BmffHash, BoxHash {

    /**
     * What a binding is compared with.
     *
     * @param asset that is bound
     * @param map of the asset
     * @param claimAlg the hash algorithm of the claim, for bindings that state none
     * @param updated whether an update manifest was added to the store after the binding was made
     * @param engine for hashes
     * @param limits for reading
     * @param threads that may hash at once
     */
    record Context(
            Asset asset,
            ContainerMap map,
            Optional<String> claimAlg,
            boolean updated,
            CryptoEngine engine,
            ReadLimits limits,
            int threads) {

        /** The algorithm an assertion states, else the claim's; empty when there is none that is allowed. */
        Optional<HashAlgorithm> algorithm(Optional<String> stated) {
            return stated.or(() -> claimAlg).flatMap(HashAlgorithm::ofLabel);
        }

        BindingOutcome unsupported(Optional<String> stated) {
            return new BindingOutcome.UnsupportedAlgorithm(
                    stated.or(() -> claimAlg).orElse(""));
        }
    }

    /**
     * Compares the binding with the octets of the asset.
     *
     * @throws LimitExceededException when that would take more than the limits allow
     */
    BindingOutcome check(Context context) throws IOException, LimitExceededException;
}
