package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.CollectionHash;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.MemberUri;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.extract.SidecarNames;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;

/** Finds out which files a manifest store stands for, before anything in it is judged. */
public final class CollectionStore {
    private CollectionStore() {}

    /**
     * The files that {@code store} speaks of, whether or not they are there and are what it says.
     *
     * @return none for anything that is not the store of a collection
     */
    public static List<Path> members(Path store, ReadLimits limits) {
        if (!SidecarNames.isSidecar(store)) {
            return List.of();
        }
        try {
            Extraction extraction = new ManifestStoreExtractor(limits).sidecar(store);
            return extraction instanceof Extraction.Sidecar sidecar
                    ? members(store, new ManifestStoreReader(limits).read(List.of(sidecar.store())), limits)
                    : List.of();
        } catch (IOException | MalformedContentException e) {
            // Verified by itself, where the trouble is told.
            return List.of();
        }
    }

    private static List<Path> members(Path place, ManifestStore store, ReadLimits limits)
            throws MalformedContentException {
        Optional<BindingAssertion> binding = store.active()
                .flatMap(active -> HardBindingChoice.boundManifest(store, active))
                .flatMap(HardBindingChoice::binding)
                .filter(assertion -> assertion.label().base().equals(CollectionHash.LABEL));
        List<Path> members = new ArrayList<>();
        if (binding.isPresent()) {
            for (CollectionHash.Member member :
                    CollectionHash.read(binding.get().content(), limits).members()) {
                MemberUri.path(member.uri())
                        .ifPresent(path -> members.add(place.resolveSibling(String.join("/", path))));
            }
        }
        return members;
    }
}
