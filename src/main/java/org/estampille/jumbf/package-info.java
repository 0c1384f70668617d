/**
 * JUMBF (ISO/IEC 19566-5) as C2PA profiles it: boxes, labels, URIs; read and written.
 *
 * <p>In: {@link org.estampille.bytes.Octets}. Out: {@link SuperBox}. Not responsible for: what a labelled box means.
 */
@NullMarked
package org.estampille.jumbf;

import org.jspecify.annotations.NullMarked;
