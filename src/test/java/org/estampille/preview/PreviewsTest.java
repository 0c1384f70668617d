package org.estampille.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.preview.Preview.Filmstrip;
import org.estampille.preview.Preview.Nothing;
import org.estampille.preview.Preview.Reason;
import org.estampille.preview.Preview.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of media, without and with FFmpeg, of files that mean well and of others. */
final class PreviewsTest {

    @TempDir
    private Path folder;

    private final Previews alone = new Previews(Optional.empty());

    /** A second of silence, then a second at half of full scale, 8 kHz, one channel. */
    private Path sound(String name, boolean wave, int octets, boolean real) throws IOException {
        int samples = 16_000;
        ByteBuffer file =
                ByteBuffer.allocate(64 + samples * octets).order(wave ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int data = samples * octets;
        if (wave) {
            file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                    .putInt(36 + data)
                    .put(ascii("WAVEfmt "));
            file.putInt(16).putShort((short) (real ? 3 : 1)).putShort((short) 1).putInt(8000);
            file.putInt(8000 * octets).putShort((short) octets).putShort((short) (8 * octets));
            file.put(ascii("data")).putInt(data);
        } else {
            file.put(ascii("FORM"))
                    .putInt(46 + data)
                    .put(ascii("AIFFCOMM"))
                    .putInt(18)
                    .putShort((short) 1);
            file.putInt(samples).putShort((short) (8 * octets)).putShort((short) (16_383 + 12));
            file.putLong(8000L << 51).put(ascii("SSND")).putInt(8 + data).putLong(0);
        }
        for (int i = 0; i < samples; i++) {
            boolean loud = i >= samples / 2;
            if (real) {
                file.putFloat(loud ? -0.5f : 0);
            } else if (octets == 1) {
                file.put((byte) (loud ? 192 : 128));
            } else if (octets == 2) {
                file.putShort((short) (loud ? -16_384 : 0));
            } else {
                file.put((byte) (!wave && loud ? 64 : 0)).put((byte) 0).put((byte) (wave && loud ? 64 : 0));
            }
        }
        return Files.write(folder.resolve(name), java.util.Arrays.copyOf(file.array(), file.position()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void isHalfSilent(Preview preview) {
        assertThat(preview).isInstanceOfSatisfying(Waveform.class, wave -> {
            assertThat(wave.seconds()).isEqualTo(2.0);
            assertThat(wave.peaks().subList(0, wave.peaks().size() / 2 - 2)).allMatch(peak -> peak == 0);
            assertThat(wave.peaks()
                            .subList(wave.peaks().size() / 2 + 2, wave.peaks().size()))
                    .allMatch(peak -> Math.abs(peak - 0.5) < 0.01);
        });
    }

    @Test
    void the_outline_of_uncompressed_sound_needs_no_decoder() throws IOException {
        isHalfSilent(alone.of(sound("8.wav", true, 1, false), "audio/wav"));
        isHalfSilent(alone.of(sound("16.wav", true, 2, false), "audio/wav"));
        isHalfSilent(alone.of(sound("24.wav", true, 3, false), "audio/wav"));
        isHalfSilent(alone.of(sound("real.wav", true, 4, true), "audio/wav"));
        isHalfSilent(alone.of(sound("16.aiff", false, 2, false), "audio/aiff"));
        isHalfSilent(alone.of(sound("24.aiff", false, 3, false), "audio/aiff"));
    }

    @Test
    void sound_that_is_cut_short_or_lies_about_its_length_is_read_as_far_as_it_goes() throws IOException {
        Path file = sound("a.wav", true, 2, false);
        byte[] octets = Files.readAllBytes(file);
        octets[43] = 0x7F;
        Files.write(file, java.util.Arrays.copyOf(octets, octets.length - 1));
        assertThat(alone.of(file, "audio/wav")).isInstanceOf(Waveform.class);
        for (int length = 0; length < 60; length++) {
            Files.write(file, java.util.Arrays.copyOf(octets, length));
            assertThat(alone.of(file, "audio/wav")).isNotNull();
        }
    }

    @Test
    void what_has_no_duration_or_no_decoder_has_no_picture() throws IOException {
        Path film = film("film.mp4");
        assertThat(alone.of(film, "image/png")).isEqualTo(new Nothing(Reason.NOT_WANTED));
        assertThat(alone.of(film, "video/mp4")).isEqualTo(new Nothing(Reason.NO_DECODER));
    }

    private Path film(String name) throws IOException {
        Files.copy(Path.of("fixtures/mp4/faststart/asset.mp4"), folder.resolve(name));
        return folder.resolve(name);
    }

    private static FfmpegPrograms installed() {
        Optional<FfmpegPrograms> found = FfmpegPrograms.on(System.getenv());
        assumeTrue(found.isPresent(), "FFmpeg is not on this machine");
        return found.get();
    }

    @Test
    void a_film_gives_ten_small_pictures() throws IOException {
        Previews previews = new Previews(Optional.of(installed()));
        assertThat(previews.of(film("a name with spaces; $(and) 'more'.mp4"), "video/mp4"))
                .isInstanceOfSatisfying(Filmstrip.class, strip -> {
                    assertThat(strip.seconds()).isEqualTo(1.5);
                    assertThat(strip.frames()).hasSize(10).allSatisfy(frame -> {
                        assertThat(frame).isPresent();
                        byte[] jpeg = frame.get().toByteArray();
                        assertThat(jpeg.length).isLessThan(20_000);
                        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth())
                                .isEqualTo(192);
                    });
                });
    }

    @Test
    void a_playlist_that_poses_as_a_film_leads_nowhere() throws IOException {
        Path secret = film("secret.mp4");
        Path playlist = folder.resolve("list.mp4");
        Files.writeString(playlist, "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n");
        assertThat(new Previews(Optional.of(installed())).of(playlist, "video/mp4"))
                .isEqualTo(new Nothing(Reason.UNDECODABLE));
    }

    @Test
    void a_decoder_that_never_ends_is_ended() throws IOException {
        Path probe = script("ffprobe", "printf 'codec_type=video\\nduration=5\\n'");
        Path decoder = script("ffmpeg", "while :; do :; done");
        Previews previews = new Previews(Optional.of(new FfmpegPrograms(decoder, probe)), 1_500);
        assertThat(previews.of(film("film.mp4"), "video/mp4")).isEqualTo(new Nothing(Reason.TOO_LONG));
        assertThat(previews.of(folder.resolve("film.mp4"), "video/mp4")).isEqualTo(new Nothing(Reason.TOO_LONG));
    }

    @Test
    void a_decoder_gets_no_environment_and_gives_no_more_than_asked_for() throws IOException {
        Path probe = script("ffprobe", "printf 'codec_type=video\\nduration=5\\n'");
        Path decoder = script("ffmpeg", "printf %s \"$HOME$USER\" > " + folder + "/seen; exec cat /dev/zero");
        Previews previews = new Previews(Optional.of(new FfmpegPrograms(decoder, probe)));
        assertThat(previews.of(film("film.mp4"), "video/mp4")).isEqualTo(new Nothing(Reason.UNDECODABLE));
        assertThat(folder.resolve("seen")).hasContent("");
    }

    @Test
    void only_programs_in_absolute_folders_are_found() throws IOException {
        script("ffprobe", "");
        script("ffmpeg", "");
        assertThat(FfmpegPrograms.on(Map.of("PATH", folder.toString()))).isPresent();
        assertThat(FfmpegPrograms.on(Map.of("PATH", ""))).isEmpty();
        assertThat(FfmpegPrograms.on(Map.of("PATH", "."))).isEmpty();
        String relative = Path.of("").toAbsolutePath().relativize(folder).toString();
        assertThat(FfmpegPrograms.on(Map.of("PATH", relative))).isEmpty();
    }

    private Path script(String name, String body) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no scripts here");
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
