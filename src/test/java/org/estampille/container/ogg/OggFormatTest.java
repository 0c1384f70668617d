package org.estampille.container.ogg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class OggFormatTest extends ContainerFormatContract {

    private static final Octets ONE = Octets.concat(
            page(OggPage.FIRST, 1, 0, Octets.ofAscii("\1vorbis and so on")),
            page(0, 1, 1, Octets.ofAscii("\3vorbis comments")),
            page(OggPage.LAST, 1, 2, Octets.zeros(100)));

    @Override
    protected ContainerFormat format() {
        return new OggFormat();
    }

    @Override
    protected List<Sample> samples() {
        Octets two = Octets.concat(
                page(OggPage.FIRST, 7, 0, Octets.ofAscii("OpusHead")),
                page(OggPage.FIRST, 0x4332_5041L, 0, Octets.ofAscii("OpusHead")),
                page(0, 7, 1, Octets.zeros(30)),
                page(0, 0x4332_5041L, 1, Octets.zeros(30)),
                page(OggPage.LAST, 7, 2, Octets.zeros(30)),
                page(OggPage.LAST, 0x4332_5041L, 2, Octets.zeros(30)));
        return List.of(
                new Sample("one bitstream", AssetFormat.OGG, ONE),
                new Sample("two bitstreams", AssetFormat.OGG, two),
                new Sample("octets behind it", AssetFormat.OGG, Octets.concat(ONE, Octets.ofAscii("TAG"))));
    }

    /** Any page may be the last one, and what stands behind need not be there. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        Octets rest = sample.octets().from(length);
        boolean page = rest.length() > 4 && rest.slice(0, 4).equals(Octets.ofAscii("OggS"));
        return length > 0 && page || sample.name().contains("behind") && length >= ONE.length();
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return List.of(
                read(AssetFormat.OGG, Path.of("fixtures/ogg/vorbis/asset.ogg")),
                read(AssetFormat.OGG, Path.of("fixtures/ogg/opus/asset.opus")));
    }

    /** A page with one packet of less than 255 octets. */
    private static Octets page(int flags, long serial, int number, Octets body) {
        Octets head = Octets.concat(
                Octets.ofAscii("OggS"),
                Octets.of(0, flags),
                Octets.zeros(8),
                Octets.u32le(serial),
                Octets.u32le(number));
        Octets rest = Octets.concat(Octets.of(1, body.length()), body);
        long crc = PageChecksum.of(Octets.concat(head, Octets.zeros(4), rest));
        return Octets.concat(head, Octets.u32le(crc), rest);
    }

    @Test
    void computes_the_check_sums_that_encoders_write() throws Exception {
        Octets file = realSamples().get(0).octets();
        for (OggPage page : new OggWalk(new OctetsSource(file), LIMITS).pages()) {
            Octets octets =
                    file.slice((int) page.range().start(), (int) page.range().length());
            assertThat(octets.slice(OggPage.CRC_AT, 4)).isEqualTo(Octets.u32le(PageChecksum.of(octets)));
        }
    }

    @Test
    void starts_behind_the_first_pages_of_all_others_and_takes_a_free_number() throws Exception {
        Octets tagged = laid(AssetFormat.OGG, samples().get(1).octets(), SampleMedia.store(200_000));
        assertThat(names(map(AssetFormat.OGG, tagged)).subList(0, 4))
                .containsExactly("Stream-7", "Stream-1127370817", "C2PA", "Stream-7");
        List<OggPage> pages = new OggWalk(new OctetsSource(tagged), LIMITS).pages();
        List<OggPage> store =
                pages.stream().filter(page -> page.serial() == 0x4332_5042L).toList();

        assertThat(store).hasSize(4);
        assertThat(store.stream().map(OggPage::flags)).containsExactly(2, 1, 1, 5);
    }

    /** Players end there, or play what they should not: the second stream no longer starts where the first one ends. */
    @Test
    void refuses_streams_in_a_row_with_the_place_and_what_to_do_and_reads_and_strips_them() throws Exception {
        Octets next = Octets.concat(
                page(OggPage.FIRST, 2, 0, Octets.ofAscii("\1vorbis")), page(OggPage.LAST, 2, 1, Octets.zeros(50)));
        Octets chain = Octets.concat(ONE, next);
        Octets store = new StoreStream(100, 9).apply(SampleMedia.store(100));
        Octets signed = Octets.concat(store, chain);

        for (Octets file : List.of(chain, signed)) {
            assertThatExceptionOfType(MalformedContentException.class)
                    .isThrownBy(() -> laid(AssetFormat.OGG, file, SampleMedia.store(64)))
                    .withMessageContaining("another stream follows the first one")
                    .withMessageContaining("--sidecar")
                    .satisfies(e -> assertThat(e.where().start()).isEqualTo(file.length() - (long) next.length()));
        }
        assertThat(map(AssetFormat.OGG, signed).stores()).hasSize(1);
        assertThat(laid(AssetFormat.OGG, signed, Octets.empty())).isEqualTo(chain);
    }

    @Test
    void every_length_around_the_edges_of_segments_and_pages_comes_back() throws Exception {
        for (int length : new int[] {250, 249, 251, 505, 65_019, 65_020, 65_021, 130_045}) {
            Octets store = SampleMedia.store(length);
            Octets tagged = laid(AssetFormat.OGG, ONE, store);
            assertThat(map(AssetFormat.OGG, tagged).stores().get(0).store()).isEqualTo(store);
        }
    }

    @Test
    void a_store_whose_pages_are_apart_is_one_store() throws Exception {
        Octets store = SampleMedia.store(70_000);
        Octets pages = new StoreStream(70_000, 9).apply(store);
        int first = 27 + 255 + 255 * 255;
        Octets file = Octets.concat(pages.slice(0, first), ONE.slice(0, 45), pages.from(first), ONE.from(45));
        ContainerMap map = map(AssetFormat.OGG, file);

        assertThat(map.stores()).hasSize(1);
        assertThat(map.stores().get(0).wrapper()).hasSize(2);
        assertThat(map.stores().get(0).store()).isEqualTo(store);
        assertThat(laid(AssetFormat.OGG, file, Octets.empty())).isEqualTo(ONE);
    }

    @Test
    void two_streams_are_two_stores_and_a_wrong_check_sum_is_reported() throws Exception {
        Octets stream = new StoreStream(100, 9).apply(SampleMedia.store(100));
        Octets other = new StoreStream(100, 10).apply(SampleMedia.store(100));
        Octets wrong = Octets.concat(stream.slice(0, stream.length() - 1), Octets.of(0x55));

        assertThat(map(AssetFormat.OGG, Octets.concat(stream, other, ONE)).stores())
                .hasSize(2);
        assertThat(map(AssetFormat.OGG, Octets.concat(wrong, ONE)).stores()).isEmpty();
        assertThat(map(AssetFormat.OGG, Octets.concat(wrong, ONE)).suspicions()).hasSize(1);
    }

    @Test
    void what_follows_the_store_in_its_stream_is_padding_that_is_not_zero() throws Exception {
        Octets stream = new StoreStream(100, 9).apply(SampleMedia.store(100));
        Octets more = page(0, 9, 1, Octets.ofAscii("hidden"));

        assertThat(map(AssetFormat.OGG, Octets.concat(stream, more, ONE))
                        .stores()
                        .get(0)
                        .padding())
                .isEqualTo(Octets.ofAscii("hidden"));
    }

    @Test
    void refuses_what_is_no_page() {
        List<Octets> broken = List.of(
                Octets.empty(),
                Octets.ofAscii("OggS"),
                Octets.concat(Octets.ofAscii("OggS"), Octets.of(1), Octets.zeros(40)),
                ONE.slice(0, ONE.length() - 1),
                ONE.slice(0, 30));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(AssetFormat.OGG, octets));
        }
    }
}
