@NullMarked
package org.estampille.container.jxl;

import org.jspecify.annotations.NullMarked;
