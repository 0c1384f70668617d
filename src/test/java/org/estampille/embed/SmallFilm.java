package org.estampille.embed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.Segment;
import org.estampille.container.bmff.Boxes;

/** Films of some blocks, and what becomes of them where they stand. */
enum SmallFilm {
    /** As cameras and encoders write them: the media first, and room for a longer header. */
    MOVIE_LAST(5_000),
    /** As they are served: the index before the media. */
    MOVIE_FIRST(5_000),
    /** With room that is enough. */
    RESERVED(5_000),
    /** A store is taken out. */
    STRIPPED(0);

    private static final ReadLimits LIMITS = ReadLimits.standard();
    private static final int STEP = 4096;
    private static final Octets MEDIA = Boxes.media(30_000, 3);

    private final int store;

    SmallFilm(int store) {
        this.store = store;
    }

    Octets before() {
        return switch (this) {
            case MOVIE_LAST -> last();
            case MOVIE_FIRST -> Octets.concat(Boxes.ftyp(), Boxes.moov(Boxes.stco(0)), Boxes.box("mdat", MEDIA));
            case RESERVED ->
                Octets.concat(
                        Boxes.ftyp(),
                        Boxes.moov(Boxes.stco(0)),
                        Boxes.box("free", Octets.zeros(20_000)),
                        Boxes.box("mdat", MEDIA));
            case STRIPPED -> write(last(), 5_000);
        };
    }

    private static Octets last() {
        Octets head = Octets.concat(Boxes.ftyp(), Boxes.box("wide"));
        return Octets.concat(head, Boxes.box("mdat", MEDIA), Boxes.moov(Boxes.stco(head.length() + 8L)));
    }

    Octets after() {
        return write(before(), store);
    }

    Layout layout(ByteSource source) {
        return layout(source, store);
    }

    private static Octets write(Octets file, int store) {
        OctetsSource source = new OctetsSource(file);
        Layout layout = layout(source, store);
        try {
            return new LaidOutSource(source, layout).octets(new ByteRange(0, layout.length()), LIMITS);
        } catch (IOException | MalformedContentException e) {
            throw new AssertionError(e);
        }
    }

    private static Layout layout(ByteSource source, int store) {
        Asset asset = new Asset("film.mov", source, AssetFormat.MOV);
        ContainerFormat format = Containers.of(AssetFormat.MOV);
        try {
            Layout layout =
                    format.lay(asset, format.map(asset, LIMITS), new Wish(store, store > 0).inSteps(STEP), LIMITS);
            List<Segment> segments = new ArrayList<>();
            for (Segment segment : layout.segments()) {
                segments.add(
                        segment instanceof Segment.Slot
                                ? new Segment.Fresh(layout.wrap().apply(Boxes.media(store, 9)))
                                : segment);
            }
            return Layout.withoutStore(segments);
        } catch (IOException | MalformedContentException e) {
            throw new AssertionError(e);
        }
    }
}
