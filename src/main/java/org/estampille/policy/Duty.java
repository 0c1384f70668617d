package org.estampille.policy;

/**
 * What follows from a profile for a file.
 *
 * @param word {@code label}, {@code label-relaxed}, {@code no-label}, {@code not-our-duty}, {@code ask-legal} ...
 * @param basis the paragraph it follows from
 */
public record Duty(String word, String basis) {}
