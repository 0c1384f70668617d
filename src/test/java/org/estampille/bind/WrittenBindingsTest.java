package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.estampille.SharedCorpus;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.container.SampleMedia;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenBindingsTest {

    private static final BindingOutcome.Match MATCH = new BindingOutcome.Match(false);
    private static final BindingOutcome.Match MATCH_WITHOUT_FTYP = new BindingOutcome.Match(true);

    static Octets movie(int media) {
        Octets moov = Boxes.moov(Boxes.stco(40));
        return Octets.concat(
                Boxes.ftyp(), Boxes.box("free", Octets.zeros(9)), Boxes.box("mdat", Boxes.media(media, 7)), moov);
    }

    @ParameterizedTest
    @EnumSource
    void a_data_hash_matches_its_file_with_every_algorithm(HashAlgorithm algorithm) throws Exception {
        assertThat(Bound.of(AssetFormat.JPEG, SampleMedia.jpeg(), false, algorithm)
                        .check())
                .isEqualTo(MATCH);
        assertThat(Bound.of(AssetFormat.PNG, SampleMedia.png(), false, algorithm)
                        .check())
                .isEqualTo(MATCH);
    }

    @Test
    void a_data_hash_covers_every_octet_outside_the_slot_and_admits_no_other_inside() throws Exception {
        Bound bound = Bound.of(AssetFormat.PNG, SampleMedia.png(), false, HashAlgorithm.SHA256);
        for (int at = 0; at < bound.file().length(); at++) {
            boolean inStore = bound.slot().contains(new ByteRange(at, 1));
            if (!inStore) {
                assertThat(bound.checkFlipped(at)).isInstanceOf(BindingOutcome.Mismatch.class);
            }
        }
    }

    @Test
    void the_content_of_a_data_hash_is_as_long_wherever_the_slot_is() throws Exception {
        OctetsSource file = new OctetsSource(Octets.zeros(70_000));
        int first = 0;
        for (ByteRange slot : new ByteRange[] {
            new ByteRange(0, 20), new ByteRange(30, 300), new ByteRange(300, 66_000), new ByteRange(69_000, 1)
        }) {
            BindingDraft draft = HardBindings.plan(AssetFormat.PNG, file, slot, false, HashAlgorithm.SHA256);
            first = first == 0 ? draft.placeholder().length() : first;
            assertThat(draft.placeholder().length()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"false,SHA256", "true,SHA256", "false,SHA512", "true,SHA384"})
    void a_bmff_hash_matches_its_file(boolean merkle, HashAlgorithm algorithm) throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie(3_000), merkle, algorithm);
        assertThat(bound.draft().plan().leaves()).hasSize(merkle ? 1 : 0);
        assertThat(bound.check()).isEqualTo(MATCH_WITHOUT_FTYP);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_bmff_hash_covers_every_octet_but_the_file_type_and_the_store(boolean merkle) throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie(700), merkle, HashAlgorithm.SHA256);
        int ftyp = Boxes.ftyp().length();
        for (int at = 0; at < bound.file().length(); at++) {
            boolean excluded = at >= 4 && at < ftyp && at != 7 && at != 4 && at != 5 && at != 6
                    || bound.slot().contains(new ByteRange(at, 1));
            if (!excluded) {
                assertThat(bound.checkFlipped(at)).as("octet %d", at).isInstanceOf(BindingOutcome.Mismatch.class);
            }
        }
    }

    @Test
    void a_tree_has_leaves_of_whole_mebibytes() throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie((5 << 20) + 17), true, HashAlgorithm.SHA256);
        assertThat(bound.draft().plan().leaves()).hasSize(6);
        assertThat(bound.check()).isEqualTo(MATCH_WITHOUT_FTYP);
        assertThat(bound.checkFlipped(bound.file().length() - 1_000_000)).isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(bound.checkFlipped(3 << 20)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void a_tree_of_a_huge_file_stays_small() throws Exception {
        long media = 200L << 30;
        Octets head = Octets.concat(
                Boxes.ftyp(), Octets.zeros(100), Octets.u32be(1), Octets.ofAscii("mdat"), Octets.u64be(media + 16));
        ByteRange slot = new ByteRange(Boxes.ftyp().length(), 100);
        HoleSource file = new HoleSource(head, head.length() + media);
        BindingDraft draft = HardBindings.plan(AssetFormat.MP4, file, slot, true, HashAlgorithm.SHA256);
        assertThat(draft.plan().leaves()).hasSize(4096);
        assertThat(draft.placeholder().length()).isLessThan(150_000);
    }

    @Test
    void a_file_with_fragments_or_several_media_boxes_gets_one_hash_over_everything() throws Exception {
        Octets media = Boxes.box("mdat", Boxes.media(300, 1));
        Octets several = Octets.concat(Boxes.ftyp(), media, media, Boxes.moov());
        Octets fragments = Octets.concat(Boxes.ftyp(), Boxes.moov(), Boxes.box("moof"), media);
        for (Octets file : new Octets[] {several, fragments}) {
            Bound bound = Bound.of(AssetFormat.MP4, file, true, HashAlgorithm.SHA256);
            assertThat(bound.draft().plan().leaves()).isEmpty();
            assertThat(bound.check()).isEqualTo(MATCH_WITHOUT_FTYP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c.mov,MOV",
        "faststart.mp4,MP4",
        "fragmented.mp4,MP4",
        "prores.mov,MOV",
        "sample1.m4a,M4A",
        "sample1.heic,HEIC",
        "sample1.avif,AVIF",
        "video1_no_manifest.mp4,MP4"
    })
    void real_media_match_flat_and_with_a_tree(String name, AssetFormat format) throws Exception {
        Octets file = SharedCorpus.octets("source-media/" + name);
        assertThat(Bound.of(format, file, false, HashAlgorithm.SHA256).check()).isEqualTo(MATCH_WITHOUT_FTYP);
        assertThat(Bound.of(format, file, true, HashAlgorithm.SHA256).check()).isEqualTo(MATCH_WITHOUT_FTYP);
    }

    @Test
    void octets_appended_to_a_bound_file_do_not_match() throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie(100), false, HashAlgorithm.SHA256);
        assertThat(bound.check(Octets.concat(bound.file(), Octets.ofAscii("more"))))
                .isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(bound.check(Octets.concat(bound.file(), Boxes.box("free", Octets.zeros(4)))))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void a_box_that_moves_does_not_match_although_its_octets_are_the_same() throws Exception {
        Octets store = Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), Boxes.store(60)));
        Octets grown = Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), Boxes.store(61)));
        Octets rest = Boxes.box("mdat", Boxes.media(100, 1));
        Octets file = Octets.concat(Boxes.ftyp(), store, rest);
        ByteRange slot = new ByteRange(Boxes.ftyp().length(), store.length());
        OctetsSource source = new OctetsSource(file);
        BindingDraft draft = HardBindings.plan(AssetFormat.MP4, source, slot, false, HashAlgorithm.SHA256);
        BindingDigests digests = DigestRunner.run(source, draft.plan(), Bound.ENGINE, 1);
        CborValue.Map assertion = org.estampille.cbor.CborReader.read(draft.content(digests), Bound.LIMITS)
                .asMap()
                .orElseThrow();
        assertThat(Bound.check(AssetFormat.MP4, file, BmffHash.LABEL, assertion, 1))
                .isEqualTo(MATCH_WITHOUT_FTYP);
        Octets moved = Octets.concat(Boxes.ftyp(), grown, rest);
        assertThat(Bound.check(AssetFormat.MP4, moved, BmffHash.LABEL, assertion, 1))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void a_file_that_ends_in_no_box_cannot_be_bound() {
        OctetsSource file = new OctetsSource(Octets.concat(Boxes.ftyp(), Octets.zeros(20), Octets.ofAscii("tail")));
        ByteRange slot = new ByteRange(Boxes.ftyp().length(), 20);
        assertThatThrownBy(() -> HardBindings.plan(AssetFormat.MP4, file, slot, false, HashAlgorithm.SHA256))
                .isInstanceOf(MalformedContentException.class);
    }

    @Test
    void a_hash_without_a_known_algorithm_cannot_be_compared() throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie(100), false, HashAlgorithm.SHA256);
        assertThat(bound.check(bound.with("alg", Optional.empty())))
                .isEqualTo(new BindingOutcome.UnsupportedAlgorithm(""));
        assertThat(bound.check(bound.with("alg", Optional.of(CborValue.of("sha1")))))
                .isEqualTo(new BindingOutcome.UnsupportedAlgorithm("sha1"));
    }

    @Test
    void a_bmff_hash_needs_exclusions_and_a_hash() throws Exception {
        Bound bound = Bound.of(AssetFormat.MP4, movie(100), false, HashAlgorithm.SHA256);
        assertThat(bound.check(bound.with("exclusions", Optional.empty())))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(bound.check(bound.with("exclusions", Optional.of(CborValue.array(java.util.List.of())))))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(bound.check(bound.with("hash", Optional.empty()))).isInstanceOf(BindingOutcome.Mismatch.class);
    }
}
