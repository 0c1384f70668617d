package org.estampille.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.DigestRunner;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.Segment;
import org.estampille.embed.ChangedFile;
import org.estampille.embed.CopyProgress;
import org.estampille.embed.InPlaceChange;
import org.estampille.embed.SoleFile;
import org.estampille.manifest.ManifestWriter;
import org.estampille.sign.SigningException;

/**
 * Tags one big film without writing it anew: the manifest goes into room that is there already, or into blocks that the file system
 * inserts. The file is read once to be hashed; all is signed and checked before the first octet of it changes.
 */
final class InPlaceTagging {

    /** What the media move by is a multiple of this even where files cannot be moved: then only not moving will do. */
    private static final long ANY_STEP = 4096;

    private final TaggingTools tools;
    private final TaggingRequest request;
    private final Asset asset;
    private final FileState opened;
    private final Path file;

    /** @param opened what the file was before it was read */
    InPlaceTagging(TaggingTools tools, TaggingRequest request, Asset asset, FileState opened) {
        this.tools = tools;
        this.request = request;
        this.asset = asset;
        this.opened = opened;
        this.file = request.destination().path();
    }

    /** Whether a file is worth the trouble; a small one is safer written anew. */
    static boolean wanted(TaggingRequest request, Asset asset) {
        return request.destination() instanceof Destination.InPlace
                && !request.options().dryRun()
                && isBig(asset);
    }

    /** Whether {@code asset} is a film of a size that nobody likes to copy. */
    static boolean isBig(Asset asset) {
        return asset.format().family() == AssetFormat.Family.BMFF
                && asset.source().length() > Tagger.MERKLE_ABOVE;
    }

    /**
     * Changes the file.
     *
     * @return how; empty when this file must be written anew, and is as it was
     * @throws TaggingRefusedException when what was written is not what was meant; the file is as it was
     */
    Optional<Placement> change(
            ContainerMap map, ManifestWriter writer, ManifestSigning.Blank blank, ContainerFormat.Wish wish)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        if (!SoleFile.is(file)) {
            return Optional.empty();
        }
        long step = tools.staging().step(file);
        Placement placement = Placement.embedded(
                asset, map, writer, blank, wish.inSteps(step == 0 ? ANY_STEP : step), tools.limits());
        Layout layout = placement.layout().orElseThrow();
        if (InPlaceChange.of(asset.source(), layout, step).isEmpty()) {
            return Optional.empty();
        }
        BindingDigests digests = DigestRunner.run(
                new Watched(placement.planned(), tools.progress()),
                placement.binding().plan(),
                tools.engine(),
                tools.threads());
        Octets store = writer.write(
                Placement.assertion(placement.binding(), digests),
                new ManifestSigning(tools, request.additions().identity(), placement.signatureLength()));
        Layout whole = filled(layout, store);
        ReadBack readBack = new ReadBack(tools);
        readBack.check(false, asset, map, placement, new LaidOutSource(asset.source(), whole), digests);
        InPlaceChange change = InPlaceChange.of(asset.source(), whole, step).orElseThrow();
        Optional<ChangedFile> changed = tools.staging().change(file, change, opened);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        try (ChangedFile open = changed.get();
                FileSource written = open.open()) {
            readBack.check(request.options().reread(), asset, map, placement, written, digests);
            open.keep();
        }
        return Optional.of(placement);
    }

    private static Layout filled(Layout layout, Octets store) {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : layout.segments()) {
            segments.add(
                    segment instanceof Segment.Slot
                            ? new Segment.Fresh(layout.wrap().apply(store))
                            : segment);
        }
        return Layout.withoutStore(segments);
    }

    /** A source whose every read is told. */
    private record Watched(ByteSource source, CopyProgress progress) implements ByteSource {
        @Override
        public long length() {
            return source.length();
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            int count = target.remaining();
            source.read(position, target);
            progress.copied(count);
        }
    }
}
