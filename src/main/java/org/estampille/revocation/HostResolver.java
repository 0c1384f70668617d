package org.estampille.revocation;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Turns the name of a host into the address that is looked at and then connected to. It is asked once for each exchange: a name
 * that means another host when asked again gains nothing.
 */
public interface HostResolver {

    /** The address of that host. */
    InetAddress resolve(String host) throws UnknownHostException;

    /** The resolver of the machine. */
    static HostResolver system() {
        return InetAddress::getByName;
    }
}
