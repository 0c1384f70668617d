package org.estampille.bind;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.SharedCorpus;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.SuperBox;

/** A signed file of the corpus and the hard binding of its last manifest. */
record SignedFile(Asset asset, ContainerMap map, String label, CborValue.Map assertion, Optional<String> claimAlg)
        implements Closeable {

    static final ReadLimits LIMITS = ReadLimits.standard();

    @SuppressWarnings("resource") // closed with the record
    static SignedFile open(String path, AssetFormat format) throws Exception {
        Asset asset = new Asset(path, FileSource.open(SharedCorpus.file(path)), format);
        ContainerMap map = Containers.of(format).map(asset, LIMITS);
        SuperBox store = JumbfReader.read(map.stores().get(0).store(), LIMITS);
        List<SuperBox> manifests = store.superBoxes();
        SuperBox manifest = manifests.get(manifests.size() - 1);
        CborValue.Map claim = manifest.superBoxes().stream()
                .filter(box -> box.label().startsWith("c2pa.claim"))
                .map(SignedFile::content)
                .findFirst()
                .orElseThrow();
        SuperBox binding = manifest.labelled("c2pa.assertions").get(0).superBoxes().stream()
                .filter(box -> box.label().startsWith("c2pa.hash."))
                .findFirst()
                .orElseThrow();
        Optional<String> alg = claim.get("alg").flatMap(CborValue::asText);
        return new SignedFile(asset, map, binding.label(), content(binding), alg);
    }

    private static CborValue.Map content(SuperBox box) {
        try {
            return CborReader.read(box.content("cbor").orElseThrow(), LIMITS)
                    .asMap()
                    .orElseThrow();
        } catch (org.estampille.bytes.MalformedContentException e) {
            throw new AssertionError(e);
        }
    }

    BindingOutcome check() throws Exception {
        return HardBindings.check(asset, map, label, assertion, claimAlg, CryptoEngine.platform(), LIMITS, 2);
    }

    @Override
    public void close() throws IOException {
        asset.source().close();
    }
}
