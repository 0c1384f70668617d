package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.IngredientDraft;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.Validator;

/** Finds, reads and validates the manifests a file has already. */
final class ManifestReading {

    private final TaggingTools tools;

    ManifestReading(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * What was found.
     *
     * @param result of validation
     * @param sidecar the file it stands in, when that is not the media file
     */
    record Found(ValidationResult result, Optional<Path> sidecar) {}

    /**
     * The manifests of a file; empty when it has none.
     *
     * @param path where the file lies
     * @throws TaggingRefusedException when there is something that can be neither read nor kept
     */
    Optional<Found> read(Asset asset, ContainerMap map, Path path)
            throws IOException, MalformedContentException, TaggingRefusedException {
        Extraction extraction = new ManifestStoreExtractor(tools.limits()).extract(asset, map, Optional.of(path));
        if (extraction instanceof Extraction.None || extraction instanceof Extraction.Remote) {
            return Optional.empty();
        }
        if (extraction instanceof Extraction.Ambiguous ambiguous) {
            throw TaggingRefusedException.conflict(path.getFileName() + " has " + ambiguous.stores()
                    + " manifest stores, which counts as none; " + removal(asset, "them"));
        }
        if (extraction instanceof Extraction.Malformed broken) {
            throw TaggingRefusedException.conflict(path.getFileName() + " has a manifest store that cannot be read ("
                    + broken.problem() + ") and cannot be kept; " + removal(asset, "it"));
        }
        boolean embedded = extraction instanceof Extraction.Embedded;
        List<SuperBox> stores = extraction instanceof Extraction.Embedded inside
                ? inside.stores()
                : List.of(((Extraction.Sidecar) extraction).store());
        ManifestStore store = new ManifestStoreReader(tools.limits()).read(stores);
        if (!embedded && new Validator(Validations.context(tools)).isOfCollection(store)) {
            return Optional.empty();
        }
        if (store.active().isEmpty()) {
            throw TaggingRefusedException.conflict(
                    path.getFileName() + " has a manifest store without a manifest; " + removal(asset, "it"));
        }
        ValidationResult result = new Validator(Validations.context(tools))
                .validate(store, asset, map, embedded ? map.stores() : List.of());
        return Optional.of(new Found(
                result,
                extraction instanceof Extraction.Sidecar beside ? Optional.of(beside.file()) : Optional.empty()));
    }

    private static String removal(Asset asset, String what) {
        return Containers.of(asset.format()).traits(asset.format()).embeds()
                ? "'estampille strip' removes " + what
                : "no manifest is written into such files here, so the program that made it has to remove " + what;
    }

    /**
     * What an ingredient assertion says of a manifest.
     *
     * @param active the manifest as it will stand in the new store
     * @param result what validation said of it
     */
    IngredientDraft.Provenance provenance(Manifest active, ValidationResult result) throws TaggingRefusedException {
        SuperBox signature = active.signatureBox()
                .orElseThrow(() -> TaggingRefusedException.conflict(
                        "has a manifest without a signature, which cannot be kept as an ingredient;"
                                + " 'estampille strip' removes it"));
        return new IngredientDraft.Provenance(
                active.label(),
                tools.engine().hash(HashAlgorithm.SHA256, active.stored().hashedOctets()),
                tools.engine().hash(HashAlgorithm.SHA256, signature.hashedOctets()),
                Validations.toCbor(result));
    }
}
