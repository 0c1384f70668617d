package org.estampille.bind;

/** What comparing a hard binding with its asset showed. */
public sealed interface BindingOutcome {

    /**
     * Every hash fits.
     *
     * @param additionalExclusions whether the binding also leaves out octets besides the manifest store and what C2PA 2.5 wants
     *     left out
     */
    record Match(boolean additionalExclusions) implements BindingOutcome {}

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

    /**
     * The asset has a box that the binding does not list.
     *
     * @param reason one clause without a full stop
     */
    record UnknownBox(String reason) implements BindingOutcome {}

    /**
     * A part of a multi-asset hash, or a member of a collection, that must be there is not.
     *
     * @param reason one clause without a full stop
     */
    record Missing(String reason) implements BindingOutcome {}

    /**
     * A member of a collection is named in a way that could lead out of it.
     *
     * @param uri as written
     */
    record InvalidUri(String uri) implements BindingOutcome {}

    /**
     * A file lies among the members of a collection that is said to be complete without it.
     *
     * @param name of the file
     */
    record Added(String name) implements BindingOutcome {}

    /**
     * What is said of the completeness of a collection breaks its own rules.
     *
     * @param reason one clause without a full stop
     */
    record MalformedSet(String reason) implements BindingOutcome {}
}
