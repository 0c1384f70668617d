package org.estampille.marks;

/**
 * One piece of text a file carries beside its content.
 *
 * @param location the kind of place
 * @param where the place in this file
 * @param name the field
 * @param value its text, possibly cut
 */
record MetadataItem(Location location, String where, String name, String value) {}
