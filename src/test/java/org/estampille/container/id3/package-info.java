@NullMarked
package org.estampille.container.id3;

import org.jspecify.annotations.NullMarked;
