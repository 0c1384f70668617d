package org.estampille.declaration;

/**
 * Something wrong in a declaration.
 *
 * @param line from 1
 * @param field where in the document, such as {@code uses[0].rights.status}; empty for the document itself
 * @param message what is wrong and what is allowed
 */
public record DeclarationProblem(int line, String field, String message) {}
