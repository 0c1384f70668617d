@NullMarked
package org.estampille.container.jpeg;

import org.jspecify.annotations.NullMarked;
