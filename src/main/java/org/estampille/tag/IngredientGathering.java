package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.IngredientDraft;
import org.estampille.manifest.IngredientDraft.Relationship;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;
import org.estampille.validate.Validator;

/**
 * Reads what a file was made from: its own manifest, its parent, its components. Their manifests are validated, and what that
 * gave is written down; nothing that is found is dropped.
 */
final class IngredientGathering {

    private final TaggingTools tools;
    private final Map<String, JumbfBox> boxes = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();

    IngredientGathering(TaggingTools tools) {
        this.tools = tools;
    }

    Provenance gather(TaggingRequest request, Asset asset, ContainerMap map)
            throws IOException, MalformedContentException, TaggingRefusedException {
        boolean sidecar = request.destination() instanceof Destination.Sidecar;
        if (sidecar && !map.stores().isEmpty()) {
            throw conflict("has a manifest inside, so that a sidecar would never be read; use --out or --in-place");
        }
        Optional<ValidationResult> own = validate(asset, map, request.source());
        if (own.isPresent() && request.parent().isPresent()) {
            throw conflict("has a manifest of its own, which becomes its parent; leave out --parent");
        }
        Optional<IngredientDraft> parent = own.isPresent()
                ? Optional.of(draft(asset, Relationship.PARENT_OF, own))
                : request.parent().isPresent()
                        ? Optional.of(ingredient(request.parent().get(), Relationship.PARENT_OF))
                        : Optional.empty();
        List<IngredientDraft> components = new ArrayList<>();
        for (Path component : request.ingredients()) {
            components.add(ingredient(component, Relationship.COMPONENT_OF));
        }
        return new Provenance(own, map.stores().isEmpty(), parent, components, doubtful, List.copyOf(boxes.values()));
    }

    private IngredientDraft ingredient(Path path, Relationship relationship)
            throws IOException, MalformedContentException, TaggingRefusedException {
        try (FileSource file = FileSource.open(path)) {
            Asset asset = Assets.detect(path, file);
            ContainerMap map = Containers.of(asset.format()).map(asset, tools.limits());
            return draft(asset, relationship, validate(asset, map, path));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            throw conflict("its ingredient " + path.getFileName() + " cannot be read (" + e.getMessage() + ")");
        } catch (TaggingRefusedException e) {
            throw new TaggingRefusedException(
                    e.reason(), "its ingredient " + path.getFileName() + " cannot be used: " + e.getMessage());
        }
    }

    private Optional<ValidationResult> validate(Asset asset, ContainerMap map, Path path)
            throws IOException, MalformedContentException, TaggingRefusedException {
        Extraction extraction = new ManifestStoreExtractor(tools.limits()).extract(asset, map, Optional.of(path));
        if (extraction instanceof Extraction.None || extraction instanceof Extraction.Remote) {
            return Optional.empty();
        }
        if (extraction instanceof Extraction.Ambiguous ambiguous) {
            throw conflict(path.getFileName() + " has " + ambiguous.stores()
                    + " manifest stores, which counts as none; 'estampille strip' removes them");
        }
        if (extraction instanceof Extraction.Malformed broken) {
            throw conflict(path.getFileName() + " has a manifest store that cannot be read (" + broken.problem()
                    + ") and cannot be kept; 'estampille strip' removes it");
        }
        boolean embedded = extraction instanceof Extraction.Embedded;
        List<SuperBox> stores = extraction instanceof Extraction.Embedded inside
                ? inside.stores()
                : List.of(((Extraction.Sidecar) extraction).store());
        ManifestStore store = new ManifestStoreReader(tools.limits()).read(stores);
        if (store.active().isEmpty()) {
            throw conflict(
                    path.getFileName() + " has a manifest store without a manifest; 'estampille strip' removes it");
        }
        return Optional.of(new Validator(Validations.context(tools))
                .validate(store, asset, map, embedded ? map.stores() : List.of()));
    }

    private IngredientDraft draft(Asset asset, Relationship relationship, Optional<ValidationResult> result)
            throws TaggingRefusedException {
        Optional<IngredientDraft.Provenance> provenance = Optional.empty();
        if (result.isPresent()) {
            keep(result.get());
            if (!result.get().state().isAtLeast(ValidationState.INDETERMINATE)) {
                doubtful.add(asset.name());
            }
            provenance = Optional.of(provenance(result.get()));
        }
        return new IngredientDraft(asset.name(), asset.format().mediaType(), relationship, provenance);
    }

    private IngredientDraft.Provenance provenance(ValidationResult result) throws TaggingRefusedException {
        Manifest active = result.active().manifest();
        SuperBox signature = active.signatureBox()
                .orElseThrow(() -> conflict("has a manifest without a signature, which cannot be kept as an ingredient;"
                        + " 'estampille strip' removes it"));
        return new IngredientDraft.Provenance(
                active.label(),
                tools.engine().hash(HashAlgorithm.SHA256, active.stored().hashedOctets()),
                tools.engine().hash(HashAlgorithm.SHA256, signature.hashedOctets()),
                Validations.toCbor(result));
    }

    /** Every box of the store is kept, once; two ingredients may share manifests, but only the same ones. */
    private void keep(ValidationResult result) throws TaggingRefusedException {
        for (SuperBox store : result.store().boxes()) {
            for (JumbfBox box : store.children()) {
                String key = box instanceof SuperBox labelled
                        ? labelled.label()
                        : box.octets().toString();
                JumbfBox before = boxes.putIfAbsent(key, box);
                if (before != null && !before.octets().equals(box.octets())) {
                    throw conflict("two ingredients have different manifests with the one label " + key);
                }
            }
        }
    }

    private static TaggingRefusedException conflict(String message) {
        return new TaggingRefusedException(TaggingRefusedException.Reason.CONFLICT, message);
    }
}
