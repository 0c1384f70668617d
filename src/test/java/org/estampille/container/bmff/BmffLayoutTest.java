package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.estampille.container.bmff.Layouts.LIMITS;
import static org.estampille.container.bmff.Layouts.assertSameMedia;
import static org.estampille.container.bmff.Layouts.asset;
import static org.estampille.container.bmff.Layouts.strip;
import static org.estampille.container.bmff.Layouts.tag;

import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmffLayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.mov",
                "faststart.mp4",
                "fragmented.mp4",
                "prores.mov",
                "sample1.m4a",
                "sample1.heic",
                "sample1.avif",
                "video1_no_manifest.mp4"
            })
    void real_media_keep_their_samples_and_come_back_when_stripped(String name) throws Exception {
        for (boolean merkle : new boolean[] {false, true}) {
            Octets before = SharedCorpus.octets("source-media/" + name);
            OctetsSource after = tag(before, merkle);
            assertSameMedia(new OctetsSource(before), after);
            if (!merkle) {
                assertThat(strip(after)).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peer-signed/faststart-ps512.mp4",
                "peer-signed/fragmented-ed25519.mp4",
                "peer-signed/merkle.mp4",
                "peer-signed/prores-es384.mov",
                "peer-signed/sample1-ps256.avif",
                "c2pa-rs/video1.mp4"
            })
    void signed_files_are_tagged_anew_with_one_store_and_the_same_samples(String path) throws Exception {
        try (ByteSource source = FileSource.open(SharedCorpus.file(path))) {
            Octets before = source.octets(source.range(), LIMITS);
            OctetsSource after = tag(before, false);
            ContainerMap map = new BmffFormat().map(asset(after), LIMITS);
            assertThat(map.stores()).hasSize(1);
            assertThat(ProvenanceBox.in(after, BmffFile.read(after, LIMITS))).hasSize(1);
            assertSameMedia(new OctetsSource(before), after);
        }
    }

    @Test
    void stripping_a_peers_file_gives_back_what_the_peer_was_given() throws Exception {
        try (ByteSource signed = FileSource.open(SharedCorpus.file("peer-signed/faststart-ps512.mp4"));
                ByteSource original = FileSource.open(SharedCorpus.file("source-media/faststart.mp4"))) {
            assertThat(strip(signed)).isEqualTo(original.octets(original.range(), LIMITS));
        }
    }

    private static Octets flat(boolean moovFirst, Octets mdat, int mdatHeader, Octets... moreTables) {
        long ftyp = Boxes.ftyp().length();
        Octets probe = Boxes.moov(Octets.concat(Boxes.stco(0, 0), Octets.concat(moreTables)));
        long payload = ftyp + (moovFirst ? probe.length() : 0) + mdatHeader;
        Octets moov = Boxes.moov(Octets.concat(Boxes.stco(payload, payload + 500), Octets.concat(moreTables)));
        return moovFirst ? Octets.concat(Boxes.ftyp(), moov, mdat) : Octets.concat(Boxes.ftyp(), mdat, moov);
    }

    @Test
    void puts_the_box_after_the_file_type_and_before_movie_and_media() throws Exception {
        OctetsSource after = tag(flat(false, Boxes.box("mdat", Boxes.media(1000, 1)), 8), false);
        ContainerMap map = new BmffFormat().map(asset(after), LIMITS);
        assertThat(map.parts()).extracting(Part::name).containsExactly("ftyp", "uuid", "mdat", "moov");
    }

    @Test
    void chunk_offsets_follow_wherever_the_movie_box_stands() throws Exception {
        Octets media = Boxes.media(1000, 1);
        for (Octets file : List.of(
                flat(true, Boxes.box("mdat", media), 8),
                flat(false, Boxes.box("mdat", media), 8),
                flat(true, Boxes.large("mdat", media), 16),
                flat(true, Boxes.toEnd("mdat", media), 8))) {
            for (boolean merkle : new boolean[] {false, true}) {
                OctetsSource after = tag(file, merkle);
                assertSameMedia(new OctetsSource(file), after);
                if (!merkle) {
                    assertThat(strip(after)).isEqualTo(file);
                }
            }
        }
    }

    @Test
    void a_merkle_layout_gives_every_media_box_a_header_of_16_octets() throws Exception {
        Octets a = Boxes.media(300, 1);
        Octets b = Boxes.media(200, 2);
        long first = Boxes.ftyp().length() + Boxes.moov(Boxes.stco(0, 0, 0)).length() + 8L;
        Octets moov = Boxes.moov(Boxes.stco(first, first + 100, first + 300 + 8));
        Octets file = Octets.concat(Boxes.ftyp(), moov, Boxes.box("mdat", a), Boxes.toEnd("mdat", b));
        OctetsSource after = tag(file, true);
        assertThat(BmffFile.read(after, LIMITS).named("mdat"))
                .extracting(BmffBox::headerLength)
                .containsExactly(16, 16);
        assertSameMedia(new OctetsSource(file), after);
    }

    @Test
    void saved_auxiliary_offsets_and_64_bit_chunk_offsets_move() throws Exception {
        long payload = Boxes.ftyp().length() + 8L;
        Octets media = Boxes.media(2000, 5);
        Octets saio0 = Boxes.full("saio", 0, 0, Octets.u32be(1), Octets.u32be(payload + 900));
        Octets saio1 = Boxes.full("saio", 1, 1, Octets.zeros(8), Octets.u32be(1), Octets.u64be(payload + 950));
        Octets moov = Boxes.moov(Boxes.co64(payload, payload + 10), saio0, saio1);
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.box("mdat", media), moov);
        OctetsSource after = tag(file, true);
        assertSameMedia(new OctetsSource(file), after);
    }

    @Test
    void offsets_into_another_file_stay() throws Exception {
        Octets dref = Boxes.full("dref", 0, 0, Octets.u32be(1), Boxes.full("url ", 0, 0, Octets.ofAscii("a.mov\0")));
        Octets minf = Boxes.box("minf", Boxes.box("dinf", dref), Boxes.box("stbl", Boxes.stco(40, 41)));
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.box("moov", Boxes.box("trak", Boxes.box("mdia", minf))));
        assertThat(References.of(tag(file, false))).containsExactly(40L, 41L);
    }

    @Test
    void offsets_past_the_end_stay_and_offsets_into_a_dropped_box_go_to_what_follows_it() throws Exception {
        Octets old = Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), Boxes.store(100)));
        long ftyp = Boxes.ftyp().length();
        Octets moov = Boxes.moov(Boxes.stco(999_999, ftyp + 20));
        Octets file = Octets.concat(Boxes.ftyp(), old, moov, Boxes.box("mdat", Boxes.media(100, 1)));
        OctetsSource stripped = new OctetsSource(strip(new OctetsSource(file)));
        assertThat(References.of(stripped)).containsExactly(999_999L, ftyp);
    }

    private static Octets id(int version, int id) {
        return version < 2 ? Octets.u16be(id) : Octets.u32be(id);
    }

    private static Octets number(int width, long value) {
        return width == 0 ? Octets.empty() : width == 4 ? Octets.u32be(value) : Octets.u64be(value);
    }

    private static Octets moof(long base, long run) {
        Octets tfhd = Boxes.full("tfhd", 0, 1, Octets.u32be(1), Octets.u64be(base));
        Octets trun = Boxes.full("trun", 0, 1, Octets.u32be(1), Octets.u32be(run));
        return Boxes.box("moof", Boxes.box("traf", tfhd, trun));
    }

    @Test
    void refuses_what_could_not_be_bound_or_moved() {
        Octets cut = Octets.concat(Boxes.ftyp(), Boxes.moov(), Octets.u32be(99), Octets.ofAscii("mdat"));
        assertThatThrownBy(() -> tag(cut, false)).isInstanceOf(MalformedContentException.class);
        Octets compressed = Octets.concat(Boxes.ftyp(), Boxes.box("moov", Boxes.box("cmov")));
        assertThatThrownBy(() -> tag(compressed, false)).isInstanceOf(MalformedContentException.class);
        Octets lying = Octets.concat(
                Boxes.ftyp(), Boxes.moov(Boxes.full("stco", 0, 0, Octets.u32be(0x7FFF_FFFFL))), Boxes.box("mdat"));
        assertThatThrownBy(() -> tag(lying, false)).isInstanceOf(MalformedContentException.class);
    }

    @Test
    void a_file_with_trailing_octets_can_still_be_stripped() throws Exception {
        Octets old = Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), Boxes.store(100)));
        Octets file = Octets.concat(Boxes.ftyp(), old, Boxes.box("mdat"), Octets.ofAscii("abc"));
        assertThat(strip(new OctetsSource(file)))
                .isEqualTo(Octets.concat(Boxes.ftyp(), Boxes.box("mdat"), Octets.ofAscii("abc")));
    }

    @Test
    void every_cut_of_a_real_movie_box_is_refused_or_laid_out_but_never_breaks() throws Exception {
        try (ByteSource source = FileSource.open(SharedCorpus.file("source-media/faststart.mp4"))) {
            Octets moov = source.octets(new ByteRange(32, 2921), LIMITS);
            for (int cut = 8; cut < moov.length(); cut += 7) {
                Octets body = moov.slice(8, cut - 8);
                Octets file = Octets.concat(Boxes.ftyp(), Boxes.box("moov", body), Boxes.box("mdat"));
                try {
                    tag(file, true);
                } catch (MalformedContentException refused) {
                    assertThat(refused.problem()).isNotEmpty();
                }
            }
        }
    }
}
