package org.estampille.container.bmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.estampille.SharedCorpus;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.EmbeddedStore.Role;
import org.estampille.container.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmffFormatTest {

    private static ContainerMap map(ByteSource source) throws IOException, MalformedContentException {
        return new BmffFormat().map(new Asset("a.mp4", source, AssetFormat.MP4), ReadLimits.standard());
    }

    private static ContainerMap map(Octets... boxes) throws IOException, MalformedContentException {
        return map(new OctetsSource(Octets.concat(boxes)));
    }

    private static List<String> names(ContainerMap map) {
        return map.parts().stream().map(Part::name).toList();
    }

    @Test
    void maps_every_top_level_box() throws Exception {
        ContainerMap map = map(Boxes.ftyp(), Boxes.moov(), Boxes.box("mdat", Octets.zeros(100)));
        assertThat(names(map)).containsExactly("ftyp", "moov", "mdat");
        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).isEmpty();
    }

    @Test
    void follows_64_bit_sizes_and_a_last_box_to_the_end() throws Exception {
        ContainerMap map =
                map(Boxes.ftyp(), Boxes.large("mdat", Octets.zeros(5)), Boxes.toEnd("mdat", Octets.zeros(77)));
        assertThat(names(map)).containsExactly("ftyp", "mdat", "mdat");
        assertThat(map.parts().get(1).range().length()).isEqualTo(21);
        assertThat(map.parts().get(2).range().length()).isEqualTo(85);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // too short for a header
                "00000004 6d646174", // shorter than its header
                "00000001 6d646174 0000000000000008", // 64-bit size shorter than its header
                "00000001 6d646174 00", // no room for the 64-bit size
                "00000001 6d646174 ffffffffffffffff", // overflows
                "00000009 6d646174", // ends past the file
                "0000000000000000" // zeros, not a box to the end of the file
            })
    void octets_that_can_be_no_box_become_a_trailing_part(String hex) throws Exception {
        Octets tail = Octets.ofHex(hex.replace(" ", ""));
        ContainerMap map = map(Boxes.ftyp(), tail);
        assertThat(names(map)).containsExactly("ftyp", BmffFormat.TRAILING);
        assertThat(map.parts().get(1).range().length()).isEqualTo(tail.length());
    }

    @Test
    void rejects_a_file_that_does_not_start_with_a_box() {
        assertThatThrownBy(() -> map(Octets.ofAscii("This is a text and not a film.")))
                .isInstanceOf(MalformedContentException.class);
    }

    @Test
    void rejects_a_box_that_ends_past_its_parent() {
        Octets moov = Boxes.box("moov", Octets.u32be(100), Octets.ofAscii("trak"));
        ByteSource source = new OctetsSource(moov);
        assertThatThrownBy(() -> BmffBox.in(source, new ByteRange(8, 8), ReadLimits.standard()))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("ends past its parent");
    }

    @Test
    void stops_at_the_zero_that_closes_a_quicktime_list() throws Exception {
        ByteSource source = new OctetsSource(Octets.concat(Boxes.box("name"), Octets.zeros(4)));
        assertThat(BmffBox.in(source, source.range(), ReadLimits.standard())).hasSize(1);
    }

    @Test
    void counts_boxes_against_the_limit() {
        ReadLimits few = new ReadLimits(32, 2, 1 << 20, 1 << 20, 100, 10);
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.box("free"), Boxes.box("free"));
        Asset asset = new Asset("a.mp4", new OctetsSource(file), AssetFormat.MP4);
        assertThatThrownBy(() -> new BmffFormat().map(asset, few)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void finds_the_store_after_the_merkle_offset() throws Exception {
        Octets store = Boxes.store(40);
        Octets padding = Octets.zeros(12);
        ContainerMap map =
                map(Boxes.ftyp(), Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), store, padding)));
        EmbeddedStore found = map.stores().get(0);
        assertThat(found.store()).isEqualTo(store);
        assertThat(found.padding()).isEqualTo(padding);
        assertThat(found.role()).isEqualTo(Role.MANIFEST);
        assertThat(found.wrapper()).containsExactly(map.parts().get(1).range());
    }

    @Test
    void reads_an_update_box_with_and_without_the_merkle_offset() throws Exception {
        Octets store = Boxes.store(40);
        ContainerMap map = map(
                Boxes.ftyp(),
                Boxes.provenance("original", Octets.concat(Octets.zeros(8), store)),
                Boxes.provenance("update", store),
                Boxes.provenance("update", Octets.concat(Octets.zeros(8), store)));
        assertThat(map.stores())
                .extracting(EmbeddedStore::role)
                .containsExactly(Role.ORIGINAL, Role.UPDATE, Role.UPDATE);
        assertThat(map.stores()).extracting(EmbeddedStore::store).containsOnly(store);
    }

    @Test
    void suspects_a_c2pa_box_of_unknown_purpose_or_version() throws Exception {
        Octets versioned =
                Boxes.box("uuid", ProvenanceBox.UUID, Octets.u32be(0x01000000), Octets.ofAscii("manifest\0"));
        ContainerMap map = map(
                Boxes.ftyp(),
                Boxes.provenance("manifesT", Octets.zeros(8)),
                versioned,
                Boxes.box("uuid", ProvenanceBox.UUID));
        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).hasSize(3);
    }

    @Test
    void suspects_a_store_that_was_relabelled_as_merkle_data() throws Exception {
        ContainerMap map =
                map(Boxes.ftyp(), Boxes.provenance("merkle", Octets.concat(Octets.zeros(8), Boxes.store(40))));
        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).hasSize(1);
    }

    @Test
    void a_store_longer_than_the_limit_could_not_be_judged() {
        ReadLimits small = new ReadLimits(32, 100, 1 << 20, 30, 100, 10);
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.provenance("manifest", Boxes.store(40)));
        Asset asset = new Asset("a.mp4", new OctetsSource(file), AssetFormat.MP4);
        assertThatThrownBy(() -> new BmffFormat().map(asset, small)).isInstanceOf(LimitExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peer-signed/faststart-ps512.mp4",
                "peer-signed/fragmented-ed25519.mp4",
                "peer-signed/merkle.mp4",
                "peer-signed/prores-es384.mov",
                "peer-signed/sample1-ps256.avif",
                "c2pa-rs/video1.mp4",
                "c2pa-rs/legacy.mp4",
                "c2pa-rs/dashinit.mp4",
                "cawg/generated/identity-1.2/assets/x509-es256-mp4.mp4"
            })
    void finds_the_store_of_a_signed_file(String path) throws Exception {
        try (ByteSource source = FileSource.open(SharedCorpus.file(path))) {
            ContainerMap map = map(source);
            assertThat(map.suspicions()).isEmpty();
            assertThat(map.stores()).hasSize(1);
            Octets store = map.stores().get(0).store();
            assertThat(store.uint32At(0)).isEqualTo(store.length());
            assertThat(store.slice(4, 4).latin1()).isEqualTo("jumb");
            assertThat(map.stores().get(0).padding().isZero()).isTrue();
        }
    }

    @Test
    void maps_a_thousand_nested_movies_without_following_them() throws Exception {
        try (ByteSource source = FileSource.open(SharedCorpus.file("malformed/nested_moov_1000.mp4"))) {
            assertThat(map(source).stores()).isEmpty();
        }
    }

    @Test
    void reads_nothing_between_headers_that_are_far_apart() throws Exception {
        Octets[] boxes = new Octets[50];
        Arrays.fill(boxes, Boxes.box("mdat", Octets.zeros(100_000)));
        OctetsSource all = new OctetsSource(Octets.concat(boxes));
        AtomicLong read = new AtomicLong();
        ByteSource counting = new ByteSource() {
            @Override
            public long length() {
                return all.length();
            }

            @Override
            public void read(long position, ByteBuffer target) throws IOException {
                read.addAndGet(target.remaining());
                all.read(position, target);
            }
        };
        assertThat(BmffBox.in(counting, counting.range(), ReadLimits.standard()))
                .hasSize(50);
        assertThat(read).hasValue(50 * 16);
    }
}
