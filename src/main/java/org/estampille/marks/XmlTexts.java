package org.estampille.marks;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The elements of a small XML document with all text in them. No document type, no entity, no fetch. */
final class XmlTexts {

    private static final int DEEPEST = 100;
    private static final int MOST = 100_000;

    private XmlTexts() {}

    /** Takes one element when it ends. */
    interface Taker {
        void take(String element, Map<String, String> attributes, String text);
    }

    private record Open(String name, Map<String, String> attributes, StringBuilder text) {}

    /** Reads a document; element and attribute names come without prefix, and {@code xmlns} is the root's namespace. */
    static void read(Octets xml, String what, Taker taker) throws MalformedContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            elements(factory.createXMLStreamReader(new ByteArrayInputStream(xml.toByteArray())), taker);
        } catch (XMLStreamException e) {
            throw new MalformedContentException("XML", new ByteRange(0, 0), what + " that is no XML");
        }
    }

    private static void elements(XMLStreamReader reader, Taker taker) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        for (int events = 0; reader.hasNext() && events < MOST; events++) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.size() >= DEEPEST) {
                    return;
                }
                open.push(new Open(reader.getLocalName(), attributes(reader), new StringBuilder()));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!open.isEmpty() && open.element().text().length() < MetadataItems.LONGEST) {
                    open.element().text().append(reader.getText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && !open.isEmpty()) {
                Open ended = open.pop();
                String text = ended.text().toString().strip();
                taker.take(ended.name(), ended.attributes(), text);
                if (!open.isEmpty() && open.element().text().length() < MetadataItems.LONGEST) {
                    open.element().text().append(text);
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("xmlns", String.valueOf(reader.getNamespaceURI()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
