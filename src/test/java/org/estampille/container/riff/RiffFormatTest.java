package org.estampille.container.riff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.Layout;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class RiffFormatTest extends ContainerFormatContract {

    private static final long MAX_32 = 0xFFFF_FFFFL;

    @Override
    protected ContainerFormat format() {
        return new RiffFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample("WAV", AssetFormat.WAV, SampleMedia.wav()),
                new Sample("BWF with odd chunks", AssetFormat.WAV, SampleMedia.broadcastWave()),
                new Sample(
                        "WAV with octets behind it",
                        AssetFormat.WAV,
                        Octets.concat(SampleMedia.wav(), Octets.ofAscii("TAG and more"))),
                new Sample("WAV with octets too few for a chunk", AssetFormat.WAV, withLeftOver()),
                new Sample("RF64", AssetFormat.RF64, SampleMedia.longWav("RF64")),
                new Sample("BW64", AssetFormat.RF64, SampleMedia.longWav("BW64")),
                new Sample("AVI", AssetFormat.AVI, SampleMedia.avi()),
                new Sample("AVI in three forms", AssetFormat.AVI, SampleMedia.largeAvi()),
                new Sample("WebP", AssetFormat.WEBP, SampleMedia.webp()));
    }

    /** Forms behind the first need not be there, and the head of one looks like any octets behind it. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        if (sample.name().contains("octets behind")) {
            return length >= SampleMedia.wav().length();
        }
        for (int at = length; at > 0 && at > length - 12; at--) {
            boolean form = at + 4 <= sample.octets().length()
                    && sample.octets().slice(at, 4).equals(Octets.ofAscii("RIFF"));
            if (form) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : corpus(AssetFormat.WAV, "source-media", "wav")) {
            AssetFormat format = sample.name().startsWith("rf64") ? AssetFormat.RF64 : AssetFormat.WAV;
            samples.add(new Sample(sample.name(), format, sample.octets()));
        }
        samples.addAll(corpus(AssetFormat.AVI, "source-media", "avi"));
        samples.addAll(corpus(AssetFormat.WEBP, "source-media", "webp"));
        return samples;
    }

    private static Octets withLeftOver() {
        Octets wav = SampleMedia.wav();
        return patched(Octets.concat(wav, Octets.zeros(3)), 4, Octets.u32le(wav.length() - 8 + 3));
    }

    private static Octets patched(Octets octets, int at, Octets patch) {
        return Octets.concat(octets.slice(0, at), patch, octets.from(at + patch.length()));
    }

    @Test
    void puts_the_store_last_in_the_first_form_and_mends_the_size() throws Exception {
        Octets tagged = laid(AssetFormat.AVI, SampleMedia.largeAvi(), SampleMedia.store(101));
        ContainerMap map = map(AssetFormat.AVI, tagged);

        assertThat(names(map)).containsExactly("AVI ", "hdrl", "movi", "C2PA", "AVIX", "movi", "AVIX", "movi");
        long end = map.parts().get(3).range().end();
        assertThat(tagged.slice(4, 4)).isEqualTo(Octets.u32le(end - 8));
        assertThat(map.parts().get(3).range().length()).isEqualTo(8 + 101 + 1);
    }

    @Test
    void moves_the_absolute_offsets_of_opendml_indexes() throws Exception {
        Octets before = SampleMedia.largeAvi();
        Octets after = laid(AssetFormat.AVI, before, SampleMedia.store(1_000));
        List<Long> old = superIndex(before);
        List<Long> moved = superIndex(after);

        assertThat(moved.get(0)).isEqualTo(old.get(0));
        for (int i = 0; i < 3; i++) {
            int index = Math.toIntExact(moved.get(i));
            assertThat(after.slice(index, 4)).isEqualTo(Octets.ofAscii("ix00"));
            int base = Math.toIntExact(after.slice(index + 8 + 12, 8)
                    .asBuffer()
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .getLong());
            assertThat(after.slice(base, 4)).isEqualTo(Octets.ofAscii("LIST"));
            assertThat(after.slice(base + 52, 4)).isEqualTo(Octets.ofAscii("00dc"));
        }
        assertThat(moved.get(2) - old.get(2)).isEqualTo(1_008);
    }

    private static List<Long> superIndex(Octets avi) {
        int at = avi.indexOf(Octets.ofAscii("indx"), 0).orElseThrow() + 8 + 24;
        ByteBuffer buffer = avi.asBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        return List.of(buffer.getLong(at), buffer.getLong(at + 16), buffer.getLong(at + 32));
    }

    @Test
    void keeps_64_bit_sizes_in_ds64_and_every_chunk_octet_for_octet() throws Exception {
        Octets before = SampleMedia.longWav("BW64");
        Octets after = laid(AssetFormat.RF64, before, SampleMedia.store(300));
        ByteBuffer buffer = after.asBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN);

        assertThat(after.slice(4, 4)).isEqualTo(Octets.u32le(MAX_32));
        assertThat(buffer.getLong(20)).isEqualTo(after.length() - 8);
        assertThat(buffer.getLong(28)).isEqualTo(48);
        assertThat(after.slice(28, before.length() - 28)).isEqualTo(before.from(28));
        assertThat(names(map(AssetFormat.RF64, after))).containsExactly("WAVE", "ds64", "fmt ", "data", "axml", "C2PA");
    }

    @Test
    void reads_sizes_of_other_chunks_from_the_ds64_table() throws Exception {
        Octets content =
                Octets.concat(SampleMedia.wavFormat(), Octets.ofAscii("axml"), Octets.u32le(MAX_32), Octets.zeros(10));
        Octets sizes = Octets.concat(
                SampleMedia.u64le(4 + 48 + content.length()),
                SampleMedia.u64le(0),
                SampleMedia.u64le(0),
                Octets.u32le(1),
                Octets.ofAscii("axml"),
                SampleMedia.u64le(10));
        Octets file = Octets.concat(
                Octets.ofAscii("RF64"),
                Octets.u32le(MAX_32),
                Octets.ofAscii("WAVE"),
                SampleMedia.riffChunk("ds64", sizes),
                content);

        assertThat(names(map(AssetFormat.RF64, file))).containsExactly("WAVE", "ds64", "fmt ", "axml");
        Octets unknown = patched(file, 12 + 8 + 28, Octets.ofAscii("chna"));
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> map(AssetFormat.RF64, unknown))
                .withMessageContaining("axml");
    }

    @Test
    void an_odd_last_chunk_without_its_pad_octet_gets_one_before_the_store() throws Exception {
        Octets file = SampleMedia.riff(
                "RIFF",
                "WAVE",
                SampleMedia.wavFormat(),
                Octets.concat(Octets.ofAscii("data"), Octets.u32le(3), Octets.of(1, 2, 3)));
        ContainerMap before = map(AssetFormat.WAV, file);
        Octets tagged = laid(AssetFormat.WAV, file, SampleMedia.store(100));
        ContainerMap after = map(AssetFormat.WAV, tagged);

        assertThat(before.parts().get(2).range().length()).isEqualTo(11);
        assertThat(after.parts().get(2).range().length()).isEqualTo(12);
        assertThat(after.stores()).extracting(EmbeddedStore::store).containsExactly(SampleMedia.store(100));
        assertThat(after.stores().get(0).extent().start() % 2).isZero();
        assertThat(laid(AssetFormat.WAV, file, Octets.empty())).isEqualTo(file);
    }

    @Test
    void a_pad_octet_that_is_not_zero_is_padding_of_the_store() throws Exception {
        Octets tagged = laid(AssetFormat.WAV, SampleMedia.wav(), SampleMedia.store(101));
        Octets changed = patched(tagged, tagged.length() - 1, Octets.of(7));

        assertThat(map(AssetFormat.WAV, changed).stores().get(0).padding()).isEqualTo(Octets.of(7));
    }

    @Test
    void a_store_in_a_later_form_is_reported_and_is_no_store() throws Exception {
        Octets file = Octets.concat(
                SampleMedia.avi(),
                SampleMedia.riff("RIFF", "AVIX", SampleMedia.riffChunk("C2PA", SampleMedia.store(100))));
        ContainerMap map = map(AssetFormat.AVI, file);

        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).hasSize(1);
        assertThat(names(map(AssetFormat.AVI, laid(AssetFormat.AVI, file, Octets.empty()))))
                .doesNotContain("C2PA");
    }

    @Test
    void two_chunks_are_two_stores_wherever_they_stand() throws Exception {
        Octets chunk = SampleMedia.riffChunk("C2PA", SampleMedia.store(101));
        Octets file = SampleMedia.riff(
                "RIFF", "WAVE", chunk, SampleMedia.wavFormat(), chunk, SampleMedia.riffChunk("data", Octets.zeros(32)));

        assertThat(map(AssetFormat.WAV, file).stores()).hasSize(2);
        assertThat(laid(AssetFormat.WAV, file, Octets.empty())).isEqualTo(SampleMedia.wav());
    }

    @Test
    void refuses_sizes_that_cannot_be_with_the_place() {
        Octets wav = SampleMedia.wav();
        Octets rf64 = SampleMedia.longWav("RF64");
        List<Octets> broken = List.of(
                Octets.empty(),
                Octets.ofAscii("RIFF"),
                patched(wav, 4, Octets.u32le(0)),
                patched(wav, 4, Octets.u32le(MAX_32)),
                patched(wav, 4, Octets.u32le(wav.length() - 7)),
                patched(wav, 4, Octets.u32le(wav.length() - 9)),
                patched(wav, 40, Octets.u32le(33)),
                patched(wav, 40, Octets.u32le(MAX_32)));
        List<Octets> brokenLong = List.of(
                patched(rf64, 12, Octets.ofAscii("JUNK")),
                patched(rf64, 16, Octets.u32le(27)),
                patched(rf64, 20, SampleMedia.u64le(-1)),
                patched(rf64, 20, SampleMedia.u64le(0)),
                patched(rf64, 20, SampleMedia.u64le(Long.MAX_VALUE)),
                patched(rf64, 28, SampleMedia.u64le(Long.MAX_VALUE)),
                patched(rf64, 28, SampleMedia.u64le(4_000)),
                patched(rf64, 44, Octets.u32le(1)));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(AssetFormat.WAV, octets));
        }
        for (Octets octets : brokenLong) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(AssetFormat.RF64, octets));
        }
    }

    /** A WAV file whose samples are not there: only its first octets are kept, all others read as zero. */
    private record HollowWav(Octets head, long length) implements ByteSource {
        static HollowWav of(long samples) {
            Octets head = Octets.concat(
                    Octets.ofAscii("RIFF"),
                    Octets.u32le(36 + samples),
                    Octets.ofAscii("WAVE"),
                    SampleMedia.wavFormat(),
                    Octets.ofAscii("data"),
                    Octets.u32le(samples));
            return new HollowWav(head, head.length() + samples);
        }

        @Override
        public void read(long position, ByteBuffer target) {
            for (long at = position; target.hasRemaining(); at++) {
                target.put(at < head.length() ? (byte) head.at((int) at) : 0);
            }
        }
    }

    @Test
    void refuses_to_bring_a_plain_form_over_4_gib() throws Exception {
        Asset full = new Asset("full.wav", HollowWav.of(MAX_32 - 1_000), AssetFormat.WAV);
        ContainerMap map = format().map(full, LIMITS);
        Layout fits = format().lay(full, map, Wish.forStore(500), LIMITS);

        assertThat(fits.slot().orElseThrow().start()).isEqualTo(full.source().length() + 1);
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> format().lay(full, map, Wish.forStore(20_000), LIMITS))
                .withMessageContaining("--sidecar");
    }

    @Test
    void finds_the_store_of_every_signed_file_of_the_corpus() throws Exception {
        List<Sample> files = new ArrayList<>(corpus(AssetFormat.WAV, "peer-signed", "wav"));
        files.addAll(corpus(AssetFormat.AVI, "peer-signed", "avi"));
        files.addAll(corpus(AssetFormat.WEBP, "peer-signed", "webp"));
        for (Sample file : files) {
            ContainerMap map = map(file.format(), file.octets());
            assertThat(map.suspicions()).as(file.name()).isEmpty();
            assertThat(map.stores()).as(file.name()).hasSize(1);
        }
    }

    @Test
    void what_the_reference_signed_comes_back_as_it_was_and_is_laid_out_alike() throws Exception {
        Map<String, String> signed = Map.of(
                "bwf-es512.wav", "bwf.wav",
                "test-es256.avi", "test.avi",
                "sample1-ed25519.webp", "sample1.webp");
        for (Map.Entry<String, String> pair : signed.entrySet()) {
            Sample original = real(pair.getValue());
            Octets file = corpus(original.format(), "peer-signed", "wav", "avi", "webp").stream()
                    .filter(sample -> sample.name().equals(pair.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .octets();
            Octets store = map(original.format(), file).stores().get(0).store();

            assertThat(laid(original.format(), file, Octets.empty())).isEqualTo(original.octets());
            assertThat(laid(original.format(), original.octets(), store)).isEqualTo(file);
        }
    }

    private Sample real(String name) throws IOException {
        return realSamples().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void survives_the_files_that_broke_other_parsers() throws Exception {
        for (Sample file : corpus(AssetFormat.WAV, "malformed", "wav")) {
            if (file.name().equals("sample3.invalid.wav")) {
                assertThatExceptionOfType(MalformedContentException.class)
                        .isThrownBy(() -> map(file.format(), file.octets()))
                        .withMessageContaining("RIFF size");
            } else {
                assertThat(map(file.format(), file.octets()).stores())
                        .as(file.name())
                        .isEmpty();
            }
        }
    }
}
