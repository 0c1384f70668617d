package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.crypto.CryptoEngine;
import org.estampille.embed.AssetWriter;
import org.estampille.embed.ChangedFile;
import org.estampille.embed.CopyProgress;
import org.estampille.embed.InPlaceChange;
import org.estampille.embed.SoleFile;
import org.estampille.embed.StagedFile;
import org.estampille.embed.StagingArea;

/** Writes a media file without its manifest store. */
public final class Stripper {

    private final ReadLimits limits = ReadLimits.standard();
    private final StagingArea staging;

    /** @param staging keeps track of the file being written */
    public Stripper(StagingArea staging) {
        this.staging = staging;
    }

    /**
     * Writes {@code source} without its store to {@code target}.
     *
     * @param replace whether an existing target may go
     * @return false, and nothing written, when there is no store
     * @throws MalformedContentException when the file cannot be read as what it is
     */
    public boolean strip(Path source, Path target, boolean replace)
            throws IOException, MalformedContentException, TaggingRefusedException {
        try (FileSource file = FileSource.open(source)) {
            Asset asset = Assets.withPlaceInside(
                    source, file, "a manifest beside it is taken away by deleting its .c2pa file");
            ContainerFormat format = Containers.of(asset.format());
            ContainerMap map = format.map(asset, limits);
            if (map.stores().isEmpty()) {
                return false;
            }
            if (target.equals(source) && InPlaceTagging.isBig(asset) && changed(asset, map, file.state())) {
                return true;
            }
            Layout layout = format.lay(asset, map, ContainerFormat.Wish.strip(), limits);
            try (StagedFile staged = staging.beside(target, file.state())) {
                BindingPlan nothing = BindingPlan.flat(new DigestPlan(HashAlgorithm.SHA256, java.util.List.of()));
                new AssetWriter(CryptoEngine.platform(), 1, CopyProgress.NONE)
                        .write(new LaidOutSource(file, layout), staged, nothing);
                staged.commit(replace);
            }
            return true;
        }
    }

    /** Whether the store could be taken out of a big film without writing it anew. */
    private boolean changed(Asset asset, ContainerMap map, FileState opened)
            throws IOException, MalformedContentException {
        Path file = opened.path();
        long step = SoleFile.is(file) ? staging.step(file) : 0;
        if (step == 0) {
            return false;
        }
        ContainerFormat format = Containers.of(asset.format());
        Layout layout = format.lay(asset, map, ContainerFormat.Wish.strip().inSteps(step), limits);
        Optional<InPlaceChange> change = InPlaceChange.of(asset.source(), layout, step);
        Optional<ChangedFile> changed =
                change.isEmpty() ? Optional.empty() : staging.change(file, change.get(), opened);
        if (changed.isEmpty()) {
            return false;
        }
        try (ChangedFile open = changed.get();
                FileSource written = open.open()) {
            ContainerMap stripped = format.map(new Asset(asset.name(), written, asset.format()), limits);
            if (!stripped.stores().isEmpty()) {
                throw new IOException(file + " still has a manifest; nothing was changed, please report it");
            }
            open.keep();
        }
        return true;
    }
}
