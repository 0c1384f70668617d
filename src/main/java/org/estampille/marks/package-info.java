/**
 * Marks of AI outside of C2PA: what the metadata, the side data and the hidden places of a file say of how it was made.
 *
 * <p>In: a file, and limits. Out: {@link org.estampille.marks.MarkReading}, each {@link org.estampille.marks.Mark} with its place,
 * value, generator and strength. Not responsible for: whether a mark is true (nobody signs them), what manifests say, or what
 * follows for a verdict. A file without marks is a file nothing is known of, never one made by people.
 */
@NullMarked
package org.estampille.marks;

import org.jspecify.annotations.NullMarked;
