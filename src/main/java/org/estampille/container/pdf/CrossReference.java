package org.estampille.container.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * Writes a cross-reference section and everything behind it: a table where the last one is a table, else a stream (ISO 32000-2
 * clauses 7.5.4 and 7.5.8).
 *
 * @param document that is updated
 * @param tail of its file
 * @param limits for what is copied from its trailer
 */
record CrossReference(PDDocument document, PdfTail tail, ReadLimits limits) {

    /**
     * Where an object stands.
     *
     * @param offset in the file
     * @param generation of the object
     */
    record Entry(long offset, int generation) {}

    /**
     * The section.
     *
     * @param objects by number
     * @param size the first number that is free
     * @param start where the section stands
     * @param before length of the file before the update
     */
    Octets write(NavigableMap<Long, Entry> objects, long size, long start, long before)
            throws IOException, MalformedContentException {
        List<Octets> out = new ArrayList<>();
        if (document.getDocument().isXRefStream()) {
            stream(objects, size, start, out);
        } else {
            table(objects, size, out);
        }
        out.add(PdfTail.mark(before));
        out.add(Octets.ofAscii("startxref\n" + start + "\n%%EOF\n"));
        return Octets.concat(out);
    }

    private void table(NavigableMap<Long, Entry> objects, long size, List<Octets> out)
            throws IOException, MalformedContentException {
        out.add(Octets.ofAscii("xref\n"));
        for (Map.Entry<Long, Long> run : runs(objects).entrySet()) {
            out.add(Octets.ofAscii(run.getKey() + " " + run.getValue() + "\n"));
            for (Entry entry :
                    objects.subMap(run.getKey(), run.getKey() + run.getValue()).values()) {
                out.add(Octets.ofAscii(
                        String.format(Locale.ROOT, "%010d %05d n\r\n", entry.offset(), entry.generation())));
            }
        }
        out.add(Octets.ofAscii("trailer\n"));
        out.add(PdfText.of(trailer(size), limits));
        out.add(Octets.ofAscii("\n"));
    }

    /** The section is an object itself. */
    private void stream(NavigableMap<Long, Entry> objects, long size, long start, List<Octets> out)
            throws IOException, MalformedContentException {
        TreeMap<Long, Entry> all = new TreeMap<>(objects);
        all.put(size, new Entry(start, 0));
        List<Octets> entries = new ArrayList<>();
        for (Entry entry : all.values()) {
            entries.add(Octets.concat(Octets.of(1), Octets.u64be(entry.offset()), Octets.u16be(entry.generation())));
        }
        StringBuilder index = new StringBuilder();
        runs(all)
                .forEach((first, count) ->
                        index.append(first).append(' ').append(count).append(' '));
        Octets content = Octets.concat(entries);
        String trailer = PdfText.of(trailer(size + 1), limits).latin1();
        out.add(Octets.ofAscii(size + " 0 obj\n"));
        out.add(Octets.ofAscii(trailer.substring(0, trailer.length() - 2)
                + "/Type /XRef\n/W [1 8 2]\n/Index [" + index.toString().strip() + "]\n/Length " + content.length()
                + ">>\nstream\n"));
        out.add(content);
        out.add(Octets.ofAscii("\nendstream\nendobj\n"));
    }

    private COSDictionary trailer(long size) {
        COSDictionary present = document.getDocument().getTrailer();
        COSDictionary trailer = new COSDictionary();
        trailer.setLong(COSName.SIZE, size);
        trailer.setLong(COSName.PREV, tail.startXref());
        for (COSName kept : List.of(COSName.ROOT, COSName.INFO, COSName.ID)) {
            COSBase value = present.getItem(kept);
            if (value != null) {
                trailer.setItem(kept, value);
            }
        }
        return trailer;
    }

    /** Runs of numbers that follow one another: the first of each, and how many. */
    private static TreeMap<Long, Long> runs(NavigableMap<Long, Entry> objects) {
        TreeMap<Long, Long> runs = new TreeMap<>();
        for (long number : objects.keySet()) {
            Map.Entry<Long, Long> last = runs.lastEntry();
            if (last != null && last.getKey() + last.getValue() == number) {
                runs.put(last.getKey(), last.getValue() + 1);
            } else {
                runs.put(number, 1L);
            }
        }
        return runs;
    }
}
