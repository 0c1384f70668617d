package org.estampille.container.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class SvgFormatTest extends ContainerFormatContract {

    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
    private static final String DRAWING = "<g><path d='M0 0>'/></g></svg>\n";

    @Override
    protected ContainerFormat format() {
        return new SvgFormat();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                sample("no metadata", OPEN + DRAWING),
                sample(
                        "document type",
                        "<!DOCTYPE svg [ <!-- it's ]> --><?pi ]> '?> <!ENTITY c \"]>\"> ]>" + OPEN + DRAWING),
                sample("empty metadata", OPEN + "<metadata></metadata><metadata/>" + DRAWING),
                sample(
                        "metadata",
                        "<?xml version='1.0'?>\n" + OPEN + "\n <metadata>\n <a:b xmlns:a='x'/></metadata>" + DRAWING),
                sample(
                        "everything XML has",
                        "\uFEFF<?xml version='1.0' encoding='UTF-8'?><!-- <svg> --><!DOCTYPE svg:svg PUBLIC \"-//>\" 'x' ["
                                + "<!ENTITY e '<c2pa:manifest>'><!-- ]> -->]>\n<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>"
                                + "<svg:title>\u00FCber &e;</svg:title><![CDATA[</svg:svg>]]><?a b?></svg:svg >\n"));
    }

    /** The line need not end. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        return length == sample.octets().length() - 1 && sample.octets().at(length) == '\n';
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return corpus(AssetFormat.SVG, "source-media", "svg");
    }

    private static Sample sample(String name, String text) {
        return new Sample(name, AssetFormat.SVG, Octets.ofUtf8(text));
    }

    private ContainerMap map(String text) throws IOException, MalformedContentException {
        return map(AssetFormat.SVG, Octets.ofUtf8(text));
    }

    private static String manifest(String content) {
        return "<c2pa:manifest xmlns:c2pa=\"http://c2pa.org/manifest\">" + content + "</c2pa:manifest>";
    }

    @Test
    void the_store_is_the_text_of_an_element_at_the_start_of_the_metadata() throws Exception {
        Octets store = SampleMedia.store(100);
        String tagged = laid(AssetFormat.SVG, Octets.ofUtf8(OPEN + "<metadata> </metadata>" + DRAWING), store)
                .utf8();

        assertThat(tagged).isEqualTo(OPEN + "<metadata>" + manifest(store.base64()) + " </metadata>" + DRAWING);
    }

    @Test
    void a_picture_of_one_empty_tag_gets_an_end_tag() throws Exception {
        String tagged = laid(AssetFormat.SVG, Octets.ofUtf8("<s:svg xmlns:s='x'/>"), SampleMedia.store(100))
                .utf8();

        assertThat(tagged)
                .startsWith("<s:svg xmlns:s='x'><s:metadata ><c2pa:manifest")
                .endsWith("</s:metadata></s:svg>");
    }

    /** The blank in the tag of the metadata says that there was one tag; only the element made for the store has it. */
    @Test
    void a_picture_of_one_empty_tag_is_one_again_when_the_store_is_taken_out() throws Exception {
        for (String picture : List.of(
                "<svg a='b' />\n",
                "<!-- a --><s:svg xmlns:s='x'/><!-- b -->",
                "<svg></svg>",
                "<svg></svg >",
                "<svg><metadata ></metadata></svg>",
                "<svg><metadata ></metadata ></svg>",
                "<svg><metadata/></svg>",
                "<svg> </svg>")) {
            Octets original = Octets.ofUtf8(picture);
            Octets tagged = laid(AssetFormat.SVG, original, SampleMedia.store(100));
            Octets again = laid(AssetFormat.SVG, tagged, SampleMedia.store(300));

            assertThat(again).as(picture).isEqualTo(laid(AssetFormat.SVG, original, SampleMedia.store(300)));
            assertThat(laid(AssetFormat.SVG, again, Octets.empty()).utf8()).isEqualTo(picture);
        }
    }

    @Test
    void blanks_in_the_text_and_other_prefixes_are_read() throws Exception {
        String text = SampleMedia.store(100).base64();
        String folded = OPEN + "<metadata><m:manifest xmlns:m='http://c2pa.org/manifest'>\n" + text.substring(0, 40)
                + "\n  " + text.substring(40) + "\n</m:manifest></metadata>" + DRAWING;

        assertThat(map(folded).stores()).extracting(EmbeddedStore::store).containsExactly(SampleMedia.store(100));
    }

    @Test
    void an_element_that_is_no_store_is_reported() throws Exception {
        String good = SampleMedia.store(100).base64();
        for (String body : List.of(
                manifest(good) + DRAWING,
                "<metadata>" + manifest("not/base64!") + "</metadata>" + DRAWING,
                "<metadata>" + manifest("") + "</metadata>" + DRAWING,
                "<metadata>" + manifest("<b/>" + good) + "</metadata>" + DRAWING,
                "<g><metadata>" + manifest(good) + "</metadata></g>" + DRAWING)) {
            assertThat(map(OPEN + body).stores()).as(body).isEmpty();
            assertThat(map(OPEN + body).suspicions()).as(body).hasSize(1);
        }
    }

    @Test
    void a_manifest_of_another_namespace_is_none_of_ours() throws Exception {
        String other = OPEN + "<metadata><c2pa:manifest xmlns:c2pa='urn:x'>AAAA</c2pa:manifest></metadata>" + DRAWING;

        assertThat(map(other).stores()).isEmpty();
        assertThat(map(other).suspicions()).isEmpty();
        assertThat(laid(AssetFormat.SVG, Octets.ofUtf8(other), Octets.empty()).utf8())
                .isEqualTo(other);
    }

    @Test
    void refuses_what_is_no_svg_with_the_place() {
        for (String broken : List.of(
                "",
                "<html></html>",
                OPEN,
                OPEN + "</g>",
                OPEN + "<g></svg>",
                "x" + OPEN + "</svg>",
                OPEN + "</svg>x",
                OPEN + "</svg><svg/>",
                "<svg a=b/>",
                "<svg a='<'/>",
                "<svg a/>",
                "<svg",
                "<svg a='x/>",
                "<!DOCTYPE svg",
                "<!-- " + OPEN,
                OPEN + "<![CDATA[</svg>",
                "<svg/><!DOCTYPE svg>")) {
            assertThatExceptionOfType(MalformedContentException.class)
                    .as(broken)
                    .isThrownBy(() -> map(broken));
        }
    }

    @Test
    void what_the_reference_signed_gives_the_original_back_and_is_laid_out_alike() throws Exception {
        Octets signed = corpus(AssetFormat.SVG, "peer-signed", "svg").get(0).octets();
        Octets original = corpus(AssetFormat.SVG, "source-media", "svg").get(0).octets();
        ContainerMap map = map(AssetFormat.SVG, signed);

        assertThat(map.stores()).hasSize(1);
        assertThat(laid(AssetFormat.SVG, signed, map.stores().get(0).store())).isEqualTo(signed);
        assertThat(laid(AssetFormat.SVG, original, map.stores().get(0).store()).length())
                .isEqualTo(signed.length());
    }
}
