package org.estampille.burn;

import java.util.List;

/** How sound is written again after a notice was added: same codec, same rate, no less than the same number of bits. */
final class SoundCodec {

    private static final long FEWEST_BITS = 128_000;

    private SoundCodec() {}

    /** What FFmpeg is told to write it.
     *
     * @param output which stream of the result, such as {@code a:0}
     */
    static List<String> arguments(MediaFacts.Sound sound, String output) throws BurnException {
        String bits = Long.toString(Math.max(FEWEST_BITS, sound.bitRate()));
        String codec = sound.codec();
        if (codec.startsWith("pcm_") || codec.equals("flac") || codec.equals("alac")) {
            return List.of("-c:" + output, codec);
        }
        return switch (codec) {
            case "mp3" ->
                List.of(
                        "-c:" + output,
                        "libmp3lame",
                        "-b:" + output,
                        Long.toString(Math.min(320_000, Long.parseLong(bits))));
            case "aac" -> List.of("-c:" + output, "aac", "-b:" + output, bits);
            case "ac3" -> List.of("-c:" + output, "ac3", "-b:" + output, bits);
            case "vorbis" -> List.of("-c:" + output, "libvorbis", "-q:" + output, "7");
            case "opus" -> List.of("-c:" + output, "libopus", "-b:" + output, bits);
            default ->
                throw new BurnException(
                        BurnException.Reason.UNSUPPORTED,
                        "its sound is coded as " + codec + ", which is not written here; convert it first");
        };
    }
}
