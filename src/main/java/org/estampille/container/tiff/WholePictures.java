package org.estampille.container.tiff;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/**
 * Looks whether the values, strips and tiles that directories lead to end in the file, in the main chain and in the directories
 * below it (SubIFDs, Exif, GPS).
 */
final class WholePictures {

    private static final Set<Integer> LEADS_BELOW = Set.of(330, 34_665, 34_853);

    /** Far more strips and tiles than pictures have. */
    private static final int MOST_PIECES = 1 << 26;

    /**
     * Where parts of a picture stand and how long they are.
     *
     * @param name of one part
     * @param offsets tag
     * @param lengths tag
     */
    private record Pieces(String name, int offsets, int lengths) {}

    private static final Pieces[] PIECES = {
        new Pieces("strip", 273, 279), new Pieces("tile", 324, 325), new Pieces("JPEG stream", 513, 514)
    };

    private final TiffFile file;
    private final Encoding encoding;
    private final ReadLimits limits;
    private final HeaderWindow entries;
    private final HeaderWindow offsets;
    private final HeaderWindow lengths;
    private final Queue<Directory> waiting = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private long entriesSeen;
    private long piecesSeen;

    WholePictures(ByteSource source, TiffFile file, ReadLimits limits) {
        this.file = file;
        this.encoding = file.encoding();
        this.limits = limits;
        this.entries = new HeaderWindow(TiffFormat.NAME, source, TiffFile.WINDOW);
        this.offsets = new HeaderWindow(TiffFormat.NAME, source, TiffFile.WINDOW);
        this.lengths = new HeaderWindow(TiffFormat.NAME, source, TiffFile.WINDOW);
    }

    void require() throws IOException, MalformedContentException {
        for (Directory directory : file.directories()) {
            seen.add(directory.range().start());
            waiting.add(directory);
        }
        while (!waiting.isEmpty()) {
            directory(waiting.remove());
        }
    }

    private void directory(Directory directory) throws IOException, MalformedContentException {
        entriesSeen += directory.entries();
        LimitExceededException.check("TIFF entries", entriesSeen, limits.items());
        Map<Integer, Entry> known = new HashMap<>();
        long at = directory.range().start() + encoding.entryCountLength();
        for (long i = 0; i < directory.entries(); i++) {
            Entry entry = Entry.read(entries, encoding, at);
            if (!entry.isWithin(entries.length())) {
                throw cutShort(entry.range(), "the value of tag " + entry.tag());
            }
            known.putIfAbsent(entry.tag(), entry);
            at += encoding.entryLength();
        }
        for (Entry entry : known.values()) {
            if (LEADS_BELOW.contains(entry.tag()) && entry.isNumbers()) {
                below(entry);
            }
        }
        for (Pieces pieces : PIECES) {
            Optional<Entry> places =
                    Optional.ofNullable(known.get(pieces.offsets())).filter(Entry::isNumbers);
            if (places.isPresent()) {
                Optional<Entry> sizes =
                        Optional.ofNullable(known.get(pieces.lengths())).filter(Entry::isNumbers);
                pieces(pieces.name(), places.get(), sizes);
            }
        }
    }

    private void below(Entry entry) throws IOException, MalformedContentException {
        count(entry);
        for (long i = 0; i < entry.count(); i++) {
            long place = entry.value(offsets, encoding, i);
            if (place != 0 && seen.add(place)) {
                PartList.admit("TIFF directories", seen.size(), limits);
                if (place > entries.length() - encoding.entryCountLength()) {
                    throw cutShort(entry.range(), "the directory of tag " + entry.tag());
                }
                if (encoding.entryCount(entries, place) > 0) {
                    waiting.add(
                            TiffFile.directory(entries, encoding, entry.range().start(), place));
                }
            }
        }
    }

    /** Lengths of 0 mean a part that was never written. Where there are none, a part has at least one octet. */
    private void pieces(String name, Entry places, Optional<Entry> sizes)
            throws IOException, MalformedContentException {
        count(places);
        for (long i = 0; i < places.count(); i++) {
            boolean sized = sizes.isPresent() && i < sizes.get().count();
            long size = sized ? sizes.get().value(lengths, encoding, i) : 1;
            long place = places.value(offsets, encoding, i);
            if (size > 0 && (place > offsets.length() || size > offsets.length() - place)) {
                throw cutShort(
                        places.range(),
                        name + " " + (i + 1) + " of " + places.count() + ", from octet " + place + " with " + size
                                + " octets,");
            }
        }
    }

    /** Many directories may lead to the same long list of offsets. */
    private void count(Entry offsetsElsewhere) throws LimitExceededException {
        piecesSeen += offsetsElsewhere.count();
        LimitExceededException.check("TIFF strips and tiles", piecesSeen, MOST_PIECES);
    }

    private MalformedContentException cutShort(ByteRange where, String what) {
        return new MalformedContentException(
                TiffFormat.NAME,
                where,
                "the file was cut short: " + what + " ends past its end at octet " + entries.length());
    }
}
