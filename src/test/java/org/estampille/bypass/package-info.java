/**
 * Attacks on validators, mounted on files that were properly signed a moment before.
 *
 * <p>In: small media and the tagger. Out: for each attack, what the verdict must be. Not responsible for: files that are only
 * broken, which {@code org.estampille.fixtures} makes.
 */
package org.estampille.bypass;
