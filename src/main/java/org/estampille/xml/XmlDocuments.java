package org.estampille.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.jspecify.annotations.Nullable;

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
        return read(document, false, limits);
    }

    /**
     * Reads a document of which only one vocabulary counts: elements of another name space than the root's, and attributes of any
     * name space, are called {@code {name space}name}.
     *
     * @throws MalformedContentException when it is not well-formed or declares a document type
     * @throws LimitExceededException when it is nested too deeply or has too many elements
     */
    public static XmlElement readApart(Octets document, ReadLimits limits) throws MalformedContentException {
        return read(document, true, limits);
    }

    private static XmlElement read(Octets document, boolean apart, ReadLimits limits) throws MalformedContentException {
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
            Optional<String> root = apart ? Optional.of(space(reader.getNamespaceURI())) : Optional.empty();
            return new Reading(reader, root, limits).element(1);
        } catch (XMLStreamException e) {
            int at = Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset());
            throw new MalformedContentException("XML", new ByteRange(at, 0), "not well-formed");
        }
    }

    private static String space(@Nullable String stated) {
        return stated == null ? "" : stated;
    }

    private static MalformedContentException malformed(XMLStreamReader reader, String cause) {
        int at = Math.max(0, reader.getLocation().getCharacterOffset());
        return new MalformedContentException("XML", new ByteRange(at, 0), cause);
    }

    /** One run over a document. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private final Optional<String> root;
        private final ReadLimits limits;
        private long elements;

        private Reading(XMLStreamReader reader, Optional<String> root, ReadLimits limits) {
            this.reader = reader;
            this.root = root;
            this.limits = limits;
        }

        private XmlElement element(int depth) throws XMLStreamException, MalformedContentException {
            LimitExceededException.check("XML depth", depth, limits.depth());
            LimitExceededException.check("XML elements", ++elements, limits.items());
            String name = name(space(reader.getNamespaceURI()), root.orElse(""), reader.getLocalName());
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String space = space(reader.getAttributeNamespace(i));
                attributes.put(name(space, "", reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
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

        private String name(String space, String own, String local) {
            return root.isEmpty() || space.equals(own) ? local : "{" + space + "}" + local;
        }
    }
}
