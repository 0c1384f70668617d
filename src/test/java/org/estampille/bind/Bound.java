package org.estampille.bind;

import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.estampille.crypto.CryptoEngine;

/** A file with a store in it and the binding planned and computed for it. */
public record Bound(AssetFormat format, Octets file, ByteRange slot, BindingDraft draft, CborValue.Map assertion) {

    static final ReadLimits LIMITS = ReadLimits.standard();
    static final CryptoEngine ENGINE = CryptoEngine.platform();

    public static Bound of(AssetFormat format, Octets original, boolean merkle, HashAlgorithm algorithm)
            throws Exception {
        ContainerFormat container = Containers.of(format);
        Asset asset = new Asset("a", new OctetsSource(original), format);
        ContainerMap map = container.map(asset, LIMITS);
        Octets store = SampleMedia.store(2_000);
        Layout layout = container.lay(asset, map, new Wish(store.length(), merkle), LIMITS);
        ByteRange slot = layout.slot().orElseThrow();
        LaidOutSource future = new LaidOutSource(asset.source(), layout);
        BindingDraft draft = HardBindings.plan(format, future, slot, merkle, algorithm);
        Octets content = draft.content(DigestRunner.run(future, draft.plan(), ENGINE, 2));
        if (content.length() != draft.placeholder().length()) {
            throw new AssertionError("the content depends on the hashes");
        }
        CborValue.Map assertion = CborReader.read(content, LIMITS).asMap().orElseThrow();
        return new Bound(format, LayoutWriter.write(asset.source(), layout, store), slot, draft, assertion);
    }

    BindingOutcome check() throws Exception {
        return check(file, assertion);
    }

    BindingOutcome check(Octets octets) throws Exception {
        return check(octets, assertion);
    }

    BindingOutcome check(CborValue.Map other) throws Exception {
        return check(file, other);
    }

    private BindingOutcome check(Octets octets, CborValue.Map binding) throws Exception {
        return check(format, octets, draft.label(), binding, 2);
    }

    static BindingOutcome check(AssetFormat format, Octets octets, String label, CborValue.Map binding, int threads)
            throws Exception {
        Asset asset = new Asset("a", new OctetsSource(octets), format);
        ContainerMap map = Containers.of(format).map(asset, LIMITS);
        return HardBindings.check(asset, map, label, binding, Optional.empty(), ENGINE, LIMITS, threads);
    }

    /** The outcome when one octet is another one; a file that is no longer readable counts as a mismatch. */
    BindingOutcome checkFlipped(int at) throws Exception {
        byte[] bytes = file.toByteArray();
        bytes[at] ^= 1;
        try {
            return check(Octets.adopt(bytes));
        } catch (MalformedContentException unreadable) {
            return new BindingOutcome.Mismatch(unreadable.problem());
        }
    }

    /** The assertion with one field set or, when {@code value} is empty, taken out. */
    CborValue.Map with(String key, Optional<CborValue> value) {
        CborValue.MapBuilder changed = CborValue.map();
        for (CborValue.Entry entry : assertion.entries()) {
            String name = entry.key().asText().orElseThrow();
            if (!name.equals(key)) {
                changed.put(name, entry.value());
            }
        }
        return changed.putValue(key, value).build();
    }
}
