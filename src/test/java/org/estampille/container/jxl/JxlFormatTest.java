package org.estampille.container.jxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.ContainerFormat.Xmp;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.estampille.jumbf.JumbfType;
import org.junit.jupiter.api.Test;

class JxlFormatTest extends ContainerFormatContract {

    private static final Octets CODESTREAM = Octets.ofHex("ff0ac852905000112233445566778899");
    private static final Octets START =
            Octets.concat(JxlWalk.SIGNATURE, box("ftyp", Octets.ofHex("6a786c20000000006a786c20")));
    private static final Octets PICTURE = box("jxlc", CODESTREAM);

    private static Octets box(String type, Octets content) {
        return Octets.concat(Octets.u32be(8 + content.length()), Octets.ofAscii(type), content);
    }

    @Override
    protected ContainerFormat format() {
        return new JxlFormat();
    }

    @Override
    protected List<Sample> samples() {
        Octets other = SampleMedia.superBox(JumbfType.ASSERTION_STORE, "other", 90);
        Octets toTheEnd = Octets.concat(Octets.u32be(0), Octets.ofAscii("jxlc"), CODESTREAM);
        return List.of(
                sample("one codestream", Octets.concat(START, PICTURE)),
                sample("codestream to the end", Octets.concat(START, toTheEnd)),
                sample(
                        "level, other JUMBF, parts",
                        Octets.concat(
                                START,
                                box("jxll", Octets.of(10)),
                                other,
                                part(0),
                                box("Exif", Octets.zeros(9)),
                                part(0x80000001L))),
                sample(
                        "a long size",
                        Octets.concat(
                                START,
                                Octets.u32be(1),
                                Octets.ofAscii("jxlc"),
                                Octets.u64be(16 + CODESTREAM.length()),
                                CODESTREAM)));
    }

    private static Octets part(long index) {
        return box("jxlp", Octets.concat(Octets.u32be(index), CODESTREAM));
    }

    /** No header says how long a codestream is that ends with the file. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return sample.name().contains("to the end") && length >= sample.octets().length() - CODESTREAM.length();
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.JXL, "source-media", "jxl");
    }

    private static Sample sample(String name, Octets octets) {
        return new Sample(name, AssetFormat.JXL, octets);
    }

    private ContainerMap map(Octets octets) throws IOException, MalformedContentException {
        return map(AssetFormat.JXL, octets);
    }

    @Test
    void puts_the_store_behind_the_file_type_and_the_level() throws Exception {
        Octets file = Octets.concat(START, box("jxll", Octets.of(10)), box("xml ", Octets.ofAscii("<x/>")), PICTURE);

        assertThat(names(map(laid(AssetFormat.JXL, file, SampleMedia.store(600)))))
                .containsExactly("JXL", "ftyp", "jxll", "jumb", "xml", "jxlc");
    }

    @Test
    void a_bare_codestream_is_put_into_boxes_octet_for_octet() throws Exception {
        Octets tagged = laid(AssetFormat.JXL, CODESTREAM, SampleMedia.store(600));

        assertThat(names(map(CODESTREAM))).containsExactly("codestream");
        assertThat(names(map(tagged))).containsExactly("JXL", "ftyp", "jumb", "jxlc");
        assertThat(tagged.from(tagged.length() - CODESTREAM.length())).isEqualTo(CODESTREAM);
        assertThat(laid(AssetFormat.JXL, tagged, Octets.empty())).isEqualTo(Octets.concat(START, PICTURE));
        assertThat(laid(AssetFormat.JXL, CODESTREAM, Octets.empty())).isEqualTo(CODESTREAM);
    }

    @Test
    void replaces_and_adds_xmp() throws Exception {
        Octets packet = Octets.ofAscii("<x:xmpmeta/>");
        for (Octets file : List.of(
                Octets.concat(START, PICTURE),
                Octets.concat(START, box("xml ", Octets.ofAscii("<old/>")), PICTURE),
                CODESTREAM)) {
            Asset asset = new Asset("sample", new OctetsSource(file), AssetFormat.JXL);
            ContainerMap map = format().map(asset, LIMITS);
            Octets written = LayoutWriter.write(
                    asset.source(),
                    format().lay(asset, map, new Wish(100, false, Optional.of(packet)), LIMITS),
                    SampleMedia.store(100));
            Asset again = new Asset("sample", new OctetsSource(written), AssetFormat.JXL);
            assertThat(format().xmp(again, format().map(again, LIMITS), LIMITS))
                    .isEqualTo(new Xmp.Place(Optional.of(packet)));
        }
    }

    @Test
    void compressed_xmp_is_left_alone() throws Exception {
        Octets file = Octets.concat(START, box("brob", Octets.ofAscii("xml squeezed")), PICTURE);
        Asset asset = new Asset("sample", new OctetsSource(file), AssetFormat.JXL);

        assertThat(format().xmp(asset, format().map(asset, LIMITS), LIMITS)).isInstanceOf(Xmp.Nowhere.class);
    }

    @Test
    void refuses_what_is_no_jpeg_xl_with_the_place() {
        List<Octets> broken = List.of(
                Octets.empty(),
                JxlWalk.SIGNATURE,
                START,
                Octets.concat(JxlWalk.SIGNATURE, PICTURE),
                Octets.concat(START, part(0)),
                Octets.concat(START, box("jxlp", Octets.empty())),
                Octets.concat(START, Octets.u32be(7), Octets.ofAscii("jxlc")),
                Octets.concat(START, Octets.u32be(1), Octets.ofAscii("jxlc"), Octets.u64be(-1), PICTURE));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(octets));
        }
    }

    @Test
    void what_the_reference_signed_gives_the_original_back_and_is_laid_out_alike() throws Exception {
        Octets signed = corpus(AssetFormat.JXL, "peer-signed", "jxl").get(0).octets();
        Octets original = corpus(AssetFormat.JXL, "source-media", "jxl").get(0).octets();
        Octets store = map(signed).stores().get(0).store();

        assertThat(laid(AssetFormat.JXL, signed, Octets.empty())).isEqualTo(original);
        assertThat(laid(AssetFormat.JXL, original, store)).isEqualTo(signed);
    }
}
