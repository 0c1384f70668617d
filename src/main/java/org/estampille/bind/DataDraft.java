package org.estampille.bind;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborWriter;

/**
 * A data hash to be written. Padding makes its content as long for every slot, so that the length of the store does not depend on
 * where the store stands.
 *
 * @param exclusions left out, ascending
 * @param chain everything else
 */
record DataDraft(List<ByteRange> exclusions, DigestPlan chain) implements BindingDraft {

    DataDraft {
        exclusions = List.copyOf(exclusions);
    }

    /** Octets of the two longest integers CBOR has. */
    private static final int WIDEST = 18;

    @Override
    public String label() {
        return DataHash.LABEL;
    }

    @Override
    public BindingPlan plan() {
        return BindingPlan.flat(chain);
    }

    @Override
    public Octets content(BindingDigests digests) {
        int pad = 0;
        for (ByteRange range : exclusions) {
            pad += WIDEST - width(range.start()) - width(range.length());
        }
        return CborWriter.write(new DataHash(
                        exclusions,
                        Optional.of(chain.algorithm().label()),
                        Optional.of(digests.chain()),
                        Octets.zeros(pad),
                        Optional.empty(),
                        Optional.empty())
                .write());
    }

    /** Octets of an unsigned integer in CBOR (RFC 8949 clause 3). */
    private static int width(long value) {
        return value < 24 ? 1 : value <= 0xFF ? 2 : value <= 0xFFFF ? 3 : value <= 0xFFFF_FFFFL ? 5 : 9;
    }
}
