package org.estampille.manifest;

import java.util.List;
import java.util.Optional;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;

/**
 * The manifests of an asset (C2PA 2.5 clause 11.2).
 *
 * @param boxes the store as read; two for a BMFF file whose update manifests stand in a box of their own
 * @param manifests in store order, the active one last
 */
public record ManifestStore(List<SuperBox> boxes, List<Manifest> manifests) {

    public ManifestStore {
        boxes = List.copyOf(boxes);
        manifests = List.copyOf(manifests);
    }

    /** The last manifest: what the asset says of itself. Empty when the store has none. */
    public Optional<Manifest> active() {
        return manifests.isEmpty() ? Optional.empty() : Optional.of(manifests.get(manifests.size() - 1));
    }

    /** The manifest of that label; empty when there is none, or two claim the label. */
    public Optional<Manifest> find(String label) {
        Optional<Manifest> found = Optional.empty();
        for (Manifest manifest : manifests) {
            if (manifest.label().equals(label)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(manifest);
            }
        }
        return found;
    }

    /** The box a reference written in {@code from} leads to. */
    public Optional<SuperBox> resolve(JumbfUri uri, Manifest from) {
        Optional<List<String>> local = from.localPath(uri);
        if (local.isPresent()) {
            return from.find(local.get());
        }
        if (uri.path().size() == 1) {
            return find(uri.path().get(0)).map(Manifest::stored);
        }
        return find(uri.path().get(0))
                .flatMap(manifest ->
                        manifest.find(uri.path().subList(1, uri.path().size())));
    }
}
