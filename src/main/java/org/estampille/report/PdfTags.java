package org.estampille.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The structure of a PDF, which says to a screen reader what each piece on a page is (ISO 32000-1 clause 14.7). */
final class PdfTags {

    private final PDDocument document;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", tree);
    private final Map<Integer, PDParentTreeValue> parents = new HashMap<>();
    private PDStructureElement root = whole;
    private PDPage page = new PDPage();
    private COSArray owners = new COSArray();

    PdfTags(PDDocument document, String language, String title) {
        this.document = document;
        tree.appendKid(whole);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
        document.getDocumentCatalog().setLanguage(language);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("Estampille");
        document.setDocumentInformation(about);
    }

    PDStructureElement root() {
        return root;
    }

    /** What comes now is read before all that came. */
    void first() {
        PDStructureElement front = new PDStructureElement("Sect", whole);
        whole.insertBefore(front, whole.getKids().get(0));
        root = front;
    }

    void begin(PDPage next) {
        page = next;
        owners = new COSArray();
        int number = parents.size();
        next.setStructParents(number);
        next.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        parents.put(number, new PDParentTreeValue(owners));
    }

    PDStructureElement group(String type) {
        return child(root, type);
    }

    PDStructureElement child(PDStructureElement parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** What is drawn until the end of the marked content belongs to {@code element}. */
    void open(PDPageContentStream out, PDStructureElement element, String type) throws IOException {
        int mark = owners.size();
        owners.add(element.getCOSObject());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(mark);
        element.appendKid(reference);
        out.beginMarkedContent(COSName.getPDFName(type), mark);
    }

    /** What is drawn is only there for the eye. */
    void openArtifact(PDPageContentStream out) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
    }

    void finish() {
        PDNumberTreeNode numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(parents);
        tree.setParentTree(numbers);
        tree.setParentTreeNextKey(parents.size());
        document.setDocumentId(0L);
    }
}
