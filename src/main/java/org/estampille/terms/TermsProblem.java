package org.estampille.terms;

/**
 * Something wrong in a file of the catalogue.
 *
 * @param line from 1
 * @param field where in the document, such as {@code rights.status}; empty for the document itself
 * @param message what is wrong and what is allowed
 */
public record TermsProblem(int line, String field, String message) {}
