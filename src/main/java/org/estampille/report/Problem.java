package org.estampille.report;

import java.util.Optional;

/**
 * Why an asset could not be judged, or has no manifest that could be.
 *
 * @param kind of trouble
 * @param place offset in the file, where one is known
 * @param detail one clause without a full stop; may hold text of the file
 */
public record Problem(Kind kind, Optional<Long> place, String detail) {

    /** What stood in the way. */
    public enum Kind {
        /** A format that is not read here. */
        UNSUPPORTED,
        /** A file without content. */
        EMPTY,
        /** The file breaks the rules of its format. */
        MALFORMED,
        /** Judging would cost more than the limits allow. */
        LIMIT,
        /** The file could not be read. */
        UNREADABLE,
        /** The manifest asks for something that is not checked here. */
        UNDECIDED,
        /** Several stores, which count as none. */
        AMBIGUOUS,
        /** The store is somewhere on the network. */
        REMOTE,
        /** The store is somewhere on the network and could not be fetched. */
        UNREACHABLE,
        /** A manifest store without the asset it belongs to. */
        STRAY_SIDECAR,
        /** A manifest store with several assets beside it that it may belong to by name. */
        SEVERAL_ASSETS,
        /** A change of the file was cut short, or is under way: it holds neither the old nor the new. */
        INTERRUPTED,
        /** Only the initialization segment of a stream, whose media is in other files. */
        INITIALIZATION,
        /** Only a fragment of a stream, and nothing beside it says of which. */
        FRAGMENT
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, Optional.empty(), detail);
    }

    public static Problem at(Kind kind, long place, String detail) {
        return new Problem(kind, Optional.of(place), detail);
    }
}
