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
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.IngredientDraft;
import org.estampille.manifest.IngredientDraft.Relationship;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * Reads what a file was made from: its own manifest, its parent, its components. Their manifests are validated, and what that
 * gave is written down; nothing that is found is dropped.
 */
final class IngredientGathering {

    /** Several parts of any kind (RFC 2046 clause 5.1.3). */
    private static final String COLLECTION = "multipart/mixed";

    private final TaggingTools tools;
    private final ManifestReading reading;
    private final Map<String, JumbfBox> boxes = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();

    IngredientGathering(TaggingTools tools) {
        this.tools = tools;
        this.reading = new ManifestReading(tools);
    }

    Provenance gather(TaggingRequest request, Asset asset, ContainerMap map)
            throws IOException, MalformedContentException, TaggingRefusedException {
        boolean anonymous = request.additions().anonymous();
        boolean sidecar = request.destination() instanceof Destination.Sidecar;
        if (sidecar && !map.stores().isEmpty()) {
            throw conflict("has a manifest inside, so that a sidecar would never be read; use --out or --in-place");
        }
        Optional<ValidationResult> own = validate(asset, map, request.source());
        if (own.isPresent() && request.relink().isPresent()) {
            throw conflict("has a manifest of its own, so no link was lost; amend it or tag it instead");
        }
        if (own.isPresent() && request.parent().isPresent()) {
            throw conflict("has a manifest of its own, which becomes its parent; leave out --parent");
        }
        Optional<IngredientDraft> parent = own.isPresent()
                ? Optional.of(draft(asset.name(), asset.mediaType(), Relationship.PARENT_OF, own, anonymous))
                : request.parent().isPresent()
                        ? Optional.of(ingredient(request.parent().get(), Relationship.PARENT_OF, anonymous))
                                .map(found -> relinked(found, request))
                        : Optional.empty();
        if (request.relink().isPresent()) {
            requireHistory(parent);
        }
        List<IngredientDraft> components = new ArrayList<>();
        for (Path component : request.ingredients()) {
            components.add(ingredient(component, Relationship.COMPONENT_OF, anonymous));
        }
        return new Provenance(
                own,
                map.stores().isEmpty(),
                parent,
                request.relink().isPresent(),
                components,
                doubtful,
                List.copyOf(boxes.values()));
    }

    /**
     * What a collection was made from: itself as it was tagged before.
     *
     * @param own what validation said of the manifest it has
     */
    Provenance gather(String name, ValidationResult own, boolean anonymous) throws TaggingRefusedException {
        IngredientDraft parent = draft(name, COLLECTION, Relationship.PARENT_OF, Optional.of(own), anonymous);
        return new Provenance(
                Optional.of(own), true, Optional.of(parent), false, List.of(), doubtful, List.copyOf(boxes.values()));
    }

    private static IngredientDraft relinked(IngredientDraft parent, TaggingRequest request) {
        return new IngredientDraft(
                parent.title(),
                parent.mediaType(),
                parent.relationship(),
                request.relink().map(TaggingRequest.Relink::description),
                parent.provenance());
    }

    private void requireHistory(Optional<IngredientDraft> parent) throws TaggingRefusedException {
        if (parent.flatMap(IngredientDraft::provenance).isEmpty()) {
            throw conflict("the original has no manifest, so there is no history to link to; use tag --parent");
        }
        if (!doubtful.isEmpty()) {
            throw conflict("the manifest of the original does not hold, so nothing should be linked to it");
        }
    }

    private IngredientDraft ingredient(Path path, Relationship relationship, boolean anonymous)
            throws IOException, MalformedContentException, TaggingRefusedException {
        try (FileSource file = FileSource.open(path)) {
            Asset asset = Assets.detect(path, file);
            ContainerMap map = Containers.of(asset.format()).map(asset, tools.limits());
            return draft(asset.name(), asset.mediaType(), relationship, validate(asset, map, path), anonymous);
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
        return reading.read(asset, map, path).map(ManifestReading.Found::result);
    }

    private IngredientDraft draft(
            String name,
            String mediaType,
            Relationship relationship,
            Optional<ValidationResult> result,
            boolean anonymous)
            throws TaggingRefusedException {
        Optional<IngredientDraft.Provenance> provenance = Optional.empty();
        if (result.isPresent()) {
            keep(result.get());
            if (!result.get().state().isAtLeast(ValidationState.INDETERMINATE)) {
                doubtful.add(name);
            }
            provenance = Optional.of(reading.provenance(result.get().active().manifest(), result.get()));
        }
        return new IngredientDraft(anonymous ? "" : name, mediaType, relationship, provenance);
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
