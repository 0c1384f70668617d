package org.estampille.cose;

import java.util.List;
import org.estampille.bytes.Octets;

/** What the headers of a COSE_Sign1 say about who signed (C2PA 2.5 clauses 13.2 and 13.5). */
public sealed interface CredentialHeader {

    /**
     * One credential.
     *
     * @param der the certificates in DER, the signer's own first; at least one
     */
    record Chain(List<Octets> der) implements CredentialHeader {
        public Chain {
            der = List.copyOf(der);
        }
    }

    /** No certificate, or something that is none. */
    record Missing() implements CredentialHeader {}

    /** More than one credential. */
    record Ambiguous() implements CredentialHeader {}
}
