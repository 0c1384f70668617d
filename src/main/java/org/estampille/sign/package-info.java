/**
 * Making claim signatures: keys from files, a demo authority, time-stamps from an RFC 3161 authority.
 *
 * <p>In: a key, a claim, the size reserved for the signature box. Out: a COSE_Sign1 of exactly that size. Not responsible for:
 * what the claim says, where the box goes, trust in the signer.
 */
@NullMarked
package org.estampille.sign;

import org.jspecify.annotations.NullMarked;
