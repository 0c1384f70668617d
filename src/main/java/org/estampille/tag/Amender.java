package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.embed.AssetWriter;
import org.estampille.embed.StagedFile;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.manifest.ManifestWriter;
import org.estampille.manifest.Redaction;
import org.estampille.sign.ClaimSignatures;
import org.estampille.sign.SigningException;
import org.estampille.technical.MediaTiming;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;
import org.estampille.validate.Validator;

/**
 * Appends an update manifest: what was signed before stays, the media are not touched, and the hard binding of the earlier
 * manifest goes on binding them (C2PA 2.5 clause 5.3.3). The result is validated as a whole before it takes its place.
 */
public final class Amender {

    private final TaggingTools tools;

    public Amender(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * Amends one file.
     *
     * @throws MalformedContentException when the file cannot be read as what it is, or has no room
     * @throws SigningException when the claim cannot be signed or stamped
     * @throws TaggingRefusedException when the request cannot be carried out as it stands
     */
    public TaggedAsset amend(AmendmentRequest request)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        try (FileSource file = FileSource.open(request.source())) {
            Asset asset = Assets.withPlaceInside(
                    request.source(),
                    file,
                    "a manifest beside it cannot be amended; 'estampille tag --sidecar' writes a new one");
            ContainerMap map = Containers.of(asset.format()).map(asset, tools.limits());
            ManifestReading.Found found = new ManifestReading(tools)
                    .read(asset, map, request.source())
                    .orElseThrow(() -> new TaggingRefusedException(
                            TaggingRefusedException.Reason.NO_MANIFEST,
                            "has no manifest that could be amended; 'estampille tag' writes one"));
            requireValid(
                    found.result(),
                    TaggingRefusedException.Reason.INVALID,
                    "its manifest does not hold, so that nothing can be added to it");
            Map<String, String> redacted = RedactionTargets.of(found.result().store(), request.redactions());
            List<SuperBox> earlier = redact(found.result().store().boxes(), redacted);
            boolean apart =
                    found.sidecar().isEmpty() && Containers.of(asset.format()).keepsUpdatesApart();
            UpdateDraft update = UpdateDraft.of(request, asset, found.result(), earlier, redacted, apart, tools);
            Path target = request.target().orElse(found.sidecar().orElse(request.source()));
            boolean replace = request.replace() || request.target().isEmpty();
            Optional<MediaTiming> timing = MediaTiming.read(file);
            TaggedAsset amended = found.sidecar().isPresent()
                    ? beside(request, file.state(), asset, map, update, target, replace)
                    : inside(request, file.state(), asset, map, earlier, update, target, replace);
            return amended.lasting(timing);
        }
    }

    private static List<SuperBox> redact(List<SuperBox> stores, Map<String, String> redacted) {
        Redaction redaction = new Redaction(redacted.keySet());
        return redacted.isEmpty()
                ? stores
                : stores.stream().map(redaction::apply).toList();
    }

    private TaggedAsset beside(
            AmendmentRequest request,
            FileState opened,
            Asset asset,
            ContainerMap map,
            UpdateDraft update,
            Path target,
            boolean replace)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        Octets store = sign(update.writer(), signatureLength());
        try (StagedFile staged = tools.staging().beside(target, opened)) {
            staged.write(0, store);
            requireValid(
                    new Validator(Validations.context(tools))
                            .validate(
                                    new ManifestStoreReader(tools.limits())
                                            .read(List.of(JumbfReader.read(store, tools.limits()))),
                                    asset,
                                    map,
                                    List.of()),
                    TaggingRefusedException.Reason.NOT_VERIFIED,
                    "the amended manifest would not hold");
            staged.commit(replace);
        }
        return amended(request, asset, update, target, store.length());
    }

    private TaggedAsset inside(
            AmendmentRequest request,
            FileState opened,
            Asset asset,
            ContainerMap map,
            List<SuperBox> earlier,
            UpdateDraft update,
            Path target,
            boolean replace)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        int signature = signatureLength();
        int bare = update.writer()
                .<RuntimeException>writeUpdate(claim -> Octets.zeros(signature))
                .length();
        int even = bare & 1;
        ContainerFormat format = Containers.of(asset.format());
        Layout layout = format.update(
                asset, map, new StoreUpdate(earlier.get(0).octets(), bare + even, bare + even), tools.limits());
        try (StagedFile staged = tools.staging().beside(target, opened)) {
            BindingPlan nothing = BindingPlan.flat(new DigestPlan(HashAlgorithm.SHA256, List.of()));
            new AssetWriter(tools.engine(), 1, tools.progress())
                    .write(new LaidOutSource(asset.source(), layout), staged, nothing);
            Octets store = sign(update.writer(), signature + even);
            staged.write(layout.slot().orElseThrow().start(), layout.wrap().apply(store));
            check(request, new Asset(asset.name(), staged.written(), asset.format()));
            staged.commit(replace);
        }
        return amended(request, asset, update, target, layout.length());
    }

    /** The whole file is read once more: whether the earlier binding still fits is known only then. */
    private void check(AmendmentRequest request, Asset written)
            throws IOException, MalformedContentException, TaggingRefusedException {
        ContainerMap map = Containers.of(written.format()).map(written, tools.limits());
        Optional<ManifestReading.Found> again = new ManifestReading(tools).read(written, map, request.source());
        requireValid(
                again.orElseThrow(() -> TaggingRefusedException.conflict("lost its manifest"))
                        .result(),
                TaggingRefusedException.Reason.CONFLICT,
                "its hard binding does not allow a longer manifest store; tag it anew with 'estampille tag'");
    }

    private Octets sign(ManifestWriter writer, int length) throws SigningException {
        return writer.writeUpdate(claim -> ClaimSignatures.sign(tools.signer(), tools.timeStamps(), claim, length));
    }

    private int signatureLength() {
        return ClaimSignatures.reserve(tools.signer(), tools.timeStamps().isPresent());
    }

    private static void requireValid(ValidationResult result, TaggingRefusedException.Reason reason, String otherwise)
            throws TaggingRefusedException {
        if (!result.state().isAtLeast(ValidationState.VALID)) {
            List<String> codes = result.active().findings().stream()
                    .filter(finding -> finding.breaksValidity())
                    .map(finding -> finding.code().code())
                    .distinct()
                    .toList();
            throw new TaggingRefusedException(
                    reason, codes.isEmpty() ? otherwise : otherwise + " (" + String.join(", ", codes) + ")");
        }
    }

    private static TaggedAsset amended(
            AmendmentRequest request, Asset asset, UpdateDraft update, Path target, long length) {
        return new TaggedAsset(
                request.source(),
                target,
                TaggedAsset.Outcome.AMENDED,
                asset.format(),
                asset.mediaType(),
                length,
                update.label(),
                "",
                List.of(),
                Optional.empty());
    }
}
