package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bind.FragmentBinding;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.manifest.AssertionDraft;
import org.estampille.sign.SigningException;

/**
 * The manifest of fragmented tracks: its length is known before anything is hashed, since the hashes are of one length.
 *
 * @param prepared everything but binding and signature
 * @param blank signatures of the right length
 * @param storeLength octets of the store
 * @param doubtful names of ingredients whose own manifest does not hold
 */
record StreamManifest(PreparedManifest prepared, ManifestSigning.Blank blank, int storeLength, List<String> doubtful) {

    /** @param placeholder content of the binding, of its final length */
    static StreamManifest prepare(StreamRequest request, Path init, Octets placeholder, TaggingTools tools)
            throws IOException, MalformedContentException, TaggingRefusedException {
        try (FileSource file = FileSource.open(init)) {
            TaggingRequest single = request.of(init);
            Asset asset = Assets.detect(init, file);
            ContainerMap map = Containers.of(asset.format()).map(asset, tools.limits());
            if (!map.stores().isEmpty()) {
                throw StreamTagger.conflict("has a manifest already, in " + init.getFileName()
                        + "; a stream is tagged once, from the untagged fragments");
            }
            Provenance provenance = new IngredientGathering(tools).gather(single, asset, map);
            PreparedManifest prepared = PreparedManifest.of(
                    request.declaration(),
                    request.options().vouch(),
                    provenance,
                    request.additions().actions(),
                    List.of(),
                    new DraftedDeclaration(),
                    tools);
            Optional<HouseIdentity> identity = request.additions().identity();
            ManifestSigning.Blank blank = ManifestSigning.blank(tools, identity);
            int length = prepared.writer().length(assertion(placeholder), blank);
            return new StreamManifest(prepared, blank, length, provenance.doubtful());
        }
    }

    /** The signed store, read back. */
    Octets sign(StreamRequest request, Octets binding, TaggingTools tools)
            throws SigningException, MalformedContentException, TaggingRefusedException {
        Octets store = prepared.writer()
                .write(
                        assertion(binding),
                        new ManifestSigning(tools, request.additions().identity(), blank.claimLength()));
        ReadBack.require(store.length() == storeLength, "its length is another one than was planned");
        new ReadBack(tools).manifest(store, binding);
        return store;
    }

    private static AssertionDraft assertion(Octets content) {
        return new AssertionDraft(
                FragmentBinding.label(), AssertionDraft.Encoding.CBOR, content, AssertionDraft.Attribution.CREATED);
    }
}
