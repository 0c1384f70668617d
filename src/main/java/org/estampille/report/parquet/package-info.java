/**
 * Tables of text and whole numbers as Apache Parquet files, plainly encoded and not compressed.
 *
 * <p>In: columns and rows. Out: {@link org.estampille.report.parquet.ParquetFile}. Not responsible for: reading such files, what the
 * columns mean.
 */
@NullMarked
package org.estampille.report.parquet;

import org.jspecify.annotations.NullMarked;
