/**
 * Where hashes and signatures come from: the platform's providers, or a fast native one asked for by instance.
 *
 * <p>In: an algorithm. Out: {@link java.security.MessageDigest}, {@link java.security.Signature}. Not responsible for: which
 * algorithms are allowed. No provider is ever registered.
 */
@NullMarked
package org.estampille.crypto;

import org.jspecify.annotations.NullMarked;
