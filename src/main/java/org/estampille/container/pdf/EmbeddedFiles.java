package org.estampille.container.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;

/** The places where a document names its embedded files: a name tree (ISO 32000-2 clause 7.9.6) and annotations. */
final class EmbeddedFiles {

    private static final int HIDDEN = 2;

    private EmbeddedFiles() {}

    /**
     * Adds a file to the tree.
     *
     * @param catalog to be written; its {@code Names} are replaced, not changed
     * @return false where the tree has more than one node, which is left alone
     */
    static boolean add(COSDictionary catalog, String name, COSObject specification) {
        COSDictionary names = copy(catalog.getCOSDictionary(COSName.NAMES));
        COSDictionary tree = copy(names.getCOSDictionary(COSName.EMBEDDED_FILES));
        if (tree.containsKey(COSName.KIDS)) {
            return false;
        }
        COSArray present = tree.getCOSArray(COSName.NAMES);
        COSArray sorted = new COSArray();
        boolean pending = true;
        for (int i = 0; present != null && i + 1 < present.size(); i += 2) {
            COSBase key = present.getObject(i);
            if (pending && key instanceof COSString text && text.getString().compareTo(name) > 0) {
                sorted.add(new COSString(name));
                sorted.add(specification);
                pending = false;
            }
            sorted.add(present.get(i));
            sorted.add(present.get(i + 1));
        }
        if (pending) {
            sorted.add(new COSString(name));
            sorted.add(specification);
        }
        tree.setItem(COSName.NAMES, sorted);
        tree.removeItem(COSName.LIMITS);
        names.setItem(COSName.EMBEDDED_FILES, tree);
        catalog.setItem(COSName.NAMES, names);
        return true;
    }

    /** An annotation that holds a file and shows nothing. */
    static COSDictionary annotation(String name, COSObject specification) {
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("FileAttachment"));
        annotation.setItem(COSName.getPDFName("FS"), specification);
        annotation.setString(COSName.CONTENTS, "C2PA manifest store");
        annotation.setString(COSName.NM, name);
        annotation.setInt(COSName.F, HIDDEN);
        COSArray nowhere = new COSArray();
        for (int i = 0; i < 4; i++) {
            nowhere.add(COSInteger.ZERO);
        }
        annotation.setItem(COSName.RECT, nowhere);
        return annotation;
    }

    private static COSDictionary copy(COSDictionary dictionary) {
        COSDictionary copy = new COSDictionary();
        if (dictionary != null) {
            copy.addAll(dictionary);
        }
        return copy;
    }
}
