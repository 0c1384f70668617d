package org.estampille.burn;

import java.util.List;

/** How sound is written again after a notice was added: same codec, same rate, no less than the same number of bits. */
final class SoundCodec {

    private static final long FEWEST_BITS = 128_000;

    private SoundCodec() {}

    static List<String> arguments(MediaFacts.Sound sound) throws BurnException {
        String bits = Long.toString(Math.max(FEWEST_BITS, sound.bitRate()));
        String codec = sound.codec();
        if (codec.startsWith("pcm_") || codec.equals("flac") || codec.equals("alac")) {
            return List.of("-c:a", codec);
        }
        return switch (codec) {
            case "mp3" -> List.of("-c:a", "libmp3lame", "-b:a", Long.toString(Math.min(320_000, Long.parseLong(bits))));
            case "aac" -> List.of("-c:a", "aac", "-b:a", bits);
            case "ac3" -> List.of("-c:a", "ac3", "-b:a", bits);
            case "vorbis" -> List.of("-c:a", "libvorbis", "-q:a", "7");
            case "opus" -> List.of("-c:a", "libopus", "-b:a", bits);
            default ->
                throw new BurnException(
                        BurnException.Reason.UNSUPPORTED,
                        "its sound is coded as " + codec + ", which is not written here; convert it first");
        };
    }
}
