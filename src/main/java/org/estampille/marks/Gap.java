package org.estampille.marks;

import java.util.Locale;

/** Why a place was not looked at. */
public enum Gap {
    /** In this container such places are not read. */
    NOT_READ_HERE,
    /** There is no picture that can be looked into: none at all, or scrambled or packed ones. */
    NO_PICTURE,
    /** Of this format only XMP packets are read. */
    ONLY_PACKETS,
    /** There is more than is looked at. */
    TOO_MUCH,
    /** Compressed text that is cut short, or longer than is looked at. */
    CUT_SHORT,
    /** A compressed or encrypted frame. */
    PACKED,
    /** A picture of too many samples; the detail is how many. */
    TOO_LARGE,
    /** Nothing on this machine decodes it. */
    NO_DECODER,
    /** It does not decode. */
    UNDECODABLE,
    /** An XMP packet that cannot be parsed. */
    UNPARSED,
    /** Octets that break the rules of their format; the detail says which, in English. */
    BROKEN;

    /** The word used for it in message bundles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
