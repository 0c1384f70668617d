package org.estampille.container;

import org.estampille.bytes.ByteRange;

/**
 * One stretch of a file: a segment, a chunk, a box, or octets no structure claims.
 *
 * @param name as the standard names it ({@code SOI}, {@code IDAT}, {@code moov}), or {@code trailing}
 * @param range where it stands, header included
 */
public record Part(String name, ByteRange range) {}
