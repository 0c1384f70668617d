package org.estampille.tag;

import java.io.IOException;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingDraft;
import org.estampille.bind.HardBindings;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.ManifestWriter;

/**
 * Where the manifest store goes and how the asset is bound to it. The length of the store depends on the binding, the binding on
 * where the store ends: both are found together before a single octet is hashed (C2PA 2.5 clause 10.4).
 *
 * @param planned the media as they will be, to be read through
 * @param layout the file to be written; empty when the media are not touched
 * @param binding what will be hashed
 * @param storeLength octets of the store, an even number: RIFF pads odd chunks, and readers disagree on whose octet the pad is
 * @param signatureLength octets of the claim signature
 */
record Placement(
        ByteSource planned, Optional<Layout> layout, BindingDraft binding, int storeLength, int signatureLength) {

    private static final int ROUNDS = 8;

    /**
     * A store inside the file.
     *
     * @param wish how the file is to be laid out; its length of the store is a guess, or zero
     */
    static Placement embedded(
            Asset asset,
            ContainerMap map,
            ManifestWriter writer,
            ManifestSigning.Blank blank,
            ContainerFormat.Wish wish,
            ReadLimits limits)
            throws IOException, MalformedContentException {
        ContainerFormat format = Containers.of(asset.format());
        int storeLength = wish.storeLength() == 0 ? 1 << 14 : (int) wish.storeLength();
        // A longer store needs offsets that are at least as long: from any guess the lengths only grow or only shrink,
        // until they agree.
        for (int round = 0; round < ROUNDS; round++) {
            Layout layout = format.lay(asset, map, wish.around(storeLength), limits);
            ByteSource planned = new LaidOutSource(asset.source(), layout);
            ByteRange slot = layout.slot().orElseThrow();
            BindingDraft binding =
                    HardBindings.plan(asset.format(), planned, slot, wish.merkle(), HashAlgorithm.SHA256, limits);
            int bare = length(writer, binding, blank);
            int needed = bare + (bare & 1);
            if (needed == storeLength) {
                int padded = blank.claimLength() + (bare & 1);
                return new Placement(planned, Optional.of(layout), binding, storeLength, padded);
            }
            storeLength = needed;
        }
        throw new IllegalStateException("the length of the manifest store does not settle");
    }

    /** A store beside the file: bound to every octet of it. */
    static Placement beside(Asset asset, ManifestWriter writer, ManifestSigning.Blank blank) {
        BindingDraft binding = HardBindings.planDetached(asset.source(), HashAlgorithm.SHA256);
        int storeLength = length(writer, binding, blank);
        return new Placement(asset.source(), Optional.empty(), binding, storeLength, blank.claimLength());
    }

    /** The binding assertion once the hashes are known. */
    static AssertionDraft assertion(BindingDraft binding, BindingDigests digests) {
        return new AssertionDraft(
                binding.label(),
                AssertionDraft.Encoding.CBOR,
                binding.content(digests),
                AssertionDraft.Attribution.CREATED);
    }

    private static int length(ManifestWriter writer, BindingDraft binding, ManifestSigning.Blank blankSigning) {
        AssertionDraft blank = new AssertionDraft(
                binding.label(),
                AssertionDraft.Encoding.CBOR,
                binding.placeholder(),
                AssertionDraft.Attribution.CREATED);
        return writer.length(blank, blankSigning);
    }
}
