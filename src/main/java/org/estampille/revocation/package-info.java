/**
 * What OCSP responders say about certificates (RFC 6960), and what follows from it at the time that counts; and the guarded way
 * to an address that a certificate or an asset names.
 *
 * <p>In: responses, certificates, a manifest store that holds responses, a way to responders. Out: {@link
 * org.estampille.revocation.Revocation}. Not responsible for: status codes, whom to trust, deciding whether the network may be
 * used.
 */
@NullMarked
package org.estampille.revocation;

import org.jspecify.annotations.NullMarked;
