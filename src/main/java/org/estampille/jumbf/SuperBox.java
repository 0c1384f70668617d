package org.estampille.jumbf;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * A {@code jumb} box: a description and what it describes.
 *
 * @param description names the box
 * @param children everything after the description, in order, unknown boxes included
 * @param octets the whole box, header included
 * @param headerLength 8, or 16 where a 64-bit length is used
 */
public record SuperBox(DescriptionBox description, List<JumbfBox> children, Octets octets, int headerLength)
        implements JumbfBox {

    public SuperBox {
        children = List.copyOf(children);
    }

    /** A new superbox. */
    public static SuperBox of(DescriptionBox description, List<? extends JumbfBox> children) {
        Octets[] parts = new Octets[children.size() + 1];
        parts[0] = description.octets();
        for (int i = 0; i < children.size(); i++) {
            parts[i + 1] = children.get(i).octets();
        }
        return new SuperBox(description, List.copyOf(children), Boxes.box("jumb", parts), 8);
    }

    /** Octets of a superbox with that description, whose other children have so many together. */
    public static long length(DescriptionBox description, long children) {
        return Boxes.HEADER + description.octets().length() + children;
    }

    public String label() {
        return description.label();
    }

    public boolean is(JumbfType type) {
        return description.is(type);
    }

    /** The octets a hashed URI covers: everything after the header (C2PA 2.5 clause 8.4.2.3). */
    public Octets hashedOctets() {
        return octets.from(headerLength);
    }

    /** The superboxes among the children. */
    public List<SuperBox> superBoxes() {
        return children.stream()
                .filter(SuperBox.class::isInstance)
                .map(SuperBox.class::cast)
                .toList();
    }

    /** The children with that label; more than one means that the label does not resolve. */
    public List<SuperBox> labelled(String label) {
        return superBoxes().stream().filter(box -> box.label().equals(label)).toList();
    }

    /** The one child with that label; empty when there is none, or more than one. */
    public Optional<SuperBox> only(String label) {
        Optional<SuperBox> found = Optional.empty();
        for (JumbfBox child : children) {
            if (child instanceof SuperBox box && box.label().equals(label)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(box);
            }
        }
        return found;
    }

    /** The payload of the first content box of that type. */
    public Optional<Octets> content(String type) {
        for (JumbfBox child : children) {
            if (child instanceof ContentBox box && box.type().equals(type)) {
                return Optional.of(box.payload());
            }
        }
        return Optional.empty();
    }
}
