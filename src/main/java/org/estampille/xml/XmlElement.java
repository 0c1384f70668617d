package org.estampille.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element.
 *
 * @param name without name space
 * @param attributes by name without name space, in the order of the text
 * @param text of the element itself, trimmed
 * @param children in order
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    public XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The attribute of that name. */
    public Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted));
    }

    /** The children of that name, in order. */
    public List<XmlElement> children(String wanted) {
        return children.stream().filter(one -> one.name().equals(wanted)).toList();
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
