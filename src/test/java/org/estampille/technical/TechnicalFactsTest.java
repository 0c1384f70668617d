package org.estampille.technical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TechnicalFactsTest {

    private static Map<String, String> facts(String type, Octets head) throws IOException {
        return TechnicalFacts.read(new OctetsSource(head), type).facts();
    }

    private static Octets octets(ByteBuffer buffer) {
        return Octets.adopt(buffer.array());
    }

    private static void attribute(ByteBuffer into, String name, String type, int size) {
        into.put((name + "\0" + type + "\0").getBytes(StandardCharsets.US_ASCII))
                .putInt(size);
    }

    private static Octets exr() {
        ByteBuffer file = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(20000630).putInt(2);
        attribute(file, "compression", "compression", 1);
        file.put((byte) 4);
        attribute(file, "dataWindow", "box2i", 16);
        file.putInt(-10).putInt(0).putInt(1909).putInt(1079);
        attribute(file, "framesPerSecond", "rational", 8);
        file.putInt(24000).putInt(1001);
        return octets(file);
    }

    private static Octets dpx() {
        ByteBuffer file = ByteBuffer.allocate(2048);
        file.put("SDPX".getBytes(StandardCharsets.US_ASCII));
        file.putInt(4, 2048);
        file.putInt(772, 2048).putInt(776, 1556).put(803, (byte) 10).putFloat(1940, 24);
        return octets(file);
    }

    private static Octets mxf() {
        ByteBuffer file = ByteBuffer.allocate(140);
        file.put(0, Octets.ofHex("060e2b34020501010d01020101020400").toByteArray());
        file.put(16, (byte) 0x83);
        file.put(20 + 64, Octets.ofHex("060e2b34040101010d01020101010900").toByteArray());
        file.putInt(20 + 80, 2).putInt(20 + 84, 16);
        return octets(file);
    }

    @Test
    void an_mxf_file_whose_containers_are_all_of_sound_says_so() throws IOException {
        ByteBuffer sound = ByteBuffer.wrap(mxf().toByteArray());
        sound.putInt(20 + 80, 1);
        sound.put(20 + 88, Octets.ofHex("060e2b34040101010d01030102060300").toByteArray());
        assertThat(facts("application/mxf", octets(sound)))
                .containsEntry("essence", "sound")
                .containsEntry("essenceContainers", "1");
        sound.putInt(20 + 80, 2);
        assertThat(facts("application/mxf", octets(sound))).doesNotContainKey("essence");
    }

    private static Octets aiff() {
        ByteBuffer file = ByteBuffer.allocate(60);
        file.put("FORM\0\0\0\0AIFFNAME\0\0\0\3abc\0COMM\0\0\0\22".getBytes(StandardCharsets.ISO_8859_1));
        file.putShort((short) 2).putInt(1000).putShort((short) 24);
        file.put(Octets.ofHex("400ebb80000000000000").toByteArray());
        return octets(file);
    }

    private static Octets codestream() {
        ByteBuffer file = ByteBuffer.allocate(40);
        file.putInt(0xFF4FFF51).putInt(0).putInt(4096).putInt(1716);
        return octets(file);
    }

    @Test
    void headers_give_size_compression_and_rate() throws IOException {
        assertThat(facts("image/x-exr", exr()))
                .isEqualTo(Map.of("compression", "PIZ", "width", "1920", "height", "1080", "frameRate", "24000/1001"));
        assertThat(facts("image/x-dpx", dpx()))
                .containsEntry("width", "2048")
                .containsEntry("height", "1556")
                .containsEntry("bitDepth", "10")
                .containsEntry("compression", "none")
                .containsEntry("frameRate", "24.0");
        assertThat(facts("application/mxf", mxf()))
                .isEqualTo(Map.of("operationalPattern", "OP1a", "essenceContainers", "2"));
        assertThat(facts("audio/aiff", aiff()))
                .isEqualTo(Map.of("channels", "2", "bitDepth", "24", "sampleRate", "48000"));
        assertThat(facts("image/jp2", codestream())).isEqualTo(Map.of("width", "4096", "height", "1716"));
        assertThat(facts("video/x-matroska", exr())).isEmpty();
    }

    @Test
    void an_image_that_begins_where_the_frame_rate_would_stand_gives_none() throws IOException {
        byte[] early = dpx().toByteArray();
        ByteBuffer.wrap(early).putInt(4, 0x680);
        assertThat(facts("image/x-dpx", Octets.adopt(early)))
                .containsEntry("width", "2048")
                .doesNotContainKey("frameRate");
        byte[] tiny = dpx().toByteArray();
        ByteBuffer.wrap(tiny).putFloat(1940, 1.009832E-39f);
        assertThat(facts("image/x-dpx", Octets.adopt(tiny))).doesNotContainKey("frameRate");
    }

    @Test
    void fields_that_are_not_set_or_mean_nothing_give_no_facts() throws IOException {
        byte[] unset = dpx().toByteArray();
        java.util.Arrays.fill(unset, 772, unset.length, (byte) 0xFF);
        assertThat(facts("image/x-dpx", Octets.adopt(unset))).isEmpty();
        ByteBuffer exr = ByteBuffer.wrap(exr().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        String text = new String(exr.array(), StandardCharsets.ISO_8859_1);
        exr.putInt(text.indexOf("box2i") + 10, 5000);
        exr.putInt(text.indexOf("rational") + 17, 0);
        assertThat(facts("image/x-exr", octets(exr))).containsOnlyKeys("compression");
        byte[] aiff = aiff().toByteArray();
        int common = new String(aiff, StandardCharsets.ISO_8859_1).indexOf("COMM") + 8;
        java.util.Arrays.fill(aiff, common, common + 18, (byte) 0);
        assertThat(facts("audio/aiff", Octets.adopt(aiff))).isEmpty();
        ByteBuffer stream = ByteBuffer.wrap(codestream().toByteArray());
        stream.putInt(16, 5000);
        assertThat(facts("image/jp2", octets(stream))).isEmpty();
        ByteBuffer mxf = ByteBuffer.wrap(mxf().toByteArray());
        mxf.putInt(20 + 64, 7).putInt(20 + 84, 7);
        assertThat(facts("application/mxf", octets(mxf))).isEmpty();
    }

    static Stream<Octets> samples() {
        return Stream.of(exr(), dpx(), mxf(), aiff(), codestream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_header_cut_short_or_full_of_ones_gives_fewer_facts_and_no_error(Octets sample) throws IOException {
        for (String type : new String[] {"image/x-exr", "image/x-dpx", "application/mxf", "audio/aiff", "image/jp2"}) {
            for (int length = 0; length < sample.length(); length++) {
                assertThat(facts(type, sample.slice(0, length))).isNotNull();
                byte[] odd = sample.toByteArray();
                java.util.Arrays.fill(odd, length, odd.length, (byte) 0xFF);
                assertThat(facts(type, Octets.adopt(odd))).isNotNull();
            }
        }
    }
}
