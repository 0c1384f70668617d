/**
 * Which AI is seen or heard when in a programme: the cut joined with what signed files declare.
 *
 * <p>In: a {@link org.estampille.cut.Cut} and {@link org.estampille.cuesheet.CueSource sources} with their declarations. Out:
 * {@link org.estampille.cuesheet.CueSheet}. Not responsible for: verifying the files, wording, or legal advice; which label is due
 * is asked of a {@link org.estampille.cuesheet.LabelDuty}.
 */
@NullMarked
package org.estampille.cuesheet;

import org.jspecify.annotations.NullMarked;
