package org.estampille.jumbf;

import org.estampille.bytes.Octets;

/**
 * A box that is not a superbox: content ({@code cbor}, {@code json}, {@code bfdb}, {@code bidb}, {@code uuid}, {@code brob}),
 * padding ({@code free}) or unknown, kept octet for octet.
 *
 * @param type four-character code
 * @param payload the octets after the header
 * @param octets the whole box
 */
public record ContentBox(String type, Octets payload, Octets octets) implements JumbfBox {

    /** A new box of that type. */
    public static ContentBox of(String type, Octets payload) {
        return new ContentBox(type, payload, Boxes.box(type, payload));
    }

    /** Octets of a box with a payload of so many. */
    public static long length(long payload) {
        return Boxes.HEADER + payload;
    }
}
