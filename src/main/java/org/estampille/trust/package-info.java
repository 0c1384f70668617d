/**
 * Certificates: chains, trust anchors, the certificate profile of C2PA, path validation (RFC 5280).
 *
 * <p>In: DER octets, PEM text, an instant. Out: {@link TrustOutcome}, violations of the profile. Not responsible for: which
 * anchors a user trusts, revocation, signatures over content.
 */
@NullMarked
package org.estampille.trust;

import org.jspecify.annotations.NullMarked;
