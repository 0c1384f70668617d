package org.estampille.container.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormat.StoreUpdate;
import org.estampille.container.ContainerFormatContract;
import org.estampille.container.ContainerMap;
import org.estampille.container.Layout;
import org.estampille.container.LayoutWriter;
import org.estampille.container.SampleMedia;
import org.junit.jupiter.api.Test;

class Id3FormatTest extends ContainerFormatContract {

    /** Two frames of silence, MPEG 1 layer III at 32 kbit/s and 44.1 kHz: 104 octets each. */
    private static final Octets SOUND =
            Octets.concat(Octets.ofHex("fffb1000"), Octets.zeros(100), Octets.ofHex("fffb1000"), Octets.zeros(100));

    private static final int FRAME = 104;

    /** No samples, though frames of 16 each follow: the value of one, then values as they stand. */
    private static final Octets STREAM = Octets.concat(
            Octets.ofAscii("fLaC"),
            Octets.ofHex("00000022"),
            Octets.zeros(34),
            Octets.ofHex("81000003"),
            Octets.zeros(3),
            Octets.ofHex("fff86908000f30001234aa3b"),
            Octets.ofHex("fff86908010f25020102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f209257"));

    private static final int FIRST_FLAC_FRAME = 12;
    private static final int STREAM_HEAD = 4 + 4 + 34 + 4 + 3;

    private static final Octets TITLE = Octets.ofAscii("\0Sweep");

    @Override
    protected ContainerFormat format() {
        return new Id3Format();
    }

    @Override
    protected List<Sample> samples() {
        Octets ending = Octets.concat(Octets.ofAscii("TAG"), Octets.zeros(125));
        return List.of(
                mp3("MP3 without a tag", SOUND),
                mp3("MP3 behind zeros", Octets.concat(Octets.zeros(100), SOUND)),
                mp3("MP3 with zeros behind the tag", Octets.concat(extended(), Octets.zeros(100), SOUND)),
                mp3("MP3 with ID3v1 at the end", Octets.concat(SOUND, Octets.ofAscii("APETAGEX..."), ending)),
                mp3("MP3 with ID3v2.3", Octets.concat(tag(3, 0, frame(3, "TIT2", 0, TITLE)), SOUND)),
                mp3("MP3 with padding", Octets.concat(tag(4, 0, frame(4, "TIT2", 0, TITLE), Octets.zeros(40)), SOUND)),
                mp3("MP3 with an empty padded tag", Octets.concat(tag(3, 0, Octets.zeros(30)), SOUND)),
                mp3("MP3 with a footer", Octets.concat(withFooter(frame(4, "TIT2", 0, TITLE)), SOUND)),
                mp3("MP3 with an extended header", Octets.concat(extended(), SOUND)),
                new Sample("FLAC", AssetFormat.FLAC, STREAM),
                new Sample(
                        "FLAC with a tag",
                        AssetFormat.FLAC,
                        Octets.concat(tag(4, 0, frame(4, "TIT2", 0, TITLE)), STREAM)));
    }

