@NullMarked
package org.estampille.container.pdf;

import org.jspecify.annotations.NullMarked;
