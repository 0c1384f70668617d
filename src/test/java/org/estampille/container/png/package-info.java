@NullMarked
package org.estampille.container.png;

import org.jspecify.annotations.NullMarked;
