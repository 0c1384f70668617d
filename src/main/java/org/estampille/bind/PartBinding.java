package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.SliceSource;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.Part;

/** Checks the hash of one part of a file as if the part were a file (C2PA 2.5 clause 14.12.4). */
final class PartBinding {

    /** What tells the hash of a part from a hard binding. */
    static final String SUFFIX = ".part";

    private PartBinding() {}

    static BindingOutcome check(
            MultiAssetHash.PartAssertions.Found assertion, ByteRange range, HardBinding.Context whole)
            throws IOException, LimitExceededException {
        String label = assertion.label().substring(0, assertion.label().length() - SUFFIX.length());
        boolean bmff = label.startsWith("c2pa.hash.bmff");
        AssetFormat format = bmff ? AssetFormat.MP4 : whole.asset().format();
        Asset part =
                new Asset(whole.asset().name(), new SliceSource(whole.asset().source(), range), format);
        try {
            List<Part> parts = label.equals(BoxHash.LABEL)
                    ? Containers.of(format).map(part, whole.limits()).parts()
                    : List.of(new Part("part", part.source().range()));
            ContainerMap map = new ContainerMap(
                    format, range.length(), range.isEmpty() ? List.of() : parts, stores(range, whole.map()), List.of());
            return HardBindings.check(
                    label,
                    assertion.content(),
                    new HardBinding.Context(
                            part,
                            map,
                            whole.claimAlg(),
                            whole.updated(),
                            whole.engine(),
                            whole.limits(),
                            whole.threads()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new BindingOutcome.Mismatch("a part is broken: " + e.problem());
        }
    }

    /** The store of the whole file where it lies in the part; a store of the part's own is content like any other. */
    private static List<EmbeddedStore> stores(ByteRange range, ContainerMap map) {
        List<EmbeddedStore> stores = new ArrayList<>();
        for (EmbeddedStore store : map.stores()) {
            if (range.contains(store.extent())) {
                List<ByteRange> wrapper = new ArrayList<>();
                for (ByteRange piece : store.wrapper()) {
                    wrapper.add(piece.shift(-range.start()));
                }
                stores.add(new EmbeddedStore(wrapper, store.store(), store.padding(), store.role()));
            }
        }
        return stores;
    }
}
