package org.estampille.marks;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The first pictures of MPEG-2 transport streams (ISO/IEC 13818-1): packets of 188 octets, also behind a time (192) or before
 * parity (204). What programme tables name as H.264 or H.265 is put together from its packets.
 */
final class TransportPictures {

    private static final int WINDOW = 4 << 20;
    private static final int LARGEST_STREAM = 1 << 20;
    private static final int MOST_STREAMS = 16;
    private static final int SYNC = 0x47;
    private static final int PACKET = 188;
    private static final int[] SPACINGS = {188, 192, 204};
    private static final int LOOKED_AT = 3;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private final TransportTables tables = new TransportTables();
    private final Map<Integer, StreamOctets> streams = new HashMap<>();
    private boolean scrambled;

    TransportPictures(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        Octets window = source.octets(new ByteRange(0, Math.min(WINDOW, source.length())), limits);
        Optional<Spacing> spacing = spacing(window);
        if (spacing.isPresent()) {
            int step = spacing.get().step();
            for (int at = spacing.get().first(); at + PACKET <= window.length(); at += step) {
                packet(window.slice(at, PACKET));
            }
        }
        pictures();
    }

    private record Spacing(int first, int step) {}

    private static Optional<Spacing> spacing(Octets window) {
        for (int step : SPACINGS) {
            for (int first = 0; first < step; first++) {
                if (isInStep(window, first, step)) {
                    return Optional.of(new Spacing(first, step));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isInStep(Octets window, int first, int step) {
        for (int i = 0; i < LOOKED_AT; i++) {
            int at = first + i * step;
            if (at >= window.length() || window.at(at) != SYNC) {
                return false;
            }
        }
        return true;
    }

    private void packet(Octets packet) {
        if (packet.at(0) != SYNC) {
            return;
        }
        boolean starts = (packet.at(1) & 0x40) != 0;
        int pid = (packet.at(1) & 0x1F) << 8 | packet.at(2);
        boolean adapted = (packet.at(3) & 0x20) != 0;
        int start = adapted ? 5 + packet.at(4) : 4;
        if ((packet.at(3) & 0x10) == 0 || start >= PACKET) {
            return;
        }
        if ((packet.at(3) & 0xC0) != 0) {
            scrambled = true;
            return;
        }
        Octets payload = packet.from(start);
        if (tables.isTable(pid)) {
            tables.section(pid, starts, payload);
        } else if (tables.videos().containsKey(pid)) {
            if (streams.containsKey(pid) || streams.size() < MOST_STREAMS) {
                streams.computeIfAbsent(pid, unknown -> new StreamOctets(LARGEST_STREAM))
                        .add(starts, payload);
            }
        }
    }

    private void pictures() {
        if (tables.namesAv1()) {
            items.unread(SeiUnits.AV1_PLACE, Gap.NOT_READ_HERE);
        }
        boolean all = true;
        for (Map.Entry<Integer, Boolean> video : tables.videos().entrySet()) {
            Octets octets = streams.containsKey(video.getKey())
                    ? streams.get(video.getKey()).octets()
                    : Octets.empty();
            all &= !octets.isEmpty();
            new SeiUnits(items, video.getValue()).marked(octets);
        }
        // Without a table nobody knows which of the streams are pictures.
        if (!all || scrambled || !tables.wereFound()) {
            items.unread(SeiUnits.PLACE, Gap.NO_PICTURE);
        }
    }
}
