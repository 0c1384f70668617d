package org.estampille.bind;

/** What one fragment of a track turned out to be. */
public enum FragmentState {
    /** Bound, whole, and at its place. */
    INTACT,
    /** It says which leaf it is, and its octets are others. */
    ALTERED,
    /** Bound and whole, but not at its place. */
    MOVED,
    /** Bound and whole, and there already at another place. */
    REPEATED,
    /** Bound and whole, but part of another track. */
    FOREIGN,
    /** No auxiliary box, or several: nothing says which leaf it is. */
    UNBOUND,
    /** Its boxes cannot be read. */
    BROKEN,
    /** Signed with a session key that was not valid for it. */
    KEY,
    /** It carries a manifest of its own that does not hold. */
    MANIFEST,
    /** Signed in a way that is not read here. */
    UNREAD,
    /** Named in the playlist and bound, but not here. */
    MISSING,
    /** Named in the playlist and not here; no manifest ever bound it. */
    NEVER_BOUND;

    /** Whether it is here and is not what was signed for its place. */
    public boolean isWrong() {
        return switch (this) {
            case INTACT, UNREAD, MISSING, NEVER_BOUND -> false;
            default -> true;
        };
    }
}
