package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else is in a film, and how it is displayed, survives a label. */
final class LabelledFilmTest {

    @TempDir
    private Path folder;

    private Newsroom newsroom;
    private Terminal terminal;

    @BeforeEach
    void has_ffmpeg_and_a_declaration() throws IOException {
        newsroom = Newsroom.in(folder);
        terminal = newsroom.terminal();
    }

    private String run(String program, String arguments) throws Exception {
        return newsroom.run(program, arguments.split(" "));
    }

    /** A film of twelve seconds in two languages, French the one to begin with, and with subtitles in two. */
    private void filmWithTracks(String name) throws Exception {
        Files.writeString(folder.resolve("one.srt"), "1\n00:00:01,000 --> 00:00:03,000\nhello\n");
        run(
                "ffmpeg",
                "-f lavfi -i testsrc2=size=640x360:rate=25:duration=12 -f lavfi -i sine=300:duration=12"
                        + " -f lavfi -i sine=500:duration=12 -i one.srt -i one.srt -map 0 -map 1 -map 2 -map 3 -map 4"
                        + " -c:v mpeg4 -c:a aac -c:s mov_text -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"
                        + " -metadata:s:s:0 language=fra -metadata:s:s:1 language=deu -disposition:a:0 0"
                        + " -disposition:a:1 default -disposition:s:0 0 -disposition:s:1 default -y " + name);
        run("ffmpeg", "-f lavfi -i anoisesrc=duration=2:color=pink:seed=3 -y notice.wav");
    }

    private String tracks(String name) throws Exception {
        return run(
                "ffprobe",
                "-show_entries stream=index,codec_type:stream_tags=language:stream_disposition=default -of compact "
                        + name);
    }

    private double seconds(String name, String stream) throws Exception {
        return Double.parseDouble(
                run("ffprobe", "-select_streams " + stream + " -show_entries stream=duration -of csv=p=0 " + name)
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void sound_is_whole_after_a_notice_where_there_are_subtitles(String ending) throws Exception {
        filmWithTracks("film." + ending);
        for (String more : List.of("--break=00:00:08.000", "--seconds=5")) {
            assertThat(newsroom.label(
                            "film." + ending,
                            "out." + ending,
                            "--force",
                            "--form",
                            "mark,notice",
                            "--notice",
                            "notice.wav",
                            more))
                    .as(terminal.err())
                    .isZero();
            for (String stream : List.of("a:0", "a:1", "s:0", "s:1")) {
                assertThat(seconds("out." + ending, stream))
                        .as(stream)
                        .isCloseTo(seconds("film." + ending, stream), within(0.1));
            }
            assertThat(tracks("out." + ending)).isEqualTo(tracks("film." + ending));
        }
    }

    @Test
    void languages_and_first_choices_of_tracks_stay() throws Exception {
        filmWithTracks("film.mp4");
        assertThat(newsroom.label("film.mp4", "out.mp4")).as(terminal.err()).isZero();
        assertThat(tracks("out.mp4"))
                .isEqualTo(tracks("film.mp4"))
                .contains("language=eng", "language=fra", "language=deu");
    }

    @Test
    void the_language_of_a_sound_stays() throws Exception {
        filmWithTracks("film.mp4");
        run("ffmpeg", "-i film.mp4 -map 0:a:1 -c copy talk.m4a");
        assertThat(newsroom.label("talk.m4a", "out.m4a", "--form", "notice", "--notice", "notice.wav"))
                .as(terminal.err())
                .isZero();
        assertThat(tracks("out.m4a")).isEqualTo(tracks("talk.m4a")).contains("language=fra");
    }

    @Test
    void a_label_that_fails_leaves_no_proof_behind() throws Exception {
        filmWithTracks("film.mp4");
        run("ffmpeg", "-f lavfi -i anullsrc -t 2 -y silent.wav");
        assertThat(newsroom.label(
                        "film.mp4",
                        "new.mp4",
                        "--form",
                        "mark,notice",
                        "--notice",
                        "silent.wav",
                        "--evidence",
                        "proof"))
                .isNotZero();
        assertThat(terminal.err()).contains("nothing was written");
        assertThat(folder.resolve("proof")).doesNotExist();
        assertThat(folder.resolve("new.mp4")).doesNotExist();
    }

    /** Width over height of what is not black, in square pixels, in the first frame. */
    private double proportions(String name, int width, int height, double pixel) throws Exception {
        run("ffmpeg", "-i " + name + " -map 0:v:0 -frames:v 1 -pix_fmt gray -f rawvideo -y frame.raw");
        byte[] gray = Files.readAllBytes(folder.resolve("frame.raw"));
        assertThat(gray).hasSize(width * height);
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int i = 0; i < gray.length; i++) {
            if ((gray[i] & 0xFF) > 110) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return (right - left) * pixel / (bottom - top);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avi", "mp4", "mov"})
    void a_mark_keeps_its_proportions_in_anamorphic_films(String ending) throws Exception {
        String black = "-f lavfi -i color=black:size=%s:rate=25:duration=2 -vf setsar=%s -c:v mpeg4 %s";
        run("ffmpeg", String.format(black, "1024x576", "1", "square." + ending));
        run("ffmpeg", String.format(black, "720x576", "64/45", "wide." + ending));
        for (String name : List.of("square.", "wide.")) {
            assertThat(newsroom.label(name + ending, "out-" + name + ending))
                    .as(terminal.err())
                    .isZero();
        }
        double wide = proportions("out-wide." + ending, 720, 576, 64.0 / 45);
        assertThat(wide).isCloseTo(proportions("out-square." + ending, 1024, 576, 1), within(0.1));
        assertThat(run("ffprobe", "-show_entries stream=sample_aspect_ratio -of csv=p=0 out-wide." + ending))
                .contains("64:45");
    }
}
