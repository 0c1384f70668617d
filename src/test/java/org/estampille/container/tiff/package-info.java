@NullMarked
package org.estampille.container.tiff;

import org.jspecify.annotations.NullMarked;
