/**
 * AI cue sheets on paper: comma-separated values, a workbook, a page.
 *
 * <p>In: {@link org.estampille.cuesheet.CueSheet}. Out: text or the octets of a file, safe to open. Not responsible for: what the
 * cue sheet says.
 */
@NullMarked
package org.estampille.report.cuesheet;

import org.jspecify.annotations.NullMarked;
