/**
 * The launcher, run as a process.
 *
 * <p>In: a copy of the script among stand-ins for Java and Maven. Out: what it would have started. Not responsible for: what
 * Java then does.
 */
@NullMarked
package org.estampille.launcher;

import org.jspecify.annotations.NullMarked;
