package org.estampille.jumbf;

import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * The {@code jumd} box that names a superbox.
 *
 * @param type 16 octets that say what the superbox holds
 * @param toggles bit field: 1 requestable, 2 label, 4 identifier, 8 hash, 16 private field
 * @param label the label; empty text when toggle 2 is off
 * @param salt content of a {@code c2sh} private field (C2PA 2.5 clause 8.4)
 * @param octets the whole box
 */
public record DescriptionBox(Octets type, int toggles, String label, Optional<Octets> salt, Octets octets) {

    /** A new requestable, labelled box, with a salt when one is given. */
    public static DescriptionBox of(JumbfType type, String label, Optional<Octets> salt) {
        int toggles = salt.isPresent() ? 0x13 : 0x03;
        Octets privateField = salt.map(value -> Boxes.box("c2sh", value)).orElse(Octets.empty());
        Octets box =
                Boxes.box("jumd", type.uuid(), Octets.of(toggles), Octets.ofUtf8(label), Octets.of(0), privateField);
        return new DescriptionBox(type.uuid(), toggles, label, salt, box);
    }

    public boolean is(JumbfType wanted) {
        return type.equals(wanted.uuid());
    }
}
