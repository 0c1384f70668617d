package org.estampille.embed;

/** Told how many octets have just been copied; may be called from several threads. */
@FunctionalInterface
public interface CopyProgress {
    CopyProgress NONE = octets -> {};

    void copied(long octets);
}
