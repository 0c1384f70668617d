package org.estampille.disclosure;

/**
 * Two statements about the same asset that cannot both be right.
 *
 * @param one a statement
 * @param other what speaks against it
 */
public record Contradiction(AiStatement one, AiStatement other) {}