    /** A frame may be the last one, and nobody knows whether a tag followed it. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) {
        if (sample.format() == AssetFormat.FLAC) {
            int head = sample.octets().length() - STREAM.length() + STREAM_HEAD;
            return length == head || length == head + FIRST_FLAC_FRAME;
        }
        int tag = sample.octets().length() - SOUND.length();
        return sample.name().contains("ID3v1") ? length == FRAME || length >= 2 * FRAME : length == tag + FRAME;
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        List<Sample> samples = new ArrayList<>(corpus(AssetFormat.MP3, "source-media", "mp3"));
        samples.addAll(corpus(AssetFormat.FLAC, "source-media", "flac"));
        return samples;
    }

    private static Sample mp3(String name, Octets octets) {
        return new Sample(name, AssetFormat.MP3, octets);
    }

    private static Octets tag(int version, int flags, Octets... frames) {
        Octets body = Octets.concat(frames);
        return Octets.concat(
                Octets.ofAscii("ID3"), Octets.of(version, 0, flags), StoreFrame.syncsafe(body.length()), body);
    }

    private static Octets withFooter(Octets frames) {
        Octets tag = tag(4, 0x10, frames);
        return Octets.concat(tag, Octets.ofAscii("3DI"), tag.slice(3, 7));
    }

    private static Octets extended() {
        return tag(3, 0x40, Octets.u32be(6), Octets.zeros(6), frame(3, "TIT2", 0, TITLE));
    }

    private static Octets frame(int version, String id, int format, Octets content) {
        Octets size = version == 4 ? StoreFrame.syncsafe(content.length()) : Octets.u32be(content.length());
        return Octets.concat(Octets.ofAscii(id), size, Octets.of(0, format), content);
    }

    private static Octets geob(String type, Octets store) {
        return Octets.concat(Octets.ofAscii("\0" + type + "\0name\0text\0"), store);
    }

    @Test
    void a_file_without_a_tag_gets_one_of_version_2_4_and_a_tag_keeps_its_version() throws Exception {
        assertThat(laid(AssetFormat.MP3, SOUND, SampleMedia.store(64)).at(3)).isEqualTo(4);
        Octets old = Octets.concat(tag(3, 0, frame(3, "TIT2", 0, TITLE)), SOUND);
        Octets tagged = laid(AssetFormat.MP3, old, SampleMedia.store(64));

        assertThat(tagged.at(3)).isEqualTo(3);
        assertThat(names(map(AssetFormat.MP3, tagged)))
                .containsExactly("ID3", "TIT2", "GEOB", "C2PA", "header", "audio");
    }

    @Test
    void reads_the_media_type_of_earlier_versions_and_wide_texts() throws Exception {
        Octets store = SampleMedia.store(100);
        Octets wide =
                Octets.concat(Octets.ofAscii("\1application/c2pa\0"), Octets.ofHex("fffe41000000fffe0000"), store);
        for (Octets content : List.of(geob("application/x-c2pa-manifest-store", store), wide)) {
            ContainerMap map = map(AssetFormat.MP3, Octets.concat(tag(3, 0, frame(3, "GEOB", 0, content)), SOUND));
            assertThat(map.stores().get(0).store()).isEqualTo(store);
        }
    }

    @Test
    void objects_of_other_types_are_no_stores_and_two_stores_are_two() throws Exception {
        Octets other = frame(4, "GEOB", 0, geob("text/plain", SampleMedia.store(64)));
        Octets store = frame(4, "GEOB", 0, geob("application/c2pa", SampleMedia.store(64)));

        assertThat(map(AssetFormat.MP3, Octets.concat(tag(4, 0, other), SOUND)).stores())
                .isEmpty();
        assertThat(map(AssetFormat.MP3, Octets.concat(tag(4, 0, store, other, store), SOUND))
                        .stores())
                .hasSize(2);
    }

    @Test
    void a_compressed_store_is_reported_and_is_none() throws Exception {
        Octets store = frame(3, "GEOB", 0x80, geob("application/c2pa", SampleMedia.store(64)));
        ContainerMap map = map(AssetFormat.MP3, Octets.concat(tag(3, 0, store), SOUND));

        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).hasSize(1);
    }

    @Test
    void a_tag_that_is_unsynchronised_as_a_whole_is_read_and_renewed_without_that() throws Exception {
        Octets picture = frame(3, "APIC", 0, Octets.ofHex("00ffe0ff00"));
        Octets inserted = frame(3, "APIC", 0, Octets.ofHex("00ff00e0ff0000"));
        Octets unsynchronised =
                Octets.concat(inserted.slice(0, 4), picture.slice(4, 4), inserted.from(8), Octets.zeros(10));
        Octets file = Octets.concat(tag(3, 0x80, unsynchronised), SOUND);
        Octets store = SampleMedia.store(300);
        Octets tagged = laid(AssetFormat.MP3, file, store);

        assertThat(tagged.at(Id3Tag.FLAGS_AT)).isZero();
        assertThat(tagged.slice(10, picture.length())).isEqualTo(picture);
        assertThat(map(AssetFormat.MP3, tagged).stores().get(0).store()).isEqualTo(store);
        assertThat(tagged.from(tagged.length() - SOUND.length())).isEqualTo(SOUND);
    }

    @Test
    void finds_a_store_in_a_tag_that_is_unsynchronised_as_a_whole() throws Exception {
        Octets store = SampleMedia.store(2_000);
        Octets plain = frame(3, "GEOB", 0, geob("application/c2pa", store));
        List<Octets> spread = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            spread.add(plain.at(i) == 0xFF ? Octets.of(0xFF, 0) : plain.slice(i, 1));
        }
        ContainerMap map = map(AssetFormat.MP3, Octets.concat(tag(3, 0x80, Octets.concat(spread)), SOUND));

        assertThat(map.stores().get(0).store()).isEqualTo(store);
        assertThat(map.stores().get(0).extent().end()).isEqualTo(map.length() - SOUND.length());
    }

    @Test
    void frames_of_an_unsynchronised_2_4_tag_say_so_for_themselves_once_the_store_does_not() throws Exception {
        Octets frame = frame(4, "APIC", 0, Octets.ofHex("00ff00e0"));
        Octets tagged = laid(AssetFormat.MP3, Octets.concat(tag(4, 0x80, frame), SOUND), SampleMedia.store(100));

        assertThat(tagged.at(Id3Tag.FLAGS_AT)).isZero();
        assertThat(tagged.at(10 + 9)).isEqualTo(Id3Frame.UNSYNCHRONISED_4);
        assertThat(map(AssetFormat.MP3, tagged).stores()).hasSize(1);
    }

    @Test
    void takes_plain_sizes_in_2_4_tags_for_what_they_are() throws Exception {
        Octets content = Octets.concat(Octets.ofAscii("\0"), Octets.zeros(199));
        Octets wrong = Octets.concat(Octets.ofAscii("APIC"), Octets.u32be(200), Octets.zeros(2), content);
        Octets file = Octets.concat(tag(4, 0, wrong, frame(4, "TIT2", 0, TITLE)), SOUND);

        assertThat(names(map(AssetFormat.MP3, file))).containsExactly("ID3", "APIC", "TIT2", "header", "audio");
    }

    @Test
    void an_update_takes_its_room_from_the_zeros_behind_the_store() throws Exception {
        Octets tagged = laid(AssetFormat.MP3, SOUND, SampleMedia.store(500));
        Asset asset = new Asset("sample", new OctetsSource(tagged), AssetFormat.MP3);
        ContainerMap map = format().map(asset, LIMITS);
        Octets longer = SampleMedia.store(9_000);
        Layout layout = format().update(asset, map, new StoreUpdate(Octets.empty(), 0, longer.length()), LIMITS);
        Octets updated = LayoutWriter.write(asset.source(), layout, longer);
        long start = map.stores().get(0).extent().start();

        assertThat(updated.length()).isEqualTo(tagged.length());
        assertThat(updated.slice(0, (int) start)).isEqualTo(tagged.slice(0, (int) start));
        assertThat(map(AssetFormat.MP3, updated).stores().get(0).store()).isEqualTo(longer);
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> format().update(asset, map, new StoreUpdate(Octets.empty(), 0, 60_000), LIMITS))
                .withMessageContaining("tag the file anew");
    }

    @Test
    void refuses_tags_that_cannot_take_a_store_with_what_to_do() {
        Octets checked = tag(3, 0x40, Octets.u32be(10), Octets.ofHex("800000000000"), Octets.zeros(4));
        for (Octets tag : List.of(tag(2, 0, Octets.ofHex("5454320000020041")), checked)) {
            assertThatExceptionOfType(MalformedContentException.class)
                    .isThrownBy(() -> laid(AssetFormat.MP3, Octets.concat(tag, SOUND), SampleMedia.store(64)))
                    .withMessageContaining("--sidecar");
        }
    }

    @Test
    void refuses_what_is_broken_with_the_place() {
        List<Octets> broken = List.of(
                tag(5, 0, Octets.zeros(4)),
                tag(4, 0, Octets.zeros(20)).slice(0, 25),
                Octets.concat(Octets.ofAscii("ID3"), Octets.ofHex("040000000000ff"), SOUND),
                Octets.concat(tag(4, 0x10, Octets.zeros(20)), SOUND),
                Octets.concat(
                        tag(3, 0, Octets.concat(Octets.ofAscii("TIT2"), Octets.u32be(50), Octets.zeros(9))), SOUND));
        for (Octets octets : broken) {
            assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(AssetFormat.MP3, octets));
        }
        assertThatExceptionOfType(MalformedContentException.class).isThrownBy(() -> map(AssetFormat.FLAC, SOUND));
        assertThatExceptionOfType(MalformedContentException.class)
                .isThrownBy(() -> map(AssetFormat.FLAC, STREAM.slice(0, 40)));
    }

    @Test
    void finds_the_store_of_every_signed_file_of_the_corpus() throws Exception {
        List<Sample> files = new ArrayList<>(corpus(AssetFormat.MP3, "peer-signed", "mp3"));
        files.addAll(corpus(AssetFormat.FLAC, "peer-signed", "flac"));
        assertThat(files).isNotEmpty();
        for (Sample file : files) {
            ContainerMap map = map(file.format(), file.octets());
            assertThat(map.suspicions()).as(file.name()).isEmpty();
            assertThat(map.stores()).as(file.name()).hasSize(1);
        }
    }
}
