package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.zip.LocalEntry;
import org.estampille.container.zip.ZipArchive;
import org.estampille.container.zip.ZipEntry;

/**
 * Where the entries of an archive stand. They must follow one another from the first octet to the central directory: in a gap
 * between two, or in front of all, nothing is hashed, and programs that read an archive from its start find entries there.
 */
record EntryExtents(ZipArchive archive, HardBinding.Context context) {

    /** Finds all that can be found; {@code trouble} is told of what cannot, of overlaps and of gaps, a clause each. */
    Map<ZipEntry, LocalEntry> find(Consumer<String> trouble) throws IOException, LimitExceededException {
        Map<ZipEntry, LocalEntry> found = new LinkedHashMap<>();
        for (ZipEntry entry : archive.entries()) {
            try {
                found.put(entry, archive.local(entry, context.asset().source(), context.limits()));
            } catch (LimitExceededException e) {
                throw e;
            } catch (MalformedContentException e) {
                trouble.accept("altered: " + entry.name() + ", which " + e.problem());
            }
        }
        if (found.size() == archive.entries().size()) {
            inOrder(found, trouble);
        }
        return found;
    }

    private void inOrder(Map<ZipEntry, LocalEntry> found, Consumer<String> trouble) {
        List<Map.Entry<ZipEntry, LocalEntry>> sorted = new ArrayList<>(found.entrySet());
        sorted.sort(Comparator.comparingLong(entry -> entry.getValue().extent().start()));
        long at = 0;
        for (Map.Entry<ZipEntry, LocalEntry> entry : sorted) {
            ByteRange extent = entry.getValue().extent();
            if (extent.start() < at) {
                trouble.accept("the entry " + entry.getKey().name() + " overlaps another one");
            }
            gap(at, extent.start(), trouble);
            at = Math.max(at, extent.end());
        }
        gap(at, archive.directory().start(), trouble);
    }

    private static void gap(long from, long to, Consumer<String> trouble) {
        if (from < to) {
            trouble.accept((to - from) + " octets at offset " + from + " belong to no entry, and no hash covers them");
        }
    }
}
