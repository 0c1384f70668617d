package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;

/** Lays files out, writes them and compares their media. */
final class Layouts {

    private Layouts() {}

    static final ReadLimits LIMITS = ReadLimits.standard();

    static Asset asset(ByteSource source) {
        return new Asset("a.mp4", source, AssetFormat.MP4);
    }

    static Layout lay(ByteSource source, Wish wish) throws IOException, MalformedContentException {
        BmffFormat format = new BmffFormat();
        return format.lay(asset(source), format.map(asset(source), LIMITS), wish, LIMITS);
    }

    /** The file the layout plans, with {@code store} in the slot. */
    static Octets write(ByteSource source, Layout layout, Octets store) throws IOException, MalformedContentException {
        Octets planned = new LaidOutSource(source, layout).octets(new ByteRange(0, layout.length()), LIMITS);
        if (layout.slot().isEmpty()) {
            return planned;
        }
        ByteRange slot = layout.slot().get();
        return Octets.concat(
                planned.slice(0, (int) slot.start()), layout.wrap().apply(store), planned.from((int) slot.end()));
    }

    static OctetsSource tag(Octets file, boolean merkle) throws IOException, MalformedContentException {
        Octets store = Boxes.store(1000);
        OctetsSource source = new OctetsSource(file);
        Layout layout = lay(source, new Wish(store.length(), merkle));
        OctetsSource target = new OctetsSource(write(source, layout, store));
        assertThat(new BmffFormat().map(asset(target), LIMITS).stores().get(0).store())
                .isEqualTo(store);
        return target;
    }

    static Octets strip(ByteSource source) throws IOException, MalformedContentException {
        return write(source, lay(source, Wish.strip()), Octets.empty());
    }

    static void assertSameMedia(ByteSource before, ByteSource after) throws IOException, MalformedContentException {
        List<Octets> expected = References.octets(before, 24);
        assertThat(expected).isNotEmpty();
        assertThat(References.octets(after, 24)).isEqualTo(expected);
    }
}
