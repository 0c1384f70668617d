package org.estampille.container.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.SampleMedia;
import org.estampille.jumbf.JumbfType;
import org.junit.jupiter.api.Test;

class JpegFormatTest extends ContainerFormatContract {

    private static final Octets STUFFED = Octets.ofHex("12ff0034ffd056ff00ffd178ff0000ffd7");

    @Override
    protected ContainerFormat format() {
        return new JpegFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                sample("JFIF", SampleMedia.jpeg()),
                sample("Exif", SampleMedia.exifJpeg()),
                sample("several scans, stuffing, restart markers, tables between", severalScans()),
                sample("fill octets before markers", filled()),
                sample("another picture behind the first", Octets.concat(SampleMedia.jpeg(), SampleMedia.exifJpeg())),
                sample("octets between segments that belong to none", extraneous()),
                sample("JUMBF that is not C2PA", withOtherJumbf()),
                sample("tables only", Octets.concat(SampleMedia.soi(), SampleMedia.jpegTables(), SampleMedia.eoi())));
    }

    /** What stands behind a picture need not be there. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return sample.name().contains("another") && length >= SampleMedia.jpeg().length();
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.JPEG, "source-media", "jpg");
    }

    private static Sample sample(String name, Octets octets) {
        return new Sample(name, AssetFormat.JPEG, octets);
    }

    private static Octets severalScans() {
        return Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                SampleMedia.jpegTables(),
                SampleMedia.jpegScan(STUFFED),
                SampleMedia.jpegTables(),
                SampleMedia.jpegScan(Octets.zeros(300_000)),
                SampleMedia.jpegScan(STUFFED),
                SampleMedia.eoi());
    }

    private static Octets filled() {
        Octets fill = Octets.of(0xFF, 0xFF, 0xFF);
        return Octets.concat(
                SampleMedia.soi(), fill, SampleMedia.jfif(), fill, SampleMedia.jpegBody(), fill, SampleMedia.eoi());
    }

    private static Octets extraneous() {
        return Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                Octets.of(1, 2, 0xFF, 0, 3),
                SampleMedia.jpegBody(),
                SampleMedia.eoi());
    }

    private static Octets withOtherJumbf() {
        Octets box = SampleMedia.superBox(JumbfType.JSON, "jpeg360", 3_000);
        return Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                Octets.concat(SampleMedia.jumbfSegments(1, box, 1_000)),
                SampleMedia.jpegBody(),
                SampleMedia.eoi());
    }

    private static Octets withSegments(List<Octets> segments) {
        return Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                Octets.concat(segments),
                SampleMedia.jpegBody(),
                SampleMedia.eoi());
    }

    private ContainerMap map(Octets octets) throws IOException, MalformedContentException {
        return map(AssetFormat.JPEG, octets);
    }

    @Test
    void looks_for_the_end_of_a_scan_itself_where_no_marker_stands_at_that_of_the_original() throws Exception {
        ContainerMap other = map(Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                SampleMedia.jpegTables(),
                SampleMedia.jpegScan(Octets.zeros(50)),
                SampleMedia.eoi()));
        Octets longer = severalScans();
        Asset written = new Asset("a", new OctetsSource(longer), AssetFormat.JPEG);

        assertThat(format().mapWritten(written, other, ReadLimits.standard())).isEqualTo(map(longer));
    }

    @Test
    void names_parts_as_the_standard_does_and_keeps_entropy_coded_data_with_its_scan() throws Exception {
        assertThat(names(map(severalScans())))
                .containsExactly(
                        "SOI", "APP0", "DQT", "SOF0", "DHT", "DHT", "SOS", "DQT", "SOF0", "DHT", "DHT", "SOS", "SOS",
                        "EOI");
        assertThat(names(map(filled()))).contains("fill");
        assertThat(names(map(extraneous()))).contains("extraneous");
    }

    @Test
    void keeps_what_follows_the_end_of_the_picture() throws Exception {
        ContainerMap map = map(Octets.concat(SampleMedia.jpeg(), Octets.ofUtf8("motion")));

        assertThat(names(map)).endsWith("EOI", "trailing");
        assertThat(map.parts().get(map.parts().size() - 1).range().length()).isEqualTo(6);
    }

    @Test
    void puts_the_store_behind_app0_and_before_exif() throws Exception {
        Octets both = Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jfif(),
                SampleMedia.jpegSegment(0xE0, Octets.ofAscii("JFXX\0")),
                SampleMedia.jpegSegment(0xE1, Octets.ofAscii("Exif\0\0")),
                SampleMedia.jpegBody(),
                SampleMedia.eoi());

        assertThat(names(map(laid(AssetFormat.JPEG, both, SampleMedia.store(130_000)))))
                .startsWith("SOI", "APP0", "APP0", "C2PA", "C2PA", "C2PA", "APP1");
        assertThat(names(map(laid(AssetFormat.JPEG, SampleMedia.exifJpeg(), SampleMedia.store(100)))))
                .startsWith("SOI", "C2PA", "APP1");
        assertThat(names(map(laid(AssetFormat.JPEG, filled(), SampleMedia.store(100)))))
                .startsWith("SOI", "fill", "APP0", "C2PA", "fill");
    }

    @Test
    void decoders_still_read_a_picture_with_a_store() throws Exception {
        Octets tagged = laid(AssetFormat.JPEG, SampleMedia.jpeg(), SampleMedia.store(130_000));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tagged.toByteArray()));

        assertThat(image.getWidth()).isEqualTo(8);
    }

    @Test
    void no_segment_holds_more_than_64000_data_octets_and_numbers_run_from_one() throws Exception {
        Octets tagged = laid(AssetFormat.JPEG, SampleMedia.jpeg(), SampleMedia.store(64_000 * 2 + 9));
        List<Octets> segments = map(tagged).parts().stream()
                .filter(part -> part.name().equals("C2PA"))
                .map(part -> tagged.slice(
                        (int) part.range().start(), (int) part.range().length()))
                .toList();

        assertThat(segments).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(segments.get(i).length()).isLessThanOrEqualTo(64_000 + 20);
            assertThat(segments.get(i).uint32At(8)).isEqualTo(i + 1);
            assertThat(segments.get(i).slice(12, 8)).isEqualTo(segments.get(0).slice(12, 8));
        }
    }

    @Test
    void leaves_other_jumbf_alone_and_takes_another_instance_number() throws Exception {
        Octets store = SampleMedia.store(70_000);
        Octets tagged = laid(AssetFormat.JPEG, withOtherJumbf(), store);
        ContainerMap map = map(tagged);

        assertThat(map.stores()).extracting(EmbeddedStore::store).containsExactly(store);
        assertThat(names(map)).startsWith("SOI", "APP0", "C2PA", "C2PA", "APP11", "APP11", "APP11");
        int first = (int) map.parts().get(2).range().start();
        assertThat(tagged.slice(first + 6, 2)).isEqualTo(Octets.of(0, 2));
    }

    @Test
    void reads_a_store_with_a_64_bit_box_length_repeated_in_every_segment() throws Exception {
        Octets shortBox = SampleMedia.store(200);
        Octets longHeader = Octets.concat(Octets.u32be(1), Octets.ofAscii("jumb"), Octets.u64be(208));
        Octets data = shortBox.from(8);
        ContainerMap map = map(withSegments(List.of(
                SampleMedia.jumbfSegment(5, 1, longHeader, data.slice(0, 100)),
                SampleMedia.jumbfSegment(5, 2, longHeader, data.from(100)))));

        assertThat(map.stores()).hasSize(1);
        assertThat(map.stores().get(0).store()).isEqualTo(Octets.concat(longHeader, data));
    }

    @Test
    void recognises_a_store_whose_first_segments_are_tiny() throws Exception {
        Octets store = SampleMedia.store(200);
        ContainerMap map = map(withSegments(SampleMedia.jumbfSegments(9, store, 7)));

        assertThat(map.stores()).extracting(EmbeddedStore::store).containsExactly(store);
    }

    @Test
    void two_boxes_are_two_stores() throws Exception {
        List<Octets> segments = new ArrayList<>(SampleMedia.jumbfSegments(1, SampleMedia.store(200), 100));
        segments.addAll(SampleMedia.jumbfSegments(2, SampleMedia.store(300), 100));

        assertThat(map(withSegments(segments)).stores())
                .extracting(EmbeddedStore::store)
                .containsExactly(SampleMedia.store(200), SampleMedia.store(300));
    }

    @Test
    void what_exceeds_the_length_the_store_states_is_padding() throws Exception {
        Octets padded = Octets.concat(SampleMedia.store(200), Octets.of(0, 0, 7));
        EmbeddedStore store = map(withSegments(SampleMedia.jumbfSegments(1, padded, 150)))
                .stores()
                .get(0);

        assertThat(store.store()).isEqualTo(SampleMedia.store(200));
        assertThat(store.padding()).isEqualTo(Octets.of(0, 0, 7));
    }

    @Test
    void segments_out_of_order_doubled_or_apart_are_reported_and_are_no_store() throws Exception {
        List<Octets> right = SampleMedia.jumbfSegments(1, SampleMedia.store(300), 100);
        List<Octets> swapped = new ArrayList<>(right);
        Collections.swap(swapped, 0, 1);
        List<Octets> doubled = new ArrayList<>(right);
        doubled.add(1, right.get(1));
        List<Octets> missing = new ArrayList<>(right);
        missing.remove(1);
        List<Octets> apart = new ArrayList<>(right);
        apart.add(1, SampleMedia.jpegComment("between"));
        List<Octets> headers = new ArrayList<>(right);
        headers.set(
                1,
                SampleMedia.jumbfSegment(
                        1, 2, Octets.concat(Octets.u32be(9_999), Octets.ofAscii("jumb")), Octets.zeros(100)));

        for (List<Octets> segments : List.of(swapped, doubled, missing, apart, headers)) {
            ContainerMap map = map(withSegments(segments));
            assertThat(map.stores()).isEmpty();
            assertThat(map.suspicions()).hasSize(1);
            assertThat(names(map(laid(AssetFormat.JPEG, withSegments(segments), Octets.empty()))))
                    .doesNotContain("C2PA", "APP11");
        }
    }

    @Test
    void app11_segments_that_carry_no_jumbf_are_left_alone() throws Exception {
        ContainerMap map = map(withSegments(List.of(
                SampleMedia.jpegSegment(0xEB, Octets.ofAscii("HDR_RI ver=11")),
                SampleMedia.jpegSegment(0xEB, Octets.ofAscii("JP")),
                SampleMedia.jpegSegment(0xEB, Octets.empty()))));

        assertThat(map.stores()).isEmpty();
        assertThat(names(map).stream().filter("APP11"::equals)).hasSize(3);
    }

    @Test
    void refuses_what_is_no_jpeg_with_the_place() {
        List<Octets> broken = List.of(
                Octets.empty(),
                Octets.of(0xFF),
                Octets.ofAscii("hello"),
                Octets.of(0xFF, 0xD8, 0xFF, 0xD8, 0xFF, 0xD9),
                Octets.of(0xFF, 0xD8, 0xFF, 0x00, 0xFF, 0xD9),
                Octets.of(0xFF, 0xD8, 0xFF, 0x4F, 0xFF, 0xD9),
                Octets.of(0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0xFF, 0xD9),
                Octets.of(0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0xFF, 0xD9),
                Octets.concat(SampleMedia.soi(), SampleMedia.jpegBody()),
                Octets.concat(SampleMedia.soi(), SampleMedia.jpegBody(), Octets.of(0xFF, 0xFF, 0xFF)));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(octets));
        }
    }

    @Test
    void finds_the_store_of_every_signed_file_of_the_corpus() throws Exception {
        List<Sample> files = new ArrayList<>(corpus(AssetFormat.JPEG, "peer-signed", "jpg"));
        files.addAll(corpus(AssetFormat.JPEG, "c2pa-rs", "jpg"));
        files.addAll(corpus(AssetFormat.JPEG, "public-testfiles", "jpg"));
        List<String> unsigned = List.of("cloud.jpg", "thumbnail.jpg", "adobe-20220124-A.jpg", "adobe-20220124-I.jpg");
        for (Sample file : files) {
            ContainerMap map = map(file.octets());
            assertThat(map.suspicions()).as(file.name()).isEmpty();
            assertThat(map.stores()).as(file.name()).hasSize(unsigned.contains(file.name()) ? 0 : 1);
        }
    }

    @Test
    void what_the_reference_signed_comes_back_as_it_was_and_is_laid_out_in_the_same_place() throws Exception {
        Octets original = named(corpus(AssetFormat.JPEG, "source-media", "jpg"), "earth_apollo17.jpg");
        Octets signed = named(corpus(AssetFormat.JPEG, "peer-signed", "jpg"), "alg-es256.jpg");
        EmbeddedStore store = map(signed).stores().get(0);
        Octets again = laid(AssetFormat.JPEG, original, store.store());

        assertThat(laid(AssetFormat.JPEG, signed, Octets.empty())).isEqualTo(original);
        assertThat(map(again).stores().get(0).wrapper()).isEqualTo(store.wrapper());
    }
}
