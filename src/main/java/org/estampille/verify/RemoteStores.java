package org.estampille.verify;

import java.io.IOException;
import java.net.URI;
import org.estampille.bytes.Octets;

/** Fetches manifest stores that an asset only names (C2PA 2.5 clause 14.5.3). */
public interface RemoteStores {

    /**
     * The octets at {@code address}, whatever they are.
     *
     * @param address from the asset, not to be trusted
     * @throws IOException when they may not or cannot be had; the message is one clause for people
     */
    Octets fetch(URI address) throws IOException;
}
