package org.estampille.cawg;

import org.estampille.cbor.CborValue;

/** Finds the document of a decentralized identifier (W3C DID 1.0 clause 7.1). */
@FunctionalInterface
public interface DidResolver {

    /** What became of a DID. */
    sealed interface Resolution {}

    /**
     * Its document.
     *
     * @param content JSON in the CBOR data model
     */
    record Found(CborValue.Map content) implements Resolution {}

    /** This resolver does not know the method. */
    record UnsupportedMethod() implements Resolution {}

    /** Something stands where the document should, but it is none. */
    record Broken(String problem) implements Resolution {}

    /**
     * There is no document.
     *
     * @param networkNeeded whether it might be had from the network, which was not asked
     */
    record Unavailable(boolean networkNeeded) implements Resolution {}

    /** Looks up a syntactically correct DID without fragment. */
    Resolution resolve(String did);
}
