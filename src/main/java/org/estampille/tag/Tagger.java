package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.BindingDigests;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.Layout;
import org.estampille.embed.AssetWriter;
import org.estampille.embed.StagedFile;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.ManifestWriter;
import org.estampille.sign.SigningException;
import org.estampille.technical.MediaTiming;
import org.estampille.technical.TechnicalFacts;

/**
 * The write pipeline: detect, map, gather what the file was made from, plan, copy while hashing, sign, read back, put in place.
 * Nothing is visible under the target's name before the last step; {@link InPlaceTagging} is the way of big files that stay where
 * they are.
 */
public final class Tagger {

    /** Files above this size get a Merkle binding where the format has one, and are not written anew for a manifest if that can be. */
    static final long MERKLE_ABOVE = 64L << 20;

    private final TaggingTools tools;
    private final UnchangedCheck unchanged;
    private final ReadBack readBack;
    private final DraftedDeclaration drafted = new DraftedDeclaration();
    /** How long the last store was: those of a batch differ little, and a good guess saves laying a file out twice. */
    private final AtomicInteger expectedLength = new AtomicInteger(1 << 14);

    public Tagger(TaggingTools tools) {
        this.tools = tools;
        this.unchanged = new UnchangedCheck(tools);
        this.readBack = new ReadBack(tools);
    }

