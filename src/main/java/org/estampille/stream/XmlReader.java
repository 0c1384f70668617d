package org.estampille.stream;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/** Reads small XML documents: no document type, no entities of its own, nothing from elsewhere. */
final class XmlReader {

    private static final String FORMAT = "DASH manifest";

    /** An element whose end is still to come. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();

        private Open(String name) {
            this.name = name;
        }

        private XmlElement close() {
            return new XmlElement(name, attributes, text.toString().strip(), List.copyOf(children));
        }
    }

    private XmlReader() {}

    static XmlElement read(String text, ReadLimits limits) throws MalformedContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            return read(reader, limits);
        } catch (XMLStreamException e) {
            long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharacterOffset());
            throw new MalformedContentException(FORMAT, new ByteRange(at, 0), "it is no well-formed XML");
        }
    }

    private static XmlElement read(XMLStreamReader reader, ReadLimits limits)
            throws XMLStreamException, MalformedContentException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedContentException(
                            FORMAT, new ByteRange(0, 0), "a document type or entity, which is never needed");
                case XMLStreamConstants.START_ELEMENT -> {
                    LimitExceededException.check("XML elements", ++elements, limits.items());
                    LimitExceededException.check("XML depth", open.size(), limits.depth());
                    open.push(start(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement element = open.pop().close();
                    if (open.isEmpty()) {
                        return element;
                    }
                    open.element().children.add(element);
                }
                default -> {}
            }
        }
        throw new MalformedContentException(FORMAT, new ByteRange(0, 0), "it is cut short");
    }

    private static Open start(XMLStreamReader reader) {
        Open element = new Open(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }
}
