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
     * @throws GoneException when there is no such page or host any more
     * @throws IOException when it could not or may not be asked for
     */
    Octets fetch(URI address) throws IOException;

    /** A page that is not there any more, as its host or the system of names says. */
    final class GoneException extends IOException {
        private static final long serialVersionUID = 1L;

        public GoneException(String message, IOException cause) {
            super(message, cause);
        }
    }
}
