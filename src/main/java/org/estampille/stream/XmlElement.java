package org.estampille.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a manifest.
 *
 * @param name without prefix
 * @param attributes by name, in the order of the text
 * @param text directly inside it
 * @param children in order
 */
record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    List<XmlElement> named(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    Optional<XmlElement> first(String wanted) {
        return named(wanted).stream().findFirst();
    }
}
