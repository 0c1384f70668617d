package org.estampille.marks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Comment;
import javax.xml.stream.events.XMLEvent;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Titles, descriptions, comments and bare RDF of an SVG document (SVG 1.1 chapters 5.4 and 21). No document type, no entity, no fetch. */
final class SvgItems {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Set<String> TEXTS = Set.of("title", "desc");
    private static final Set<String> DRAWING = Set.of("http://www.w3.org/2000/svg", "");

    /** "Generator: Adobe Illustrator" at the start of a comment is a field, as programs write it. */
    private static final Pattern GENERATOR = Pattern.compile("(?is)generator\\s*[:=]\\s*(.{1,200})");

    private static final int DEEPEST = 200;
    private static final int MOST = 500_000;

    private final MetadataItems items;
    private final Deque<QName> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private SvgItems(MetadataItems items) {
        this.items = items;
    }

    static void read(Octets document, MetadataItems items) throws MalformedContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            new SvgItems(items).events(factory.createXMLEventReader(new ByteArrayInputStream(document.toByteArray())));
        } catch (XMLStreamException e) {
            throw new MalformedContentException("SVG", new ByteRange(0, 0), "the document is no well-formed XML");
        }
    }

    private void events(XMLEventReader reader) throws XMLStreamException {
        for (int count = 0; reader.hasNext(); count++) {
            if (count == MOST || open.size() > DEEPEST) {
                items.unread("SVG", Gap.TOO_MUCH);
                return;
            }
            XMLEvent event = reader.peek();
            if (event.isStartElement() && isBareRdf(event.asStartElement().getName())) {
                description(reader);
                continue;
            }
            event(reader.nextEvent());
        }
    }

    private void event(XMLEvent event) {
        if (event.isStartElement()) {
            open.push(event.asStartElement().getName());
            text.setLength(0);
        } else if (event.isCharacters() && !open.isEmpty() && isText(open.peek())) {
            if (text.length() < MetadataItems.LONGEST) {
                text.append(event.asCharacters().getData());
            }
        } else if (event.isEndElement() && !open.isEmpty()) {
            QName name = open.pop();
            if (isText(name)) {
                items.add(Location.SVG_TEXT, "SVG " + name.getLocalPart(), name.getLocalPart(), text.toString());
            }
            text.setLength(0);
        } else if (event instanceof Comment comment) {
            comment(comment.getText().strip());
        }
    }

    private static boolean isText(QName name) {
        return TEXTS.contains(name.getLocalPart()) && DRAWING.contains(name.getNamespaceURI());
    }

    private void comment(String value) {
        items.add(Location.SVG_TEXT, "SVG comment", "comment", value);
        Matcher generator = GENERATOR.matcher(value);
        if (generator.lookingAt()) {
            items.add(Location.SVG_TEXT, "SVG comment", "generator", generator.group(1));
        }
    }

    /** RDF in {@code x:xmpmeta} is a packet like those of other files, and read with them. */
    private boolean isBareRdf(QName name) {
        return name.getNamespaceURI().equals(RDF)
                && name.getLocalPart().equals("RDF")
                && (open.isEmpty() || !open.peek().getLocalPart().equals("xmpmeta"));
    }

    /** Copies the element with the namespaces that are declared around it. */
    private void description(XMLEventReader reader) throws XMLStreamException {
        XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        XMLEventWriter writer = factory.createXMLEventWriter(packet, "UTF-8");
        int depth = 0;
        do {
            XMLEvent event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            if (event.isStartElement() || event.isEndElement() || event.isCharacters()) {
                writer.add(event);
            }
        } while (depth > 0 && reader.hasNext());
        writer.close();
        XmpItems.read(Octets.adopt(packet.toByteArray()), "SVG rdf:RDF", items);
    }
}
