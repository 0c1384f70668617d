package org.estampille.yaml;

/**
 * What a text may hold.
 *
 * @param depth most levels below the top of a document
 * @param values most values in all documents; one that is referred to counts each time
 */
public record YamlLimits(int depth, int values) {}
