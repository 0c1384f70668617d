/**
 * The read pipeline: a file in, a report out.
 *
 * <p>In: a path. Out: {@link org.estampille.report.VerificationReport}. Not responsible for: several files at once, printing.
 */
@NullMarked
package org.estampille.verify;

import org.jspecify.annotations.NullMarked;
