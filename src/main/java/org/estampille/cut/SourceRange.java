package org.estampille.cut;

import java.util.Optional;
import org.estampille.timecode.Timecode;

/**
 * The part of a source that an event shows.
 *
 * @param in label of its first frame, counted as the source counts
 * @param out label of the frame after its last
 * @param mediaStart label of the source's very first frame, where the list knows it
 */
public record SourceRange(Timecode in, Timecode out, Optional<Timecode> mediaStart) {}
