package org.estampille.tag;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingDraft;
import org.estampille.bind.DigestRunner;
import org.estampille.bind.HardBindings;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.embed.StagedFile;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.Validator;

/**
 * Verifies a written file before it takes its place: container, manifest and signature are parsed from what was written; the
 * binding it states must be the digests taken while writing, over the very ranges the written file asks for.
 */
final class ReadBack {

    private final TaggingTools tools;

    ReadBack(TaggingTools tools) {
        this.tools = tools;
    }

    /** Hashes media that are not copied. */
    static BindingDigests digests(Placement placement, TaggingTools tools) throws IOException {
        return DigestRunner.run(placement.planned(), placement.binding().plan(), tools.engine(), tools.threads());
    }

    /**
     * Checks what was written, or what is about to be.
     *
     * @param reread whether to hash it once more
     * @param original the map of {@code source}
     * @throws TaggingRefusedException when anything in it is not what was meant
     */
    void check(
            boolean reread,
            Asset source,
            ContainerMap original,
            Placement placement,
            ByteSource written,
            BindingDigests digests)
            throws IOException, TaggingRefusedException {
        try {
            boolean embedded = placement.layout().isPresent();
            Asset asset = embedded ? new Asset(source.name(), written, source.format()) : source;
            Octets store = embedded
                    ? embeddedStore(asset, original, placement, digests, reread)
                    : written.octets(written.range(), tools.limits());
            manifest(store, placement.binding().content(digests));
        } catch (MalformedContentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private Octets embeddedStore(
            Asset asset, ContainerMap original, Placement placement, BindingDigests digests, boolean reread)
            throws IOException, MalformedContentException, TaggingRefusedException {
        ContainerMap map = Containers.of(asset.format()).mapWritten(asset, original, tools.limits());
        require(map.stores().size() == 1, "it has " + map.stores().size() + " manifest stores");
        EmbeddedStore store = map.stores().get(0);
        BindingDraft again = HardBindings.plan(
                asset.format(),
                asset.source(),
                store.extent(),
                !digests.leaves().isEmpty(),
                HashAlgorithm.SHA256,
                tools.limits());
        require(again.plan().equals(placement.binding().plan()), "its parts are not where they were planned");
        if (reread) {
            BindingDigests read = DigestRunner.run(asset.source(), again.plan(), tools.engine(), tools.threads());
            require(read.equals(digests), "reading it again gives another hash");
        }
        return store.store();
    }

    /**
     * Checks a store that stands by itself.
     *
     * @param binding content that its hard binding must have
     * @throws TaggingRefusedException when anything in it is not what was meant
     */
    void check(StagedFile staged, Octets binding) throws IOException, TaggingRefusedException {
        try {
            ByteSource store = staged.written();
            manifest(store.octets(store.range(), tools.limits()), binding);
        } catch (MalformedContentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** The same for a store in memory. */
    void manifest(Octets octets, Octets binding) throws MalformedContentException, TaggingRefusedException {
        SuperBox box = JumbfReader.read(octets, tools.limits());
        ManifestStore store = new ManifestStoreReader(tools.limits(), Optional.of(tools.contents())).read(List.of(box));
        ValidatedManifest active = new Validator(Validations.context(tools)).validateActive(store);
        if (!active.isIntact()) {
            throw refused("its manifest does not validate: " + active.findings());
        }
        Octets stated = Octets.empty();
        for (Assertion assertion : active.manifest().assertions()) {
            if (assertion instanceof BindingAssertion) {
                stated = assertion.box().content("cbor").orElse(Octets.empty());
            }
        }
        require(stated.equals(binding), "it states another hash");
    }

    static void require(boolean holds, String otherwise) throws TaggingRefusedException {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static TaggingRefusedException refused(String cause) {
        return new TaggingRefusedException(
                TaggingRefusedException.Reason.NOT_VERIFIED,
                "the written file did not verify (" + cause + "); nothing was kept, please report it");
    }
}
