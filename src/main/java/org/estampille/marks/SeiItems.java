package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;

/**
 * User data in the supplemental enhancement information of the first pictures of a video (H.264 annex D, H.265 annex D). Encoders
 * and generators repeat theirs with each key picture, so the beginning tells.
 */
final class SeiItems {

    private static final int WINDOW = 1 << 20;
    private static final int SAMPLE_ENTRY = 8;
    private static final int VISUAL_ENTRY = 78;
    private static final int UUID = 16;
    private static final int MOST_UNITS = 2_000;
    private static final int USER_DATA_REGISTERED = 4;
    private static final int USER_DATA_UNREGISTERED = 5;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    SeiItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    /** How the units of a stream are written. */
    private record Stream(boolean h265, int lengthSize) {}

    void read() throws IOException, MalformedContentException {
        Optional<BmffBox> moov = child(source.range(), "moov");
        if (moov.isEmpty()) {
            return;
        }
        for (BmffBox trak : BmffBox.in(source, moov.get().payload(), limits)) {
            Optional<BmffBox> table = trak.type().equals("trak") ? sampleTable(trak) : Optional.empty();
            Optional<Stream> stream = table.isPresent() ? stream(table.get()) : Optional.empty();
            if (stream.isPresent()) {
                units(window(table.orElseThrow()), stream.get());
            }
        }
    }

    private Optional<BmffBox> sampleTable(BmffBox trak) throws IOException, MalformedContentException {
        Optional<BmffBox> found = Optional.of(trak);
        for (String type : new String[] {"mdia", "minf", "stbl"}) {
            found = found.isEmpty() ? found : child(found.get().payload(), type);
        }
        return found;
    }

    private Optional<BmffBox> child(ByteRange within, String type) throws IOException, MalformedContentException {
        return BmffBox.in(source, within, limits).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    private Optional<Stream> stream(BmffBox table) throws IOException, MalformedContentException {
        Optional<BmffBox> descriptions = child(table.payload(), "stsd");
        if (descriptions.isEmpty() || descriptions.get().payload().length() <= SAMPLE_ENTRY) {
            return Optional.empty();
        }
        ByteRange payload = descriptions.get().payload();
        ByteRange entries = ByteRange.between(payload.start() + SAMPLE_ENTRY, payload.end());
        for (BmffBox entry : BmffBox.in(source, entries, limits)) {
            boolean h264 = entry.type().startsWith("avc");
            boolean h265 = entry.type().equals("hvc1") || entry.type().equals("hev1");
            if ((h264 || h265) && entry.payload().length() > VISUAL_ENTRY) {
                ByteRange boxes = ByteRange.between(
                        entry.payload().start() + VISUAL_ENTRY, entry.payload().end());
                Optional<BmffBox> configuration = child(boxes, h265 ? "hvcC" : "avcC");
                if (configuration.isPresent()) {
                    Octets content = source.octets(configuration.get().payload(), limits);
                    int at = h265 ? 21 : 4;
                    return content.length() > at
                            ? Optional.of(new Stream(h265, (content.at(at) & 3) + 1))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The octets from the first picture on; in a fragmented file it begins the first media data box. */
    private Octets window(BmffBox table) throws IOException, MalformedContentException {
        long start = -1;
        for (BmffBox box : BmffBox.in(source, table.payload(), limits)) {
            boolean wide = box.type().equals("co64");
            if ((wide || box.type().equals("stco")) && box.payload().length() >= (wide ? 16 : 12)) {
                ByteCursor cursor = new ByteCursor(
                        "BMFF", source.octets(new ByteRange(box.payload().start(), wide ? 16 : 12), limits), 0);
                cursor.skip(4);
                start = cursor.u32be() > 0 ? wide ? cursor.u64be() : cursor.u32be() : start;
            }
        }
        if (start < 0) {
            start = child(source.range(), "mdat")
                    .map(box -> box.payload().start())
                    .orElse(source.length());
        }
        long from = Math.min(start, source.length());
        return source.octets(new ByteRange(from, Math.min(WINDOW, source.length() - from)), limits);
    }

    private void units(Octets window, Stream stream) {
        int at = 0;
        for (int unit = 0; unit < MOST_UNITS && at + stream.lengthSize() < window.length(); unit++) {
            long length = 0;
            for (int i = 0; i < stream.lengthSize(); i++) {
                length = length << 8 | window.at(at + i);
            }
            at += stream.lengthSize();
            if (length == 0 || at + length > window.length()) {
                return;
            }
            unit(window.slice(at, (int) length), stream);
            at += (int) length;
        }
    }

    private void unit(Octets unit, Stream stream) {
        int type = stream.h265() ? unit.at(0) >> 1 & 0x3F : unit.at(0) & 0x1F;
        boolean information = stream.h265() ? type == 39 || type == 40 : type == 6;
        int header = stream.h265() ? 2 : 1;
        if (information && unit.length() > header) {
            messages(withoutEmulation(unit.from(header)), stream);
        }
    }

    private void messages(Octets content, Stream stream) {
        int at = 0;
        while (at + 2 < content.length()) {
            int type = 0;
            while (at < content.length() && content.at(at) == 0xFF) {
                type += 0xFF;
                at++;
            }
            type += at < content.length() ? content.at(at++) : 0;
            int size = 0;
            while (at < content.length() && content.at(at) == 0xFF) {
                size += 0xFF;
                at++;
            }
            size += at < content.length() ? content.at(at++) : 0;
            if (size > content.length() - at) {
                return;
            }
            Octets payload = content.slice(at, size);
            if (type == USER_DATA_UNREGISTERED && size > UUID) {
                add(payload.from(UUID), payload.slice(0, UUID).hex(), stream);
            } else if (type == USER_DATA_REGISTERED) {
                add(payload, "itu-t-t35", stream);
            }
            at += size;
        }
    }

    private void add(Octets text, String name, Stream stream) {
        String where = (stream.h265() ? "H.265" : "H.264") + " SEI of the first pictures";
        items.add(Location.SEI, where, name, printable(text));
    }

    private static String printable(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\uFFFD]+", " ");
    }

    /** Without the octet 3 that keeps start codes out of the payload (H.264 clause 7.4.1). */
    private static Octets withoutEmulation(Octets octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length());
        int zeros = 0;
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (zeros >= 2 && octet == 3) {
                zeros = 0;
                continue;
            }
            zeros = octet == 0 ? zeros + 1 : 0;
            out.write(octet);
        }
        return Octets.adopt(out.toByteArray());
    }
}
