package org.estampille.container.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a certifying signature allows to be changed (ISO 32000-2 clause 12.8.2.2). */
final class Certification {

    private static final int FORMS_AND_COMMENTS = 3;
    private static final int FORMS = 2;

    private Certification() {}

    /** Whether there is one that does not allow the tree of embedded files to grow (C2PA 2.5 clause A.4.2.1). */
    static boolean restricts(PDDocument document) {
        COSDictionary permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        COSDictionary signature = permissions == null ? null : permissions.getCOSDictionary(COSName.DOCMDP);
        if (signature == null) {
            return false;
        }
        COSArray references = signature.getCOSArray(COSName.getPDFName("Reference"));
        int allowed = FORMS;
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference) {
                COSDictionary parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
                allowed = parameters == null ? allowed : parameters.getInt(COSName.P, allowed);
            }
        }
        return allowed < FORMS_AND_COMMENTS;
    }
}
