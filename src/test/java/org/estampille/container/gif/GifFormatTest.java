package org.estampille.container.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class GifFormatTest extends ContainerFormatContract {

    private static final Octets START =
            Octets.concat(Octets.ofAscii("GIF89a"), Octets.ofHex("02000200800000000000ffffff"));
    private static final Octets IMAGE = Octets.ofHex("2c00000000020002000002024c0a00");
    private static final Octets CONTROL = Octets.ofHex("21f9040005000000");
    private static final Octets COMMENT = Octets.concat(Octets.ofHex("21fe05"), Octets.ofAscii("hello"), Octets.of(0));
    private static final Octets LOOP =
            Octets.concat(Octets.ofHex("21ff0b"), Octets.ofAscii("NETSCAPE2.0"), Octets.ofHex("0301000000"));
    private static final Octets TRAILER = Octets.ofHex("3b");

    @Override
    protected ContainerFormat format() {
        return new GifFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                sample("one image", Octets.concat(START, IMAGE, TRAILER)),
                sample("animation", Octets.concat(START, LOOP, CONTROL, IMAGE, COMMENT, CONTROL, IMAGE, TRAILER)),
                sample("octets behind the trailer", Octets.concat(START, IMAGE, TRAILER, Octets.ofAscii("more"))));
    }

    /** What stands behind the trailer need not be there. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return sample.name().contains("behind") && length >= sample.octets().length() - "more".length();
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.GIF, "source-media", "gif");
    }

    private static Sample sample(String name, Octets octets) {
        return new Sample(name, AssetFormat.GIF, octets);
    }

    private ContainerMap map(Octets octets) throws IOException, MalformedContentException {
        return map(AssetFormat.GIF, octets);
    }

    @Test
    void names_blocks_as_the_standard_does_and_puts_the_store_before_the_first_image() throws Exception {
        Octets file = Octets.concat(START, LOOP, COMMENT, CONTROL, IMAGE, TRAILER);

        assertThat(names(map(laid(AssetFormat.GIF, file, SampleMedia.store(600)))))
                .containsExactly("GIF89a", "LSD", "21FF", "21FF", "21FE", "21F9", "2C", "TBID", "3B");
    }

    @Test
    void an_older_file_becomes_one_that_may_have_extensions() throws Exception {
        Octets old = Octets.concat(Octets.ofAscii("GIF87a"), START.from(6), IMAGE, TRAILER);

        assertThat(laid(AssetFormat.GIF, old, SampleMedia.store(100)).slice(0, 6))
                .isEqualTo(Octets.ofAscii("GIF89a"));
        assertThat(laid(AssetFormat.GIF, old, Octets.empty())).isEqualTo(old);
    }

    @Test
    void a_block_behind_the_first_image_or_of_another_version_is_no_store() throws Exception {
        Octets block = new StoreBlock(100).apply(SampleMedia.store(100));
        Octets late = Octets.concat(START, IMAGE, block, TRAILER);
        byte[] other = block.toByteArray();
        other[11] = 2;
        Octets newer = Octets.concat(START, Octets.adopt(other), IMAGE, TRAILER);

        for (Octets file : List.of(late, newer)) {
            assertThat(map(file).stores()).isEmpty();
            assertThat(map(file).suspicions()).hasSize(1);
            assertThat(laid(AssetFormat.GIF, file, Octets.empty())).isEqualTo(Octets.concat(START, IMAGE, TRAILER));
        }
    }

    @Test
    void a_store_of_another_writer_grows_where_it_stands() throws Exception {
        Octets block = new StoreBlock(100).apply(SampleMedia.store(100));
        Octets file = Octets.concat(START, COMMENT, block, LOOP, IMAGE, TRAILER);
        Asset asset = new Asset("sample", new OctetsSource(file), AssetFormat.GIF);
        ContainerMap map = format().map(asset, LIMITS);

        assertThat(format().update(asset, map, new ContainerFormat.StoreUpdate(Octets.empty(), 900, 1_000), LIMITS)
                        .slot()
                        .orElseThrow()
                        .start())
                .isEqualTo(map.stores().get(0).extent().start());
    }

    @Test
    void refuses_what_is_no_gif_with_the_place() {
        List<Octets> broken = List.of(
                Octets.empty(),
                Octets.ofAscii("GIF90a"),
                START,
                Octets.concat(START, IMAGE),
                Octets.concat(START, Octets.of(0x22), TRAILER),
                Octets.concat(START, IMAGE.slice(0, 12), TRAILER));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(octets));
        }
    }

    @Test
    void what_the_reference_signed_gives_the_original_back() throws Exception {
        Octets signed = corpus(AssetFormat.GIF, "peer-signed", "gif").get(0).octets();
        Octets original = corpus(AssetFormat.GIF, "source-media", "gif").get(0).octets();

        assertThat(map(signed).stores()).hasSize(1);
        assertThat(laid(AssetFormat.GIF, signed, Octets.empty())).isEqualTo(original);
    }
}
