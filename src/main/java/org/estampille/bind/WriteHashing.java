package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;

/**
 * Hashes a file while somebody else moves its octets, so that they are read once. What lies beside the leaves goes through {@link
 * #chain} in ascending order; leaves may be done in any order and by several threads.
 *
 * <pre>
 * for (ByteRange range : hashing.besideLeaves(length)) { copy each block of range, chain().accept(position, block) }
 * for (int i = 0; i &lt; hashing.leaves(); i++) {           // on several threads
 *     DigestFeeder leaf = hashing.leaf(i);
 *     copy each block of hashing.leafRange(i), leaf.accept(position, block);
 *     hashing.done(i, leaf);
 * }
 * hashing.digests()
 * </pre>
 */
public final class WriteHashing {

    private final BindingPlan plan;
    private final CryptoEngine engine;
    private final DigestFeeder chain;
    private final AtomicReferenceArray<Octets> leaves;

    public WriteHashing(BindingPlan plan, CryptoEngine engine) {
        this.plan = plan;
        this.engine = engine;
        this.chain = new DigestFeeder(plan.chain(), engine);
        this.leaves = new AtomicReferenceArray<>(plan.leaves().size());
    }

    /** Takes the blocks of {@link #besideLeaves}, and may take others, in ascending order. */
    public DigestFeeder chain() {
        return chain;
    }

    /** Number of leaves. */
    public int leaves() {
        return leaves.length();
    }

    /** From the first octet of a leaf to its last. */
    public ByteRange leafRange(int leaf) {
        return extent(plan.leaves().get(leaf));
    }

    /** What of the file is hashed for a leaf. */
    List<ByteRange> leafRanges(int leaf) {
        return plan.leaves().get(leaf).ranges();
    }

    /** A feeder for one leaf, which is to be given all of {@link #leafRange}. */
    public DigestFeeder leaf(int leaf) {
        return new DigestFeeder(plan.leaves().get(leaf), engine);
    }

    /** Keeps the hash of a leaf that was fed. */
    public void done(int leaf, DigestFeeder fed) {
        leaves.set(leaf, fed.digest());
    }

    /** What no leaf covers of a file of {@code length} octets, ascending. */
    public List<ByteRange> besideLeaves(long length) {
        List<ByteRange> beside = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < leaves(); i++) {
            ByteRange leaf = leafRange(i);
            if (leaf.start() > at) {
                beside.add(ByteRange.between(at, leaf.start()));
            }
            at = Math.max(at, leaf.end());
        }
        if (length > at) {
            beside.add(ByteRange.between(at, length));
        }
        return beside;
    }

    /**
     * All hashes.
     *
     * @throws IllegalStateException when the chain or a leaf is not complete
     */
    public BindingDigests digests() {
        List<Octets> hashes = new ArrayList<>();
        for (int i = 0; i < leaves(); i++) {
            Octets hash = leaves.get(i);
            if (hash == null) {
                throw new IllegalStateException("leaf " + i + " was not hashed");
            }
            hashes.add(hash);
        }
        return new BindingDigests(chain.digest(), hashes);
    }

    private static ByteRange extent(DigestPlan plan) {
        List<ByteRange> ranges = plan.ranges();
        return ranges.isEmpty()
                ? new ByteRange(0, 0)
                : ByteRange.between(
                        ranges.get(0).start(), ranges.get(ranges.size() - 1).end());
    }
}
