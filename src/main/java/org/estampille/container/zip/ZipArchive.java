package org.estampille.container.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.PartList;

/**
 * What the central directory of an archive says.
 *
 * @param entries in the order of the directory
 * @param directory where it stands
 * @param large the records of ZIP64 behind it
 * @param end the end record, up to the end of the file
 */
public record ZipArchive(List<ZipEntry> entries, ByteRange directory, Optional<ByteRange> large, ByteRange end) {

    public ZipArchive {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the directory, and no entry.
     *
     * @throws MalformedContentException when there is none, or readers could find different entries in it
     */
    public static ZipArchive read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        EndRecords records = EndRecords.find(source, limits);
        PartList.admit("ZIP entries", records.entries(), limits);
        Octets directory = source.octets(records.directory(), limits);
        long start = records.directory().start();
        List<ZipEntry> entries = new ArrayList<>();
        int at = 0;
        for (long i = 0; i < records.entries(); i++) {
            ZipEntry entry = ZipEntry.read(directory, at, start);
            entries.add(entry);
            at += (int) entry.header().length();
        }
        if (at != directory.length()) {
            throw EndRecords.malformed(
                    start + at, directory.length() - at, "the central directory holds more than the entries it counts");
        }
        return new ZipArchive(entries, records.directory(), records.large(), records.end());
    }

    /**
     * The octets of an entry.
     *
     * @throws MalformedContentException when they are not there, or say something else than the directory
     */
    public LocalEntry local(ZipEntry entry, ByteSource source, ReadLimits limits)
            throws IOException, MalformedContentException {
        return LocalEntry.find(source, entry, directory.start(), limits);
    }
}
