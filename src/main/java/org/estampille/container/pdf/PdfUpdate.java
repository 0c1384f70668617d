package org.estampille.container.pdf;

import java.io.IOException;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Layout;
import org.estampille.container.SegmentList;

/**
 * Writes the incremental update (ISO 32000-2 clause 7.5.6): the embedded file, its specification, the objects that name it, and a
 * cross-reference section of the kind the file has.
 */
final class PdfUpdate {

    private static final long LARGEST = 9_999_999_999L;

    private final ByteSource base;
    private final PDDocument document;
    private final StoreStream store;
    private final ReadLimits limits;
    private final PdfTail tail;
    private final SegmentList segments = new SegmentList();
    private final TreeMap<Long, CrossReference.Entry> written = new TreeMap<>();
    private long next;
    private long at;

    private PdfUpdate(ByteSource base, PDDocument document, StoreStream store, PdfTail tail, ReadLimits limits) {
        this.base = base;
        this.document = document;
        this.store = store;
        this.tail = tail;
        this.limits = limits;
        long highest = document.getDocument().getTrailer().getLong(COSName.SIZE) - 1;
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            highest = Math.max(highest, key.getNumber());
        }
        this.next = highest + 1;
    }

    /**
     * Plans the update.
     *
     * @param store of length 0 to take the present one out of the catalog
     * @throws MalformedContentException when the document cannot carry one, with the reason
     */
    static Layout of(ByteSource base, StoreStream store, ReadLimits limits)
            throws IOException, MalformedContentException {
        PdfTail tail = PdfTail.read(base, limits);
        WatchedSource watched = WatchedSource.of(base);
        return PdfReader.read(watched, false, document -> {
                    if (document.isEncrypted()) {
                        throw refused("the document is encrypted; take the encryption off first, or use --sidecar");
                    }
                    return new PdfUpdate(watched, document, store, tail, limits).layout();
                })
                .orElseThrow(() -> refused("the document opens with a password only; use --sidecar"));
    }

    private Layout layout() throws IOException, MalformedContentException {
        if (base.length() > LARGEST) {
            throw refused("a document of more than 10 GB has no room for offsets; use --sidecar");
        }
        segments.copy(base.range());
        at = base.length();
        byte last = (byte) base.octets(new ByteRange(at - 1, 1), limits).at(0);
        if (last != '\n' && last != '\r') {
            append(Octets.ofAscii("\n"));
        }
        COSDictionary catalog = copy(document.getDocumentCatalog().getCOSObject());
        COSArray associated = new COSArray();
        for (COSBase entry : PdfStores.associated(document)) {
            if (!PdfStores.isStore(entry)) {
                associated.add(entry);
            }
        }
        if (store.streamLength() > 0) {
            long stream = next++;
            COSObject specification = reference(next++, 0);
            associated.add(specification);
            name(catalog, specification);
            specification(specification, stream);
            catalog.setItem(PdfStores.ASSOCIATED, associated);
            object(catalogKey(), catalog);
            stream(stream);
        } else {
            catalog.setItem(PdfStores.ASSOCIATED, associated);
            object(catalogKey(), catalog);
        }
        append(new CrossReference(document, tail, limits).write(written, next, at, base.length()));
        return store.streamLength() > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }

    private COSObjectKey catalogKey() throws MalformedContentException {
        if (document.getDocument().getTrailer().getItem(COSName.ROOT) instanceof COSObject root) {
            return root.getKey();
        }
        throw refused("the catalog is no object of its own");
    }

    /** In the tree of embedded files, or as an annotation where a certifying signature or the shape of the tree asks for it. */
    private void name(COSDictionary catalog, COSObject specification) throws IOException, MalformedContentException {
        String name = "content_credential_" + specification.getKey().getNumber() + ".c2pa";
        if (!Certification.restricts(document) && EmbeddedFiles.add(catalog, name, specification)) {
            return;
        }
        COSDictionary page = document.getPage(0).getCOSObject();
        COSObjectKey pageKey = page.getKey();
        if (pageKey == null) {
            throw refused("the first page is no object of its own");
        }
        COSObject annotation = reference(next++, 0);
        COSDictionary changed = copy(page);
        COSArray annotations = new COSArray();
        if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray present) {
            annotations.addAll(present);
        }
        annotations.add(annotation);
        changed.setItem(COSName.ANNOTS, annotations);
        object(pageKey, changed);
        object(annotation.getKey(), EmbeddedFiles.annotation(name, specification));
    }

    private void specification(COSObject key, long stream) throws IOException, MalformedContentException {
        COSDictionary files = new COSDictionary();
        files.setItem(COSName.F, reference(stream, 0));
        files.setItem(COSName.UF, reference(stream, 0));
        String name = "content_credential_" + key.getKey().getNumber() + ".c2pa";
        COSDictionary specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.getPDFName("Filespec"));
        specification.setString(COSName.F, name);
        specification.setString(COSName.UF, name);
        specification.setString(COSName.DESC, "C2PA manifest store");
        specification.setName(COSName.getPDFName("AFRelationship"), "C2PA_Manifest");
        specification.setItem(COSName.EF, files);
        object(key.getKey(), specification);
    }

    private void stream(long number) {
        written.put(number, new CrossReference.Entry(at, 0));
        append(Octets.ofAscii(number + " 0 obj\n<</Type /EmbeddedFile /Subtype /application#2Fc2pa /Length "
                + store.streamLength() + ">>\nstream\n"));
        segments.slot(store.streamLength());
        at += store.streamLength();
        append(Octets.ofAscii("\nendstream\nendobj\n"));
    }

    private void object(COSObjectKey key, COSDictionary content) throws IOException, MalformedContentException {
        written.put(key.getNumber(), new CrossReference.Entry(at, key.getGeneration()));
        append(Octets.concat(
                Octets.ofAscii(key.getNumber() + " " + key.getGeneration() + " obj\n"),
                PdfText.of(content, limits),
                Octets.ofAscii("\nendobj\n")));
    }

    private void append(Octets octets) {
        segments.fresh(octets);
        at += octets.length();
    }

    private static COSDictionary copy(COSDictionary dictionary) {
        COSDictionary copy = new COSDictionary();
        copy.addAll(dictionary);
        return copy;
    }

    static COSObject reference(long number, int generation) {
        return new COSObject(COSInteger.ZERO, new COSObjectKey(number, generation));
    }

    private static MalformedContentException refused(String cause) {
        return new MalformedContentException(PdfFormat.NAME, new ByteRange(0, 0), cause);
    }
}
