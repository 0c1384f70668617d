package org.estampille.bind;

import java.util.List;

/**
 * Everything to be hashed for one hard binding: one chain over the file and, for Merkle bindings, independent leaves that may
 * be hashed on several cores.
 *
 * @param chain the flat hash
 * @param leaves one plan per Merkle leaf, in file order; empty for flat bindings
 */
public record BindingPlan(DigestPlan chain, List<DigestPlan> leaves) {
    public BindingPlan {
        leaves = List.copyOf(leaves);
    }

    public static BindingPlan flat(DigestPlan chain) {
        return new BindingPlan(chain, List.of());
    }
}
