@NullMarked
package org.estampille.container.bmff;

import org.jspecify.annotations.NullMarked;
