package org.estampille.burn;

/**
 * The words of a mark.
 *
 * @param acronym its main element
 * @param qualifier what stands beside it
 * @param acronymFirst whether the acronym is read first
 */
public record MarkWords(String acronym, String qualifier, boolean acronymFirst) {}
