package org.estampille.sign;

import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;

/** Somebody who attests that octets existed at a time (RFC 3161). */
public interface TimeStampAuthority {

    /**
     * A DER TimeStampToken over {@code message}, checked to be for exactly that message.
     *
     * @param algorithm the hash of the imprint
     * @throws SigningException when the authority cannot be reached, refuses, or answers wrongly
     */
    Octets stamp(Octets message, HashAlgorithm algorithm) throws SigningException;
}
