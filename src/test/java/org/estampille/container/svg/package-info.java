@NullMarked
package org.estampille.container.svg;

import org.jspecify.annotations.NullMarked;
