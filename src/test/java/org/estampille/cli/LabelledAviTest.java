package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AVI counts frames that it does not hold: what a capture dropped has a place and no picture. */
final class LabelledAviTest {

    @TempDir
    private Path folder;

    private Newsroom newsroom;
    private Terminal terminal;

    @BeforeEach
    void has_ffmpeg_and_a_declaration() throws IOException {
        newsroom = Newsroom.in(folder);
        terminal = newsroom.terminal();
    }

    private void ffmpeg(String... arguments) throws Exception {
        newsroom.run("ffmpeg", arguments);
    }

    private void film(String name, String filter, String codec) throws Exception {
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=25:duration=12",
                "-vf",
                filter,
                "-vsync",
                "vfr",
                "-pix_fmt",
                codec.equals("mjpeg") ? "yuvj420p" : "yuv420p",
                "-c:v",
                codec,
                name);
    }

    private int label(String file) {
        return newsroom.label(file, "out.avi", "--seconds", "3", "--break", "00:00:06.480");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select='not(between(mod(n,25),10,14))'",
                "select='gte(n,4)*not(between(n,159,165))'",
                "setpts='if(lt(N,100),N/25,4+(N-100)*0.12)/TB'"
            })
    void frames_that_were_dropped_do_not_move_the_mark(String filter) throws Exception {
        film("gaps.avi", filter, "mjpeg");
        assertThat(label("gaps.avi")).as(terminal.err()).isZero();
        // The corner of the mark in the frame before the break, in the first one after it, and in one long after.
        String corner =
                "fps=25:start_time=0,select='eq(n,161)+eq(n,162)+eq(n,236)+eq(n,237)',crop=60:20:240:16,format=gray,scale=1:1:flags=area";
        ffmpeg("-i", "out.avi", "-vf", corner, "-vsync", "passthrough", "-f", "rawvideo", "corner.raw");
        byte[] light = Files.readAllBytes(folder.resolve("corner.raw"));
        assertThat(light).hasSize(4);
        film("plain.avi", filter + ",fps=25:start_time=0", "mjpeg");
        ffmpeg("-i", "plain.avi", "-vf", corner, "-vsync", "passthrough", "-f", "rawvideo", "-y", "plain.raw");
        byte[] plain = Files.readAllBytes(folder.resolve("plain.raw"));
        assertThat(distance(light[0], plain[0])).as("before the break ").isLessThan(4);
        assertThat(distance(light[1], plain[1])).as("first after the break").isGreaterThan(20);
        assertThat(distance(light[2], plain[2])).as("last of three seconds").isGreaterThan(20);
        assertThat(distance(light[3], plain[3])).as("after three seconds").isLessThan(4);
    }

    private static int distance(byte one, byte other) {
        return Math.abs((one & 0xFF) - (other & 0xFF));
    }

    @Test
    void an_avi_without_gaps_keeps_its_number_of_frames() throws Exception {
        film("whole.avi", "null", "mpeg4");
        assertThat(label("whole.avi")).as(terminal.err()).isZero();
        ffmpeg("-i", "out.avi", "-vf", "scale=1:1,format=gray", "-vsync", "passthrough", "-f", "rawvideo", "all.raw");
        assertThat(folder.resolve("all.raw")).hasSize(300);
    }
}
