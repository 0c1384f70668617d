package org.estampille.revocation;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which hosts may be asked: an address in a certificate comes from outside and must not reach what is inside. */
public interface AddressRule {

    /** Whether that host may be asked. */
    boolean permits(InetAddress address);

    /** Everything but this machine, private and link-local networks, and special-purpose ranges (RFC 6890). */
    static AddressRule publicOnly() {
        return address -> !isSpecial(address);
    }

    private static boolean isSpecial(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return special || (address instanceof Inet6Address ? isSpecial6(octets) : isSpecial4(octets));
    }

    private static boolean isSpecial4(byte[] octets) {
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        int third = octets[2] & 0xFF;
        return first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19);
    }

    /** Only global unicast 2000::/3, without the ranges that carry an IPv4 address in them. */
    private static boolean isSpecial6(byte[] octets) {
        int first = (octets[0] & 0xFF) << 8 | octets[1] & 0xFF;
        int second = (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
        boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0xDB8);
        return (first & 0xE000) != 0x2000 || first == 0x2002 || teredoOrDocumentation;
    }
}
