/**
 * RIFF (WAV, BWF, AVI, WebP) and its 64-bit forms RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088): chunks, and manifest stores in
 * {@code C2PA} chunks (C2PA 2.5 clause A.3.9; for RF64 and BW64 by analogy, they are not named there).
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: the content of any other chunk, but for the absolute offsets that
 * OpenDML indexes of AVI files hold.
 */
@NullMarked
package org.estampille.container.riff;

import org.jspecify.annotations.NullMarked;
