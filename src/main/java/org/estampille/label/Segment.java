package org.estampille.label;

import java.util.Optional;
import org.estampille.timecode.Rational;

/**
 * A part of the programme that AI made or changed.
 *
 * @param name of the shot or the use
 * @param from seconds from the start
 * @param to seconds from the start; empty for the end of the programme
 */
public record Segment(String name, Rational from, Optional<Rational> to) {}
