package org.estampille.bind;

/** What comparing a hard binding with its asset showed. */
public sealed interface BindingOutcome {

    /**
     * Every hash fits.
     *
     * @param additionalExclusions whether the binding also leaves out octets besides the manifest store and what C2PA 2.5 wants
     *     left out
     * @param mediaOutside whether the asset takes media from octets that nothing binds
     */
    record Match(boolean additionalExclusions, boolean mediaOutside) implements BindingOutcome {
        public Match(boolean additionalExclusions) {
            this(additionalExclusions, false);
        }
    }

    /**
     * The asset is not what was bound.
     *
     * @param reason one clause without a full stop
     */
    record Mismatch(String reason) implements BindingOutcome {}

    /**
     * The assertion breaks its own rules.
     *
     * @param reason one clause without a full stop
     */
    record Malformed(String reason) implements BindingOutcome {}

    /**
     * No hash algorithm is stated, or one that C2PA does not allow.
     *
     * @param name as stated; empty when none is
     */
    record UnsupportedAlgorithm(String name) implements BindingOutcome {}

    /**
     * A kind of binding that is not read here.
     *
     * @param label of the assertion
     */
    record UnsupportedBinding(String label) implements BindingOutcome {}
}
