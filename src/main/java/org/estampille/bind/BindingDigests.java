package org.estampille.bind;

import java.util.List;
import org.estampille.bytes.Octets;

/**
 * What came out of a {@link BindingPlan}.
 *
 * @param chain hash of the chain
 * @param leaves hash of each leaf, in the order of the plan
 */
public record BindingDigests(Octets chain, List<Octets> leaves) {
    public BindingDigests {
        leaves = List.copyOf(leaves);
    }
}
