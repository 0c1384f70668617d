@NullMarked
package org.estampille.container.riff;

import org.jspecify.annotations.NullMarked;
