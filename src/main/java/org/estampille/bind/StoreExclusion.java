package org.estampille.bind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.container.EmbeddedStore;

/**
 * What may stand in the octets that a data hash leaves out for the manifest store: the store, what its format wraps around it, and
 * zeros. Anything else could be put there after signing (C2PA 2.5 clause 14.12.1).
 *
 * @param source of the asset
 * @param store as it stands in the asset
 */
record StoreExclusion(ByteSource source, EmbeddedStore store) {

    private static final int BLOCK = 1 << 16;

    /**
     * What is wrong with the exclusions that overlap the store.
     *
     * @param exactTotal whether they must be exactly as long as the wrapper, as JPEG demands
     */
    Optional<String> problem(List<ByteRange> exclusions, boolean exactTotal) throws IOException {
        if (!store.padding().isZero()) {
            return Optional.of("the padding after the manifest store is not zero");
        }
        long excluded = 0;
        for (ByteRange exclusion : exclusions) {
            excluded += exclusion.length();
            long at = exclusion.start();
            for (ByteRange wrapper : store.wrapper()) {
                if (at < wrapper.start() && !isZero(at, Math.min(wrapper.start(), exclusion.end()))) {
                    return Optional.of("the exclusion of the manifest store holds something else");
                }
                at = Math.max(at, wrapper.end());
            }
            if (!isZero(at, exclusion.end())) {
                return Optional.of("the exclusion of the manifest store holds something else");
            }
        }
        long wrapped = store.wrapper().stream().mapToLong(ByteRange::length).sum();
        return exactTotal && excluded != wrapped
                ? Optional.of("the exclusions of the manifest store are not as long as its segments")
                : Optional.empty();
    }

    /**
     * Whether there is nothing in the exclusions of an asset without a store: a store kept elsewhere needs no room, so whatever
     * stands there was put there by anybody.
     *
     * @param lengthFields are free to follow a store (C2PA 2.5 clauses 16.3.1.5 and 16.3.1.6)
     */
    static boolean blank(Asset asset, List<ByteRange> exclusions, List<ByteRange> lengthFields) throws IOException {
        for (ByteRange exclusion : exclusions) {
            if (!lengthFields.contains(exclusion) && !isZero(asset.source(), exclusion.start(), exclusion.end())) {
                return false;
            }
        }
        return true;
    }

    private boolean isZero(long from, long to) throws IOException {
        return isZero(source, from, to);
    }

    private static boolean isZero(ByteSource source, long from, long to) throws IOException {
        for (long at = from; at < to; at += BLOCK) {
            byte[] block = new byte[(int) Math.min(BLOCK, to - at)];
            source.read(at, ByteBuffer.wrap(block));
            if (!Octets.adopt(block).isZero()) {
                return false;
            }
        }
        return true;
    }
}
