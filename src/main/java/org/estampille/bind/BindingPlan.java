package org.estampille.bind;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    // Spelt out, here and in the plans, since every file that is written has two compared, and the equality that
    // records are given is
    // slow where little is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BindingPlan that && chain.equals(that.chain) && leaves.equals(that.leaves);
    }

    @Override
    public int hashCode() {
        return 31 * chain.hashCode() + leaves.hashCode();
    }

    public static BindingPlan flat(DigestPlan chain) {
        return new BindingPlan(chain, List.of());
    }
}
