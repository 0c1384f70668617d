package org.estampille.bind;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;

/**
 * Computes one {@link DigestPlan} from blocks of the file handed in in ascending order. Blocks may hold octets the plan does not
 * want and may leave out such octets. For one thread.
 */
public final class DigestFeeder {

    private final List<DigestPlan.Input> inputs;
    private final MessageDigest digest;
    private int next;
    private long fed;
    private Optional<Octets> result = Optional.empty();

    public DigestFeeder(DigestPlan plan, CryptoEngine engine) {
        this.inputs = plan.inputs();
        this.digest = engine.digest(plan.algorithm());
    }

    /**
     * Takes the octets of {@code block} from its position to its limit, which stand in the file from {@code position} on. The
     * position of the buffer is not changed.
     *
     * @throws IllegalStateException when octets of the plan were left out before this block
     */
    public void accept(long position, ByteBuffer block) {
        long end = position + block.remaining();
        while (next < inputs.size()) {
            if (inputs.get(next) instanceof DigestPlan.FileRange file) {
                ByteRange range = file.range();
                long wanted = range.start() + fed;
                if (wanted < range.end() && !feed(range, wanted, position, end, block)) {
                    return;
                }
                fed = 0;
            } else if (inputs.get(next) instanceof DigestPlan.Literal literal) {
                literal.octets().updateInto(digest);
            }
            next++;
        }
    }

    /** Whether the range is fed to its end. */
    private boolean feed(ByteRange range, long wanted, long position, long end, ByteBuffer block) {
        if (wanted >= end) {
            return false;
        }
        if (wanted < position) {
            throw new IllegalStateException("octets from " + wanted + " on were not handed in");
        }
        int count = (int) (Math.min(range.end(), end) - wanted);
        digest.update(block.slice(block.position() + (int) (wanted - position), count));
        fed += count;
        return wanted + count == range.end();
    }

    /**
     * The hash, once everything was handed in.
     *
     * @throws IllegalStateException when octets of the plan are missing
     */
    public Octets digest() {
        if (result.isEmpty()) {
            accept(Long.MAX_VALUE, ByteBuffer.allocate(0));
            result = Optional.of(Octets.adopt(digest.digest()));
        }
        return result.get();
    }
}
