package org.estampille.validate;

import java.util.Optional;

/**
 * What is established about a track whose segments are signed and whose initialization segment is not.
 *
 * @param track empty when no segment brings a manifest
 * @param undecided why it is not decided
 */
public record LiveResult(Optional<TrackResult> track, String undecided) {}
