@NullMarked
package org.estampille.bind;

import org.jspecify.annotations.NullMarked;
