package org.estampille.terms;

import java.io.IOException;
import java.net.URI;
import org.estampille.bytes.Octets;

/** Gives the page at an address. Implemented where the network may be reached. */
@FunctionalInterface
public interface TermsPages {

    /**
     * Fetches a page.
     *
     * @throws IOException when there is none, or it may not be asked for
     */
    Octets fetch(URI address) throws IOException;
}
