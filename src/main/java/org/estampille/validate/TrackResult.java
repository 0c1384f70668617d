package org.estampille.validate;

import java.util.Optional;
import org.estampille.bind.TrackCheck;

/**
 * What is established about a fragmented track.
 *
 * @param result of its manifest
 * @param check fragment by fragment; empty when not even the initialization segment could be read
 */
public record TrackResult(ValidationResult result, Optional<TrackCheck> check) {}
