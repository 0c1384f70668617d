package org.estampille.revocation;

import java.io.IOException;
import java.net.URI;
import org.estampille.bytes.Octets;

/** A way to reach responders. */
public interface OcspSource {

    /**
     * Sends one request.
     *
     * @param responder as the certificate names it, so from outside
     * @param request a DER OCSPRequest
     * @return what came back, not looked at
     * @throws IOException when the address is not one to go to, or nothing of use came back in time
     */
    Octets ask(URI responder, Octets request) throws IOException;
}
