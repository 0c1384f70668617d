@NullMarked
package org.estampille.container.gif;

import org.jspecify.annotations.NullMarked;
