package org.estampille.container.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;

/** Finds the stores that the catalog names: the one that holds the active manifest (C2PA 2.5 clause A.4.2.1). */
final class PdfStores {

    static final COSName ASSOCIATED = COSName.getPDFName("AF");

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final String STORE = "C2PA_Manifest";

    /** The dictionary of an embedded file, which is short. */
    private static final int HEAD = 4 << 10;

    private final ByteSource source;
    private final ReadLimits limits;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    PdfStores(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    List<EmbeddedStore> stores() {
        return List.copyOf(stores);
    }

    List<Suspicion> suspicions() {
        return List.copyOf(suspicions);
    }

    PdfStores look(PDDocument document) throws IOException, MalformedContentException {
        LimitExceededException.check(
                "PDF objects", document.getDocument().getXrefTable().size(), limits.items());
        for (COSBase entry : associated(document)) {
            COSBase named = entry instanceof COSObject reference ? reference.getObject() : entry;
            if (named instanceof COSDictionary specification && isStore(specification)) {
                store(document.getDocument().getXrefTable(), specification);
            }
        }
        return this;
    }

    /** The entries of {@code AF} in the catalog; some writers put the only one there without an array. */
    static List<COSBase> associated(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSBase value = catalog.getDictionaryObject(ASSOCIATED);
        List<COSBase> entries = new ArrayList<>();
        if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                entries.add(array.get(i));
            }
        } else if (value instanceof COSDictionary) {
            entries.add(catalog.getItem(ASSOCIATED));
        }
        return entries;
    }

    static boolean isStore(COSBase entry) {
        COSBase value = entry instanceof COSObject reference ? reference.getObject() : entry;
        return value instanceof COSDictionary dictionary && STORE.equals(dictionary.getNameAsString(RELATIONSHIP));
    }

    private void store(Map<COSObjectKey, Long> offsets, COSDictionary specification)
            throws IOException, MalformedContentException {
        COSDictionary files = specification.getCOSDictionary(COSName.EF);
        COSBase file = files == null ? null : files.getItem(COSName.F);
        Optional<ByteRange> place = Optional.empty();
        if (file instanceof COSObject reference && reference.getObject() instanceof COSStream stream) {
            Long offset = offsets.get(reference.getKey());
            long length = stream.getLong(COSName.LENGTH);
            if (offset != null && offset > 0 && length >= 0) {
                place = place(offset, length);
            }
            if (place.isPresent()) {
                add(place.get(), stream);
            }
        }
        if (place.isEmpty()) {
            suspicions.add(
                    new Suspicion(source.range(), "the embedded file that should be a manifest store is not there"));
        }
    }

    private void add(ByteRange place, COSStream stream) throws IOException, MalformedContentException {
        COSBase filters = stream.getFilters();
        boolean plain = filters == null
                || COSName.CRYPT.equals(filters)
                || filters instanceof COSArray array && array.size() == 0;
        if (plain) {
            LimitExceededException.check("manifest store", statedLength(place), limits.manifestStore());
            stores.add(EmbeddedStore.split(List.of(place), source.octets(place, limits), EmbeddedStore.Role.MANIFEST));
            return;
        }
        try (InputStream decoded = stream.createInputStream()) {
            byte[] octets = decoded.readNBytes(limits.manifestStore() + 1);
            LimitExceededException.check("manifest store", octets.length, limits.manifestStore());
            stores.add(new EmbeddedStore(
                    List.of(place), Octets.adopt(octets), Octets.empty(), EmbeddedStore.Role.MANIFEST));
        }
    }

    private long statedLength(ByteRange place) throws IOException, MalformedContentException {
        long stated = place.length() < 4
                ? place.length()
                : source.octets(new ByteRange(place.start(), 4), limits).uint32At(0);
        return Math.min(stated, place.length());
    }

    /** The octets of a stream: behind the line end after the word, before the word that ends it (ISO 32000-2 clause 7.3.8). */
    private Optional<ByteRange> place(long object, long length) throws IOException, MalformedContentException {
        if (object >= source.length()) {
            return Optional.empty();
        }
        ByteRange range = new ByteRange(object, Math.min(HEAD, source.length() - object));
        String head = source.octets(range, limits).latin1();
        int dictionary = head.indexOf("<<");
        int word = dictionary < 0 ? -1 : head.indexOf("stream", dictionary);
        while (word > 0 && !head.substring(0, word).stripTrailing().endsWith(">>")) {
            word = head.indexOf("stream", word + 1);
        }
        if (word < 0) {
            return Optional.empty();
        }
        int start = word + "stream".length();
        start += head.startsWith("\r\n", start)
                ? 2
                : head.startsWith("\n", start) || head.startsWith("\r", start) ? 1 : 0;
        long from = object + start;
        if (length > source.length() - from) {
            return Optional.empty();
        }
        long end = from + length;
        ByteRange behind = new ByteRange(end, Math.min(12, source.length() - end));
        boolean ended = source.octets(behind, limits).latin1().strip().startsWith("endstream");
        return ended ? Optional.of(ByteRange.between(from, end)) : Optional.empty();
    }
}
