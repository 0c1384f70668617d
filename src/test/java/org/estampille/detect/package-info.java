@NullMarked
package org.estampille.detect;

import org.jspecify.annotations.NullMarked;
