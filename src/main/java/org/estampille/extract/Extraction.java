package org.estampille.extract;

import java.nio.file.Path;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.container.EmbeddedStore;
import org.estampille.jumbf.SuperBox;

/** Where the manifest store of an asset was found, or why there is none to speak of. */
public sealed interface Extraction {

    /**
     * Inside the asset.
     *
     * @param stores the store; two where a BMFF file keeps its update manifests in a box of their own
     * @param places where they stand, in the same order
     */
    record Embedded(List<SuperBox> stores, List<EmbeddedStore> places) implements Extraction {
        public Embedded {
            stores = List.copyOf(stores);
            places = List.copyOf(places);
        }
    }

    /**
     * In a file beside the asset.
     *
     * @param store as read
     * @param file where it was found
     */
    record Sidecar(SuperBox store, Path file) implements Extraction {}

    /**
     * Only named: the asset's XMP says where its store can be fetched. Nothing is fetched here.
     *
     * @param url as written, not checked
     */
    record Remote(String url) implements Extraction {}

    /**
     * Fetched by the caller from where the asset says.
     *
     * @param store as read
     */
    record Fetched(SuperBox store) implements Extraction {}

    /** There is none. */
    record None() implements Extraction {}

    /**
     * More than one store is embedded, which counts as none (clause 14.5.2).
     *
     * @param stores how many
     */
    record Ambiguous(int stores) implements Extraction {}

    /**
     * Something looks like a store and is none that can be used.
     *
     * @param source {@code embedded}, {@code sidecar} or {@code remote}
     * @param where it stands in its file
     * @param problem what is wrong, one clause
     */
    record Malformed(String source, ByteRange where, String problem) implements Extraction {}
}
