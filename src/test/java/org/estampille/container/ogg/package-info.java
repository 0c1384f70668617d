@NullMarked
package org.estampille.container.ogg;

import org.jspecify.annotations.NullMarked;
