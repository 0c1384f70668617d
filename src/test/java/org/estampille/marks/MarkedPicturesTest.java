package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User data in the pictures of files that ffmpeg wrote ({@code fixtures/recipe.sh}). */
final class MarkedPicturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/estampille/marks");
    private static final String PLACE = "SEI (H.264, H.265)";
    private static final String AV1_PLACE = "metadata OBU (AV1)";

    private static Octets file(String name) throws IOException {
        return Octets.adopt(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static MarkReading read(Octets file) throws IOException {
        return MarkReader.read(new OctetsSource(file), ReadLimits.standard());
    }

    /** The same file with other letters in the line of the encoder. */
    private static Octets renamed(String name) throws IOException {
        Octets octets = file(name);
        byte[] copy = octets.toByteArray();
        byte[] line = "kling-ai ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = octets.indexOf(Octets.ofAscii("x265 (bui"), 0).orElseThrow();
        System.arraycopy(line, 0, copy, at, line.length);
        return Octets.adopt(copy);
    }

    private static void carriesTheMark(MarkReading reading) {
        assertThat(reading.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.fingerprint()).isEqualTo("sei-kling-ai");
            assertThat(mark.location()).isEqualTo(Location.SEI);
        });
        assertThat(reading.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"avc.mkv", "avc.flv", "avc.ts", "avc.m2ts"})
    void user_data_of_h264_is_found(String name) throws IOException {
        carriesTheMark(read(file(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hevc.mkv", "hevc.ts", "hevc.mp4"})
    void user_data_of_h265_is_found_in_pictures_and_in_what_is_said_before_them(String name) throws IOException {
        carriesTheMark(read(renamed(name)));
    }

    @Test
    void what_is_not_read_is_said() throws IOException {
        for (String name : new String[] {"av1.mkv", "av1.mp4"}) {
            assertThat(read(file(name)).unread())
                    .as(name)
                    .extracting(MarkReading.Unread::where)
                    .containsExactly(AV1_PLACE);
        }
        assertThat(read(file("avc.mxf")).unread())
                .extracting(MarkReading.Unread::where)
                .containsExactly(PLACE);
        assertThat(read(file("mpeg2.mxf")).unread()).isEmpty();
    }

    /** A file that ends in the middle of anything is read as far as it goes, and nothing is thrown. */
    @ParameterizedTest
    @ValueSource(strings = {"avc.mkv", "avc.flv", "avc.ts", "avc.m2ts", "hevc.mkv", "avc.mxf"})
    void a_file_that_breaks_off_harms_nobody(String name) throws IOException {
        Octets whole = file(name);
        for (int length = 200; length < whole.length(); length += 7) {
            assertThat(read(whole.slice(0, length)).marks()).hasSizeLessThan(2);
        }
    }

    @Test
    void streams_that_are_scrambled_or_in_no_table_were_not_looked_at() throws IOException {
        byte[] scrambled = file("avc.ts").toByteArray();
        for (int at = 0; at < scrambled.length; at += 188) {
            boolean picture = ((scrambled[at + 1] & 0x1F) << 8 | scrambled[at + 2] & 0xFF) == 0x100;
            scrambled[at + 3] |= (byte) (picture ? 0x80 : 0);
        }
        assertThat(read(Octets.adopt(scrambled)).unread())
                .extracting(MarkReading.Unread::where)
                .containsExactly(PLACE);
    }
}
