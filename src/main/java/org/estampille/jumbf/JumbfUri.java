package org.estampille.jumbf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A reference to a box of the same manifest store (C2PA 2.5 clause 8.4.1).
 *
 * @param path labels below the store when {@code absolute} (manifest first), otherwise below the manifest
 * @param absolute whether the first label of {@code path} is a manifest label
 */
public record JumbfUri(List<String> path, boolean absolute) {

    private static final String SCHEME = "self#jumbf=";

    public JumbfUri {
        path = List.copyOf(path);
    }

    /**
     * Reads the text of a reference. {@code self#jumbf=/c2pa/M/…} and, as old files write it, {@code self#jumbf=c2pa/M/…} are
     * absolute. Empty when the text is no such reference, is empty, or climbs with {@code ..}.
     */
    public static Optional<JumbfUri> parse(String text) {
        if (!text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String reference = text.substring(SCHEME.length());
        int suffix = reference.indexOf('&');
        String path = suffix < 0 ? reference : reference.substring(0, suffix);
        String store = path.startsWith("/c2pa/") ? "/c2pa/" : path.startsWith("c2pa/") ? "c2pa/" : "";
        List<String> labels = List.of(path.substring(store.length()).split("/", -1));
        boolean broken = labels.contains("") || labels.contains("..");
        return broken || path.startsWith("/") && store.isEmpty()
                ? Optional.empty()
                : Optional.of(new JumbfUri(labels, !store.isEmpty()));
    }

    /** A reference below a named manifest. */
    public static JumbfUri inManifest(String manifest, String... labels) {
        List<String> path = new ArrayList<>(labels.length + 1);
        path.add(manifest);
        Collections.addAll(path, labels);
        return new JumbfUri(path, true);
    }

    /** The reference below the store, taking {@code manifest} as the one it was found in. */
    public JumbfUri resolveIn(String manifest) {
        return absolute ? this : inManifest(manifest, path.toArray(String[]::new));
    }

    /** The label of the manifest of an absolute reference. */
    public Optional<String> manifest() {
        return absolute ? Optional.of(path.get(0)) : Optional.empty();
    }

    /** The last label. */
    public String label() {
        return path.get(path.size() - 1);
    }

    /** The text as C2PA writes it. */
    @Override
    public String toString() {
        return SCHEME + (absolute ? "/c2pa/" : "") + String.join("/", path);
    }
}