    /**
     * Tags one file.
     *
     * @throws MalformedContentException when the file cannot be read as what it is
     * @throws SigningException when the claim cannot be signed or stamped
     * @throws TaggingRefusedException when the request cannot be carried out as it stands
     */
    public TaggedAsset tag(TaggingRequest request)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        try (FileSource file = FileSource.open(request.source())) {
            Asset asset = request.destination() instanceof Destination.Sidecar
                    ? Assets.anything(request.source(), file)
                    : Assets.writable(request.source(), file);
            ContainerMap map = Containers.of(asset.format()).map(asset, tools.limits());
            Provenance provenance = new IngredientGathering(tools).gather(request, asset, map);
            Optional<String> same = unchanged.label(request, provenance);
            Optional<MediaTiming> timing = MediaTiming.read(file);
            if (same.isPresent()) {
                return keep(request, file.state(), asset, same.get()).lasting(timing);
            }
            if (!(request.destination() instanceof Destination.Sidecar)) {
                Containers.of(asset.format()).requireWhole(asset, map, tools.limits());
            }
            PreparedManifest manifest = PreparedManifest.of(
                    request.declaration(),
                    request.options().vouch(),
                    provenance,
                    request.additions().actions(),
                    observed(asset),
                    drafted,
                    tools);
            return write(request, new Opened(file.state(), asset, map), manifest, provenance.doubtful())
                    .lasting(timing);
        }
    }

    /** A file that is being read, and what it was before. */
    private record Opened(FileState before, Asset asset, ContainerMap map) {}

    private TaggedAsset write(TaggingRequest request, Opened opened, PreparedManifest manifest, List<String> doubtful)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        Asset asset = opened.asset();
        ContainerMap map = opened.map();
        ManifestSigning.Blank blank =
                ManifestSigning.blank(tools, request.additions().identity());
        MetadataPacket.refuse(request);
        if (InPlaceTagging.wanted(request, asset)) {
            Optional<Placement> changed = new InPlaceTagging(tools, request, asset, opened.before())
                    .change(map, manifest.writer(), blank, wish(request, asset, map));
            if (changed.isPresent()) {
                return tagged(request, asset, manifest.label(), changed.get(), doubtful);
            }
        }
        Placement placement = request.destination() instanceof Destination.Sidecar
                ? Placement.beside(asset, manifest.writer(), blank)
                : embedded(asset, map, manifest.writer(), blank, wish(request, asset, map));
        if (!request.options().dryRun()) {
            write(request, opened, manifest, placement);
        }
        return tagged(request, asset, manifest.label(), placement, doubtful);
    }

    private Placement embedded(
            Asset asset,
            ContainerMap map,
            ManifestWriter writer,
            ManifestSigning.Blank blank,
            ContainerFormat.Wish wish)
            throws IOException, MalformedContentException {
        Placement placement =
                Placement.embedded(asset, map, writer, blank, wish.around(expectedLength.get()), tools.limits());
        expectedLength.set(placement.storeLength());
        return placement;
    }

    /** Writes beside the target, reads that again, and puts it in its place. */
    private void write(TaggingRequest request, Opened opened, PreparedManifest manifest, Placement placement)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        Path target = request.destination().path();
        try (StagedFile staged = tools.staging().beside(target, opened.before())) {
            BindingDigests digests = placement.layout().isPresent()
                    ? new AssetWriter(tools.engine(), tools.threads(), tools.progress())
                            .write(
                                    placement.planned(),
                                    staged,
                                    placement.binding().plan())
                    : ReadBack.digests(placement, tools);
            Octets store = manifest.writer()
                    .write(
                            Placement.assertion(placement.binding(), digests),
                            new ManifestSigning(tools, request.additions().identity(), placement.signatureLength()));
            place(store, placement, staged);
            readBack.check(
                    request.options().reread(), opened.asset(), opened.map(), placement, staged.written(), digests);
            staged.commit(request.options().replace() || request.destination() instanceof Destination.InPlace);
        }
    }

    /** What this program found out about a file that cannot say it in its manifest's own place. */
    private static List<AssertionDraft> observed(Asset asset) throws IOException {
        if (asset.format() != AssetFormat.OPAQUE) {
            return List.of();
        }
        TechnicalFacts facts = TechnicalFacts.read(asset.source(), asset.mediaType());
        return List.of(AssertionDraft.cbor(TechnicalFacts.LABEL, facts.write(), AssertionDraft.Attribution.CREATED));
    }

    private ContainerFormat.Wish wish(TaggingRequest request, Asset asset, ContainerMap map)
            throws IOException, MalformedContentException, TaggingRefusedException {
        return new ContainerFormat.Wish(0, wantsMerkle(asset), MetadataPacket.of(request, asset, map, tools.limits()));
    }

    private static boolean wantsMerkle(Asset asset) {
        return asset.format().family() == AssetFormat.Family.BMFF
                && asset.source().length() > MERKLE_ABOVE;
    }

    private static void place(Octets store, Placement placement, StagedFile staged) throws IOException {
        if (placement.layout().isPresent()) {
            Layout layout = placement.layout().get();
            staged.write(layout.slot().orElseThrow().start(), layout.wrap().apply(store));
        } else {
            staged.write(0, store);
        }
    }

    private static TaggedAsset tagged(
            TaggingRequest request, Asset asset, String label, Placement placement, List<String> doubtful) {
        long length = placement.layout().map(Layout::length).orElse((long) placement.storeLength());
        TaggedAsset.Outcome outcome =
                request.options().dryRun() ? TaggedAsset.Outcome.WOULD_TAG : TaggedAsset.Outcome.TAGGED;
        return new TaggedAsset(
                request.source(),
                request.destination().path(),
                outcome,
                asset.format(),
                asset.mediaType(),
                length,
                label,
                placement.binding().label(),
                doubtful,
                Optional.empty());
    }

    /** The file says the same already: a new file is a copy of it, octet for octet. */
    private TaggedAsset keep(TaggingRequest request, FileState before, Asset asset, String label) throws IOException {
        Path target = request.destination().path();
        if (request.destination() instanceof Destination.NewFile
                && !request.options().dryRun()) {
            ExactCopy.copy(before, asset, target, request.options().replace(), tools);
        }
        return new TaggedAsset(
                request.source(),
                target,
                TaggedAsset.Outcome.UNCHANGED,
                asset.format(),
                asset.mediaType(),
                asset.source().length(),
                label,
                "",
                List.of(),
                Optional.empty());
    }
}
