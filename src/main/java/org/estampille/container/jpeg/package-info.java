/**
 * JPEG (ITU-T T.81): segments, and manifest stores in APP11 segments as C2PA 2.5 clause A.3.1, ISO/IEC 18477-3 and ISO/IEC
 * 19566-5 clause D.2 lay them out.
 *
 * <p>In: {@link org.estampille.asset.Asset}. Out: {@link org.estampille.container.ContainerMap}, {@link
 * org.estampille.container.Layout}. Not responsible for: other pictures behind the first one (they are the part {@code
 * trailing}), or what other JUMBF boxes hold.
 */
@NullMarked
package org.estampille.container.jpeg;

import org.jspecify.annotations.NullMarked;
