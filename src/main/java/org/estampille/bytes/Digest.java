package org.estampille.bytes;

/**
 * A computed or stated hash value.
 *
 * @param algorithm how it was computed
 * @param value the octets of the hash; a stated one may have a wrong length
 */
public record Digest(HashAlgorithm algorithm, Octets value) {}
