package org.estampille.marks;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The AI fields of a DDEX release message (ERN 4.3.2): {@code ContainsAI} and {@code AiContribution}. */
final class DdexItems {

    private static final String NAMESPACE = "http://ddex.net/xml/";

    private record Field(String name, String value) {}

    private DdexItems() {}

    /** Adds the fields of {@code message}; nothing when it is another kind of XML. */
    static void read(Octets message, String where, MetadataItems items) throws MalformedContentException {
        List<Field> fields = new ArrayList<>();
        boolean[] ddex = new boolean[1];
        XmlTexts.read(message, "a message", (element, attributes, text) -> {
            ddex[0] |= attributes.getOrDefault("xmlns", "").startsWith(NAMESPACE);
            if (element.equals("ContainsAI") || element.equals("AiContribution")) {
                fields.add(new Field(element, text));
            }
        });
        if (ddex[0]) {
            fields.forEach(field -> items.add(Location.DDEX, where, field.name(), field.value()));
        }
    }
}
