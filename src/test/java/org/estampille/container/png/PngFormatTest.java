package org.estampille.container.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class PngFormatTest extends ContainerFormatContract {

    @Override
    protected ContainerFormat format() {
        return new PngFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                sample("one pixel", SampleMedia.png()),
                sample("several IDAT and text", severalChunks()),
                sample("animated", animated()),
                sample("octets behind IEND", Octets.concat(SampleMedia.png(), Octets.ofAscii("more"))));
    }

    /** What stands behind IEND need not be there. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return sample.name().contains("behind") && length >= SampleMedia.png().length();
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.PNG, "source-media", "png");
    }

    private static Sample sample(String name, Octets octets) {
        return new Sample(name, AssetFormat.PNG, octets);
    }

    private static Octets severalChunks() {
        return Octets.concat(
                SampleMedia.pngStart(),
                SampleMedia.pngChunk("tEXt", Octets.ofAscii("Software\0own")),
                SampleMedia.pngPixels(),
                SampleMedia.pngChunk("IDAT", Octets.empty()),
                SampleMedia.pngChunk("eXIf", Octets.ofAscii("MM")),
                SampleMedia.pngEnd());
    }

    private static Octets animated() {
        return Octets.concat(
                SampleMedia.pngStart(),
                SampleMedia.pngChunk("acTL", Octets.zeros(8)),
                SampleMedia.pngChunk("fcTL", Octets.zeros(26)),
                SampleMedia.pngPixels(),
                SampleMedia.pngChunk("fcTL", Octets.zeros(26)),
                SampleMedia.pngChunk("fdAT", Octets.zeros(20)),
                SampleMedia.pngEnd());
    }

    private ContainerMap map(Octets octets) throws IOException, MalformedContentException {
        return map(AssetFormat.PNG, octets);
    }

    @Test
    void puts_the_store_before_the_pixels_and_behind_all_else_that_stands_there() throws Exception {
        assertThat(names(map(laid(AssetFormat.PNG, severalChunks(), SampleMedia.store(100)))))
                .containsExactly("PNGh", "IHDR", "tEXt", "caBX", "IDAT", "IDAT", "eXIf", "IEND");
        assertThat(names(map(laid(AssetFormat.PNG, animated(), SampleMedia.store(100)))))
                .containsExactly("PNGh", "IHDR", "acTL", "caBX", "fcTL", "IDAT", "fcTL", "fdAT", "IEND");
    }

    @Test
    void a_store_directly_behind_ihdr_moves_when_it_is_laid_anew() throws Exception {
        assertThat(laid(AssetFormat.PNG, asEarlier(100), SampleMedia.store(200)))
                .isEqualTo(laid(AssetFormat.PNG, severalChunks(), SampleMedia.store(200)));
    }

    /** Earlier builds, and the reference SDK, lay it there; a hard binding counts the octets before it. */
    @Test
    void a_store_directly_behind_ihdr_grows_where_it_stands() throws Exception {
        Octets earlier = asEarlier(100);
        Asset asset = new Asset("sample", new OctetsSource(earlier), AssetFormat.PNG);
        Layout layout = format().update(asset, map(earlier), new StoreUpdate(SampleMedia.store(100), 100, 200), LIMITS);

        assertThat(LayoutWriter.write(asset.source(), layout, SampleMedia.store(200)))
                .isEqualTo(asEarlier(200));
    }

    private static Octets asEarlier(int storeLength) {
        int start = SampleMedia.pngStart().length();
        return Octets.concat(
                severalChunks().slice(0, start),
                SampleMedia.pngChunk("caBX", SampleMedia.store(storeLength)),
                severalChunks().from(start));
    }

    @Test
    void decoders_still_read_a_picture_with_a_store() throws Exception {
        Octets tagged = laid(AssetFormat.PNG, SampleMedia.png(), SampleMedia.store(100));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tagged.toByteArray()));

        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(0x7F);
    }

    @Test
    void keeps_what_follows_the_end() throws Exception {
        assertThat(names(map(Octets.concat(SampleMedia.png(), Octets.of(1))))).endsWith("IEND", "trailing");
    }

    @Test
    void a_wrong_crc_is_reported_and_is_no_store_and_the_file_can_be_cleaned() throws Exception {
        byte[] tagged =
                laid(AssetFormat.PNG, SampleMedia.png(), SampleMedia.store(100)).toByteArray();
        tagged[SampleMedia.pngStart().length() + 8 + 50] ^= 1;
        Octets broken = Octets.adopt(tagged);

        assertThat(map(broken).stores()).isEmpty();
        assertThat(map(broken).suspicions()).hasSize(1);
        assertThat(laid(AssetFormat.PNG, broken, Octets.empty())).isEqualTo(SampleMedia.png());
    }

    @Test
    void two_chunks_are_two_stores_and_one_behind_the_pixels_is_found() throws Exception {
        Octets first = SampleMedia.pngChunk("caBX", SampleMedia.store(100));
        Octets second = SampleMedia.pngChunk("caBX", SampleMedia.store(200));
        Octets file =
                Octets.concat(SampleMedia.pngStart(), first, SampleMedia.pngPixels(), second, SampleMedia.pngEnd());

        assertThat(map(file).stores())
                .extracting(EmbeddedStore::store)
                .containsExactly(SampleMedia.store(100), SampleMedia.store(200));
        assertThat(laid(AssetFormat.PNG, file, Octets.empty())).isEqualTo(SampleMedia.png());
    }

    @Test
    void what_exceeds_the_length_the_store_states_is_padding() throws Exception {
        Octets chunk = SampleMedia.pngChunk("caBX", Octets.concat(SampleMedia.store(100), Octets.of(0, 9)));
        EmbeddedStore store = map(Octets.concat(
                        SampleMedia.pngStart(), chunk, SampleMedia.pngPixels(), SampleMedia.pngEnd()))
                .stores()
                .get(0);

        assertThat(store.store()).isEqualTo(SampleMedia.store(100));
        assertThat(store.padding()).isEqualTo(Octets.of(0, 9));
    }

    @Test
    void refuses_what_is_no_png_with_the_place() {
        Octets start = SampleMedia.pngStart();
        List<Octets> broken = List.of(
                Octets.empty(),
                start.slice(0, 8),
                start,
                Octets.concat(start.slice(0, 8), SampleMedia.pngPixels(), SampleMedia.pngEnd()),
                Octets.concat(start, start.from(8), SampleMedia.pngEnd()),
                Octets.concat(start.slice(0, 8), SampleMedia.pngChunk("IHDR", Octets.zeros(14)), SampleMedia.pngEnd()),
                Octets.concat(start, SampleMedia.pngChunk("ID T", Octets.empty()), SampleMedia.pngEnd()),
                Octets.concat(start, Octets.u32be(0xFFFF_FFFFL), Octets.ofAscii("IDAT"), SampleMedia.pngEnd()),
                Octets.concat(start, SampleMedia.pngPixels()));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(octets));
        }
    }

    @Test
    void refuses_a_store_no_chunk_can_hold() throws Exception {
        Asset asset = new Asset("sample", new OctetsSource(SampleMedia.png()), AssetFormat.PNG);
        ContainerMap map = format().map(asset, LIMITS);

        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> format().lay(asset, map, Wish.forStore(1L << 31), LIMITS))
                .withMessageContaining("--sidecar");
    }

    @Test
    void finds_the_store_of_every_signed_file_of_the_corpus() throws Exception {
        List<Sample> files = new ArrayList<>(corpus(AssetFormat.PNG, "peer-signed", "png"));
        files.addAll(corpus(AssetFormat.PNG, "c2pa-rs", "png"));
        List<String> unsigned = List.of("sidecar.png", "libpng-test_with_url.png");
        for (Sample file : files) {
            ContainerMap map = map(file.octets());
            assertThat(map.suspicions()).as(file.name()).isEmpty();
            assertThat(map.stores()).as(file.name()).hasSize(unsigned.contains(file.name()) ? 0 : 1);
        }
    }

    @Test
    void what_the_reference_signed_comes_back_as_it_was() throws Exception {
        Octets original = named(corpus(AssetFormat.PNG, "source-media", "png"), "png16.png");
        Octets signed = named(corpus(AssetFormat.PNG, "peer-signed", "png"), "png16-es256.png");

        assertThat(laid(AssetFormat.PNG, signed, Octets.empty())).isEqualTo(original);
    }
}
