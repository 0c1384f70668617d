/**
 * COSE_Sign1 (RFC 9052) as C2PA profiles it: what is signed, the structure that carries a claim signature, its check.
 *
 * <p>In: octets of a claim signature box, a public key. Out: {@link CoseSign1}, {@link SignatureOutcome}. Not responsible for:
 * whether the certificate fits its purpose or is trusted, or making signatures.
 */
@NullMarked
package org.estampille.cose;

import org.jspecify.annotations.NullMarked;
