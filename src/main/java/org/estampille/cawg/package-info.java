/**
 * Identity assertions (CAWG Identity Assertion 1.3): who, beside the signer of the claim, stands behind which assertions.
 *
 * <p>In: a manifest that C2PA validation found at least well-formed, whom to trust, DID documents. Out: {@link
 * org.estampille.cawg.IdentityResult} with codes and a trust of its own. Not responsible for: the claim, its signer and its
 * assertions; fetching anything; words for people.
 */
@NullMarked
package org.estampille.cawg;

import org.jspecify.annotations.NullMarked;
