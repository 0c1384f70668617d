package org.estampille.container.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Writes objects as PDF has them (ISO 32000-2 clause 7.3). References stay references. */
final class PdfText {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ReadLimits limits;

    private PdfText(ReadLimits limits) {
        this.limits = limits;
    }

    static Octets of(COSBase value, ReadLimits limits) throws IOException, MalformedContentException {
        PdfText text = new PdfText(limits);
        text.write(value, 0);
        return Octets.adopt(text.out.toByteArray());
    }

    private void write(COSBase value, int depth) throws IOException, MalformedContentException {
        LimitExceededException.check("PDF nesting", depth, limits.depth());
        if (value instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            ascii(key.getNumber() + " " + key.getGeneration() + " R");
        } else if (value instanceof COSStream) {
            throw new MalformedContentException(PdfFormat.NAME, new ByteRange(0, 0), "a stream that is no object");
        } else if (value instanceof COSDictionary dictionary) {
            ascii("<<");
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                entry.getKey().writePDF(out);
                ascii(" ");
                write(entry.getValue(), depth + 1);
                ascii("\n");
            }
            ascii(">>");
        } else if (value instanceof COSArray array) {
            ascii("[");
            for (int i = 0; i < array.size(); i++) {
                ascii(i == 0 ? "" : " ");
                write(array.get(i), depth + 1);
            }
            ascii("]");
        } else {
            atom(value);
        }
    }

    private void atom(COSBase value) throws IOException {
        if (value instanceof COSName name) {
            name.writePDF(out);
        } else if (value instanceof COSInteger number) {
            number.writePDF(out);
        } else if (value instanceof COSFloat number) {
            number.writePDF(out);
        } else if (value instanceof COSBoolean truth) {
            truth.writePDF(out);
        } else if (value instanceof COSString text) {
            ascii("<" + Octets.copyOf(text.getBytes()).hex() + ">");
        } else {
            ascii("null");
        }
    }

    private void ascii(String text) throws IOException {
        out.write(Octets.ofAscii(text).toByteArray());
    }
}
