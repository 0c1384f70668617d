/** Tests of the container formats, and small media files built in code that other tests may use. */
@NullMarked
package org.estampille.container;

import org.jspecify.annotations.NullMarked;
