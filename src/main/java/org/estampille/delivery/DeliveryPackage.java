package org.estampille.delivery;

import java.util.List;
import java.util.Map;

/**
 * A package as its own lists describe it.
 *
 * @param kind IMF or DCP
 * @param stated what the packing lists say of files, by path below the package with slashes
 * @param listed every path of the asset map
 * @param compositions the composition playlists
 * @param elsewhere how many of the files the compositions play are not in this package, as in a supplemental one
 */
public record DeliveryPackage(
        Kind kind, Map<String, Stated> stated, List<String> listed, List<Composition> compositions, int elsewhere) {

    public DeliveryPackage {
        stated = Map.copyOf(stated);
        listed = List.copyOf(listed);
        compositions = List.copyOf(compositions);
    }

    /** Which family of lists it has. */
    public enum Kind {
        IMF("imf"),
        DCP("dcp");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word written in manifests. */
        public String label() {
            return label;
        }
    }

    /**
     * What a packing list states of one file.
     *
     * @param size octets
     * @param algorithm platform name of the hash algorithm
     * @param hash in Base64
     */
    public record Stated(long size, String algorithm, String hash) {}

    /**
     * A composition playlist.
     *
     * @param id its UUID as a URN
     * @param title content title
     */
    public record Composition(String id, String title) {}
}
