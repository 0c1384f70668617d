package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.estampille.asset.Asset;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.fixtures.Fixture;
import org.estampille.fixtures.FixtureIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files of which the end is missing are refused before they are tagged, whole ones never. */
class CutShortMediaTest {

    private static final ReadLimits LIMITS = ReadLimits.standard();

    /** A bare codestream goes to the end of its file. */
    private static final Set<String> NOT_TOLD = Set.of("jxl/codestream", "jxl/boxes");

    static List<Fixture> fixtures() {
        return FixtureIndex.all();
    }

    private static void prepare(Octets octets) throws IOException, MalformedContentException {
        OctetsSource source = new OctetsSource(octets);
        if (AssetDetector.detect(source) instanceof Detection.Detected detected) {
            Asset asset = new Asset("file", source, detected.format());
            ContainerFormat format = Containers.of(detected.format());
            ContainerMap map = format.map(asset, LIMITS);
            format.requireWhole(asset, map, LIMITS);
            format.lay(asset, map, Wish.forStore(1_000), LIMITS);
        } else {
            throw new MalformedContentException("none", source.range(), "no media any more");
        }
    }

    private static ThrowingCallable preparing(Octets octets) {
        return () -> prepare(octets);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_whole_file_is_taken_and_most_of_it_is_not(Fixture fixture) throws Exception {
        Octets whole = fixture.octets();
        prepare(whole);
        if (!NOT_TOLD.contains(fixture.id())) {
            for (int part = 1; part < 20; part++) {
                int length = (int) ((long) whole.length() * part / 20) + 1;
                assertThatExceptionOfType(MalformedContentException.class)
                        .as(fixture.id() + " cut at " + length)
                        .isThrownBy(preparing(whole.slice(0, length)));
            }
        }
    }

    @Test
    void an_MP3_that_counts_more_frames_than_it_has_was_cut_short_between_two() throws Exception {
        Octets whole = FixtureIndex.of("mp3/tagged-v24").octets();
        int cut = lastFrame(whole);
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(preparing(whole.slice(0, cut)))
                .withMessageContaining("cut short: its first frame counts");
        prepare(FixtureIndex.of("mp3/untagged").octets());
    }

    /** Tags that other programs put behind the sound. */
    @Test
    void tags_behind_the_sound_are_no_cut() throws Exception {
        Octets old = Octets.concat(Octets.ofAscii("TAG"), Octets.zeros(125));
        Octets body = Octets.concat(Octets.ofHex("0400000000000000"), Octets.ofAscii("Titl\0abcd"));
        Octets fields =
                Octets.concat(Octets.ofHex("d0070000"), Octets.u32le(body.length() + 32), Octets.ofHex("01000000"));
        Octets name = Octets.ofAscii("APETAGEX");
        Octets ape = Octets.concat(
                name,
                fields,
                Octets.ofHex("000000a0"),
                Octets.zeros(8),
                body,
                name,
                fields,
                Octets.ofHex("00000080"),
                Octets.zeros(8));
        for (String id : List.of("mp3/tagged-v24", "mp3/untagged", "flac/stereo")) {
            Octets sound = FixtureIndex.of(id).octets();
            for (Octets tags : List.of(old, ape, Octets.concat(ape, old))) {
                prepare(Octets.concat(sound, tags));
            }
        }
    }

    /** STREAMINFO counts nothing when the encoder could not go back, and too much in a piece that was copied. */
    @Test
    void FLAC_with_any_number_of_samples_is_whole_when_its_last_frame_is() throws Exception {
        byte[] sound = FixtureIndex.of("flac/stereo").octets().toByteArray();
        for (int samples : new int[] {0, Integer.MAX_VALUE}) {
            ByteBuffer.wrap(sound).putInt(8 + 14, samples);
            prepare(Octets.copyOf(sound));
        }
        sound[sound.length - 1] ^= 1;
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(preparing(Octets.copyOf(sound)))
                .withMessageContaining("no whole frame");
    }

    @Test
    void a_picture_in_a_directory_below_another_counts_too() throws Exception {
        List<Octets> files = new ArrayList<>();
        for (int end : new int[] {62 + 40, 62 + 41}) {
            ByteBuffer file = ByteBuffer.allocate(102).putInt(0x4D4D002A).putInt(8);
            file.putShort((short) 1)
                    .putShort((short) 330)
                    .putShort((short) 13)
                    .putInt(1)
                    .putInt(26)
                    .putInt(0);
            file.putShort((short) 2);
            file.putShort((short) 324).putShort((short) 4).putInt(1).putInt(62);
            file.putShort((short) 325)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) (end - 62))
                    .putShort((short) 0);
            files.add(Octets.adopt(file.array()));
        }
        prepare(files.get(0));
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(preparing(files.get(1)))
                .withMessageContaining("cut short: tile 1 of 1, from octet 62 with 41 octets")
                .satisfies(e -> assertThat(e.where().start()).isEqualTo(28));
    }

    /** Where the last frame starts: the first place from the end where cutting leaves whole frames. */
    private static int lastFrame(Octets whole) {
        for (int at = whole.length() - 4; at > 0; at--) {
            boolean header = whole.at(at) == 0xFF && (whole.at(at + 1) & 0xF6) == 0xF2;
            if (header) {
                return at;
            }
        }
        throw new AssertionError("no frame");
    }
}
