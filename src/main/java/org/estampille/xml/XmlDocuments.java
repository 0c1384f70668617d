package org.estampille.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
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
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Reads whole documents into trees. A document type declaration is refused: none of the formats read here has one. */
public final class XmlDocuments {
    private XmlDocuments() {}

    /**
     * Reads a document.
     *
     * @throws MalformedContentException when it is not well-formed or declares a document type
     * @throws LimitExceededException when it is nested too deeply or has too many elements
     */
    public static XmlElement read(Octets document, ReadLimits limits) throws MalformedContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document.toByteArray()));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw malformed(reader, "declares a document type");
                }
            }
            return new Reading(reader, limits).element(1);
        } catch (XMLStreamException e) {
            int at = Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset());
            throw new MalformedContentException("XML", new ByteRange(at, 0), "not well-formed");
        }
    }

    private static MalformedContentException malformed(XMLStreamReader reader, String cause) {
        int at = Math.max(0, reader.getLocation().getCharacterOffset());
        return new MalformedContentException("XML", new ByteRange(at, 0), cause);
    }

    /** One run over a document. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private final ReadLimits limits;
        private long elements;

        private Reading(XMLStreamReader reader, ReadLimits limits) {
            this.reader = reader;
            this.limits = limits;
        }

        private XmlElement element(int depth) throws XMLStreamException, MalformedContentException {
            LimitExceededException.check("XML depth", depth, limits.depth());
            LimitExceededException.check("XML elements", ++elements, limits.items());
            String name = reader.getLocalName();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            StringBuilder text = new StringBuilder();
            List<XmlElement> children = new ArrayList<>();
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    children.add(element(depth + 1));
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(reader.getText());
                } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw malformed(reader, "refers to an entity");
                }
            }
            return new XmlElement(name, attributes, text.toString().strip(), children);
        }
    }
}
