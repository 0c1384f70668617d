package org.estampille.marks;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.bmff.BmffBox;

/**
 * Finds the first pictures of videos in ISO base media files. Encoders and generators repeat their user data with each key
 * picture, so the beginning tells.
 */
final class SeiItems {

    private static final int WINDOW = 1 << 20;
    private static final int SAMPLE_ENTRY = 8;
    private static final int VISUAL_ENTRY = 78;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    SeiItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        Optional<BmffBox> moov = child(source.range(), "moov");
        if (moov.isEmpty()) {
            return;
        }
        for (BmffBox trak : BmffBox.in(source, moov.get().payload(), limits)) {
            Optional<BmffBox> table = trak.type().equals("trak") ? sampleTable(trak) : Optional.empty();
            Optional<CodedVideo> video = table.isPresent() ? video(table.get()) : Optional.empty();
            if (video.isPresent()) {
                video.get().read(window(table.orElseThrow()), items);
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

    private Optional<CodedVideo> video(BmffBox table) throws IOException, MalformedContentException {
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
                    Optional<CodedVideo> video = CodedVideo.configured(h265, content);
                    if (video.isPresent()) {
                        video.get().configuration(content, items);
                    }
                    return video;
                }
            } else if (entry.type().equals("av01")) {
                items.unread(SeiUnits.AV1_PLACE, Gap.NOT_READ_HERE);
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
}
