/**
 * What OCSP responders say about certificates (RFC 6960), as facts; and the guarded way to an address that a certificate or an
 * asset names.
 *
 * <p>In: responses, certificates. Out: whether a responder that may speak said something about exactly this certificate. Not
 * responsible for: what follows from it at which time, status codes, deciding whether the network may be used.
 */
@NullMarked
package org.estampille.revocation;

import org.jspecify.annotations.NullMarked;
