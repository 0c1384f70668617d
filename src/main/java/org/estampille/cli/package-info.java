/**
 * The command line.
 *
 * <p>In: arguments. Out: results on standard output, everything else on standard error, an exit code. Not responsible
 * for: any decision about media; this is the composition root.
 */
@NullMarked
package org.estampille.cli;

import org.jspecify.annotations.NullMarked;
