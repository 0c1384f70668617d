package org.estampille.preview;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** What a file shows or sounds like, small. It is no evidence: nobody looked at it. */
public sealed interface Preview {

    /**
     * Frames of a film, evenly spaced, each from the middle of its part.
     *
     * @param seconds length of the film
     * @param width of each frame, pixels
     * @param height of each frame, pixels
     * @param frames JPEG, coded here from decoded pixels; empty where a frame could not be decoded
     */
    record Filmstrip(double seconds, int width, int height, List<Optional<Octets>> frames) implements Preview {
        public Filmstrip {
            frames = List.copyOf(frames);
        }
    }

    /**
     * The outline of a sound.
     *
     * @param seconds length of the sound
     * @param peaks the loudest sample of each part of equal length, 0 to 1, over all channels
     */
    record Waveform(double seconds, List<Double> peaks) implements Preview {
        public Waveform {
            peaks = List.copyOf(peaks);
        }
    }

    /** No picture, and why. */
    record Nothing(Reason reason) implements Preview {}

    /** Why there is no picture. */
    enum Reason {
        /** Nobody asked, or the file has no duration. */
        NOT_WANTED,
        /** The file is not the one that was signed, or not all of it was. */
        NOT_BOUND,
        /** It takes FFmpeg, which is not on this machine. */
        NO_DECODER,
        /** The media cannot be decoded. */
        UNDECODABLE,
        /** It would have taken longer than a report may. */
        TOO_LONG
    }

    /** Length of the media in seconds, where it is known. */
    default Optional<Double> duration() {
        if (this instanceof Filmstrip strip) {
            return Optional.of(strip.seconds());
        }
        return this instanceof Waveform wave ? Optional.of(wave.seconds()) : Optional.empty();
    }
}
