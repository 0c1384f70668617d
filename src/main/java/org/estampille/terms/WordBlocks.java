package org.estampille.terms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Text of a word processor's document (ECMA-376, WordprocessingML), paragraph by paragraph. */
final class WordBlocks {

    private static final String BODY = "word/document.xml";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String WORDS_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private WordBlocks() {}

    static List<String> of(Octets document, ReadLimits limits) throws MalformedContentException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BODY)) {
                    byte[] body = zip.readNBytes(limits.buffer() + 1);
                    limits.admit(body.length);
                    return paragraphs(new ByteArrayInputStream(body));
                }
            }
        } catch (IOException e) {
            throw TermsText.broken("ZIP", e);
        }
        throw new MalformedContentException(
                "ZIP", new ByteRange(0, 0), "holds no " + BODY + ", so it is no word processor's document");
    }

    private static List<String> paragraphs(InputStream body) throws MalformedContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(body);
            List<String> paragraphs = new ArrayList<>();
            StringBuilder paragraph = new StringBuilder();
            boolean text = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && isWord(reader)) {
                    text = reader.getLocalName().equals("t");
                    paragraph.append(reader.getLocalName().matches("tab|br|cr") ? " " : "");
                } else if (event == XMLStreamConstants.END_ELEMENT && isWord(reader)) {
                    text = false;
                    if (reader.getLocalName().equals("p")) {
                        paragraphs.add(paragraph.toString());
                        paragraph.setLength(0);
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && text) {
                    paragraph.append(reader.getText());
                }
            }
            return paragraphs;
        } catch (XMLStreamException e) {
            throw TermsText.broken("XML", new IOException(e.getMessage(), e));
        }
    }

    private static boolean isWord(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI();
        return WORDS.equals(namespace) || WORDS_STRICT.equals(namespace);
    }
}
