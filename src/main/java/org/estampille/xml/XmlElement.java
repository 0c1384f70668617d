package org.estampille.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element.
 *
 * @param name without name space
 * @param attributes by name without name space
 * @param text of the element itself, trimmed
 * @param children in order
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String wanted) {
        return children.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** The text of the first child of that name; empty where there is none. */
    public Optional<String> textOf(String wanted) {
        return child(wanted).map(XmlElement::text);
    }

    /** Every element of that name in this one, however deep. */
    public List<XmlElement> all(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement one : children) {
            if (one.name().equals(wanted)) {
                found.add(one);
            }
            found.addAll(one.all(wanted));
        }
        return found;
    }
}
