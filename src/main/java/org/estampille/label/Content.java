package org.estampille.label;

import java.util.Optional;
import org.estampille.declaration.TimeBase;
import org.estampille.timecode.Rational;

/**
 * What is known of the content a label is for.
 *
 * @param medium what people get to see or hear
 * @param sound whether it has sound
 * @param timeBase how its frames are counted
 * @param seconds how long it is
 */
public record Content(
        Optional<Medium> medium, Optional<Boolean> sound, Optional<TimeBase> timeBase, Optional<Rational> seconds) {

    /** Nothing. */
    public static final Content UNKNOWN =
            new Content(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What people get to see or hear. */
    public enum Medium {
        /** A still picture. */
        IMAGE,
        /** Moving pictures, with sound or without. */
        VIDEO,
        /** Sound, and no screen beside it. */
        AUDIO,
        TEXT
    }

    /** The media type that stands for a medium. */
    Optional<String> format() {
        return medium.flatMap(kind -> switch (kind) {
            case IMAGE -> Optional.of("image/png");
            case VIDEO -> Optional.of("video/mp4");
            case AUDIO -> Optional.of("audio/wav");
            case TEXT -> Optional.empty();
        });
    }

    /** The same content, seen or heard as that. */
    Content as(Optional<Medium> other) {
        return new Content(other, sound, timeBase, seconds);
    }
}
