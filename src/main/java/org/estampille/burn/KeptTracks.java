package org.estampille.burn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.timecode.Rational;

/** Sound and subtitles of a film as its result is to have them: all of them, in order, with what is said of each. */
final class KeptTracks {

    /** Codecs begin and end between samples of the picture. */
    private static final Rational ROUNDING = new Rational(1, 2);

    private final MediaFacts facts;

    KeptTracks(MediaFacts facts) {
        this.facts = facts;
    }

    /**
     * What FFmpeg is told to put beside the picture. Languages and purposes are named one by one: FFmpeg keeps none by itself
     * once it was told of one, or where a filter stands between.
     *
     * @param input the number of the opening of the file from which tracks are copied
     * @param mixed the sound that a filter gives as {@code [a]} instead
     */
    List<String> arguments(int input, Optional<MediaFacts.Sound> mixed) {
        List<String> arguments = new ArrayList<>();
        int sounds = 0;
        for (MediaFacts.Sound sound : facts.sounds()) {
            boolean filtered = mixed.filter(sound::equals).isPresent();
            arguments.addAll(List.of("-map", filtered ? "[a]" : input + ":" + sound.stream()));
            arguments.addAll(said("a:" + sounds++, sound.stream()));
        }
        int subtitles = 0;
        for (int stream : facts.subtitles()) {
            arguments.addAll(List.of("-map", input + ":" + stream));
            arguments.addAll(said("s:" + subtitles++, stream));
        }
        return arguments;
    }

    /** What is said of the stream of the source that becomes {@code output}. */
    List<String> said(String output, int stream) {
        return List.of(
                "-map_metadata:s:" + output,
                "0:s:" + stream,
                "-disposition:" + output,
                facts.dispositions().getOrDefault(stream, "0"));
    }

    /** Refuses a result whose sound was lost in part. */
    void requireWhole(MediaFacts result) throws BurnException {
        for (int i = 0; i < facts.sounds().size(); i++) {
            Optional<Rational> wanted = facts.sounds().get(i).seconds();
            if (i >= result.sounds().size() || isShorter(result.sounds().get(i).seconds(), wanted)) {
                throw new BurnException(
                        BurnException.Reason.FAILED,
                        "sound stream " + (i + 1) + " of the result is shorter than that of the file");
            }
        }
    }

    private static boolean isShorter(Optional<Rational> found, Optional<Rational> wanted) {
        return found.isPresent()
                && wanted.isPresent()
                && found.get().plus(ROUNDING).compareTo(wanted.get()) < 0;
    }
}
