package org.estampille.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;
import org.estampille.container.bmff.BmffBox;

/**
 * A track of which only the initialization segment is here.
 *
 * @param source it is read from
 */
record InitializationSegment(ByteSource source) implements FragmentedTrack {

    /** Whether a file announces fragments (ISO/IEC 14496-12 clause 8.8.1) and holds neither one nor any other media. */
    static boolean is(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, LimitExceededException {
        if (asset.format().family() != AssetFormat.Family.BMFF) {
            return false;
        }
        boolean announced = false;
        for (Part part : map.parts()) {
            switch (part.name()) {
                case "moof", "mdat" -> {
                    return false;
                }
                case "moov" -> announced |= announces(asset.source(), part.range(), limits);
                default -> {}
            }
        }
        return announced;
    }

    private static boolean announces(ByteSource source, ByteRange moov, ReadLimits limits)
            throws IOException, LimitExceededException {
        try {
            for (BmffBox box : BmffBox.in(source, moov, limits)) {
                return BmffBox.in(source, box.payload(), limits).stream()
                        .anyMatch(child -> child.type().equals("mvex"));
            }
            return false;
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException unreadable) {
            return false;
        }
    }

    /** Its own octets; closing it closes nothing, since who opened the file closes it. */
    @Override
    public ByteSource initialization() {
        return new ByteSource() {
            @Override
            public long length() {
                return source.length();
            }

            @Override
            public void read(long position, ByteBuffer target) throws IOException {
                source.read(position, target);
            }
        };
    }

    @Override
    public boolean flat() {
        return false;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Optional<ByteSource> fragment(int index) {
        return Optional.empty();
    }

    @Override
    public Optional<ByteRange> range(int index) {
        return Optional.empty();
    }
}
