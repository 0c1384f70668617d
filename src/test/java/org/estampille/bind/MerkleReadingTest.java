package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees as others write them: rows above the leaves, auxiliary boxes, blocks from octet 16, fragments. */
class MerkleReadingTest {

    private static final HashAlgorithm SHA256 = HashAlgorithm.SHA256;
    private static final MerkleTree TREE = new MerkleTree(SHA256, Bound.ENGINE);
    private static final List<BoxExclusion> EXCLUSIONS =
            List.of(BoxExclusion.PROVENANCE, BoxExclusion.of("/mfra"), BoxExclusion.MEDIA);
    private static final Octets STORE = Boxes.provenance("manifest", Octets.concat(Octets.zeros(8), Boxes.store(40)));

    private static Octets hash(Octets octets) {
        return Bound.ENGINE.hash(SHA256, octets).value();
    }

    private static List<Octets> leaves(Octets media, int from, int... sizes) {
        List<Octets> leaves = new ArrayList<>();
        int at = from;
        for (int size : sizes) {
            leaves.add(hash(media.slice(at, size)));
            at += size;
        }
        return leaves;
    }

    private static Octets proofBox(MerkleTree tree, List<Octets> leaves, int location, int row, long localId) {
        List<CborValue> hashes =
                tree.proof(leaves, location, row).stream().map(CborValue::of).toList();
        CborValue map = CborValue.map()
                .put("uniqueId", 1)
                .put("localId", localId)
                .put("location", location)
                .putValue("hashes", hashes.isEmpty() ? Optional.empty() : Optional.of(CborValue.array(hashes)))
                .build();
        return Boxes.provenance("merkle", Octets.concat(CborWriter.write(map), Octets.zeros(3)));
    }

    private static MerkleMap map(
            int count, List<Octets> row, Optional<Octets> init, Optional<Long> fixed, List<Long> variable) {
        return new MerkleMap(1, 0, count, Optional.of("sha256"), init, row, fixed, variable);
    }

    /** The outcome for a file with a flat hash over its boxes and these trees. */
    private static BindingOutcome check(Octets file, MerkleMap... maps) throws Exception {
        OctetsSource source = new OctetsSource(file);
        BmffFile boxes = BmffFile.read(source, Bound.LIMITS);
        ExcludedOctets excluded = new ExclusionMatcher(source, Bound.LIMITS).match(boxes.boxes(), EXCLUSIONS);
        Octets chain = digest(file, excluded.plan(boxes.boxes(), SHA256));
        BmffHash hash =
                new BmffHash(EXCLUSIONS, Optional.of("sha256"), Optional.of(chain), List.of(maps), Optional.empty());
        return check(file, hash);
    }

    private static BindingOutcome check(Octets file, BmffHash hash) throws Exception {
        return Bound.check(AssetFormat.MP4, file, BmffHash.LABEL, hash.write(), 2);
    }

    private static Octets digest(Octets file, DigestPlan plan) throws Exception {
        return DigestRunner.run(new OctetsSource(file), BindingPlan.flat(plan), Bound.ENGINE, 1)
                .chain();
    }

    private static Octets file(Octets media, Octets... after) {
        return Octets.concat(Boxes.ftyp(), STORE, Boxes.box("mdat", media), Octets.concat(after));
    }

    @ParameterizedTest
    @CsvSource({"0", "8"})
    void fixed_blocks_from_the_payload_or_from_octet_16_of_the_box(int from) throws Exception {
        Octets media = Boxes.media(250 + from, 1);
        List<Octets> leaves = leaves(media, from, 100, 100, 50);
        MerkleMap map = map(3, leaves, Optional.empty(), Optional.of(100L), List.of());
        assertThat(check(file(media), map)).isEqualTo(new BindingOutcome.Match(false));
        Octets changed = Octets.concat(media.slice(0, 249), Octets.of(media.at(249) ^ 1), media.from(250));
        assertThat(check(file(changed), map)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "8"})
    void variable_blocks_from_the_payload_or_from_octet_16_of_the_box(int from) throws Exception {
        Octets media = Boxes.media(150 + from, 1);
        List<Octets> leaves = leaves(media, from, 100, 30, 20);
        MerkleMap map = map(3, leaves, Optional.empty(), Optional.empty(), List.of(100L, 30L, 20L));
        assertThat(check(file(media), map)).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void one_leaf_over_the_whole_payload_where_no_size_is_stated() throws Exception {
        Octets media = Boxes.media(150, 1);
        MerkleMap map = map(1, leaves(media, 0, 150), Optional.empty(), Optional.empty(), List.of());
        assertThat(check(file(media), map)).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void sizes_or_counts_that_do_not_fit_the_media_are_malformed() throws Exception {
        Octets media = Boxes.media(150, 1);
        List<Octets> two = leaves(media, 0, 100, 50);
        Octets file = file(media);
        assertThat(check(file, map(2, two, Optional.empty(), Optional.of(40L), List.of())))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file, map(2, two, Optional.empty(), Optional.empty(), List.of(100L, 49L))))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file, map(2, two, Optional.empty(), Optional.of(100L), List.of(100L, 50L))))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file, map(2, two, Optional.empty(), Optional.of(0L), List.of())))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file, map(1, two, Optional.empty(), Optional.of(100L), List.of())))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file, map(2, two, Optional.empty(), Optional.empty(), List.of())))
                .isInstanceOf(BindingOutcome.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,2", "0,3", "8,1", "8,3"})
    void a_row_above_the_leaves_is_reached_through_auxiliary_boxes(int from, int rowSize) throws Exception {
        Octets media = Boxes.media(470 + from, 1);
        List<Octets> leaves = leaves(media, from, 100, 100, 100, 100, 70);
        List<Octets> row = TREE.row(leaves, rowSize);
        MerkleMap map = map(5, row, Optional.empty(), Optional.of(100L), List.of());
        List<Octets> boxes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            boxes.add(proofBox(TREE, leaves, i, rowSize, 0));
        }
        Octets all = Octets.concat(boxes);
        assertThat(check(file(media, all), map)).isEqualTo(new BindingOutcome.Match(false));
        Octets swapped = Octets.concat(boxes.get(1), boxes.get(0), boxes.get(2), boxes.get(3), boxes.get(4));
        assertThat(check(file(media, swapped), map)).isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(check(file(media, Octets.concat(boxes.subList(0, 4))), map))
                .isInstanceOf(BindingOutcome.Malformed.class);
        assertThat(check(file(media), map)).isInstanceOf(BindingOutcome.Malformed.class);
        Octets changed = Octets.concat(media.slice(0, 300), Octets.of(media.at(300) ^ 1), media.from(301));
        assertThat(check(file(changed, all), map)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void every_media_box_needs_a_tree() throws Exception {
        Octets a = Boxes.media(100, 1);
        Octets b = Boxes.media(50, 2);
        Octets file = file(a, Boxes.box("mdat", b));
        MerkleMap first = map(1, leaves(a, 0, 100), Optional.empty(), Optional.empty(), List.of());
        MerkleMap second = new MerkleMap(
                2, 1, 1, Optional.of("sha256"), Optional.empty(), leaves(b, 0, 50), Optional.empty(), List.of());
        assertThat(check(file, first, second)).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check(file, second, first)).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check(file, first)).isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(check(file, first, first)).isInstanceOf(BindingOutcome.Mismatch.class);
    }

    /** Three fragments of one track, and what binds them. */
    private record Fragments(Octets file, MerkleMap map) {

        static Fragments of(int rowSize) throws Exception {
            List<Octets> zeros = List.of(Octets.zeros(32), Octets.zeros(32), Octets.zeros(32));
            Octets draft = file(zeros, rowSize);
            OctetsSource source = new OctetsSource(draft);
            BmffFile boxes = BmffFile.read(source, Bound.LIMITS);
            ExcludedOctets excluded =
                    new ExclusionMatcher(source, Bound.LIMITS).match(boxes.boxes(), EXCLUSIONS.subList(0, 2));
            List<Octets> leaves = new ArrayList<>();
            List<BmffBox> all = boxes.boxes();
            int init = 3;
            for (int i = init + 1; i < all.size(); i += 3) {
                leaves.add(digest(draft, excluded.plan(all.subList(i, Math.min(i + 3, all.size())), SHA256)));
            }
            Octets initHash = digest(draft, excluded.plan(all.subList(0, init), SHA256));
            MerkleMap map = MerkleReadingTest.map(
                    3, TREE.row(leaves, rowSize), Optional.of(initHash), Optional.empty(), List.of());
            return new Fragments(file(leaves, rowSize), map);
        }

        private static Octets file(List<Octets> leaves, int rowSize) {
            Octets file = Octets.concat(Boxes.ftyp(), STORE, Boxes.moov());
            for (int i = 0; i < 3; i++) {
                Octets moof = Boxes.box("moof", Boxes.full("mfhd", 0, 0, Octets.u32be(i)));
                Octets mdat = Boxes.box("mdat", Boxes.media(60 + i, i));
                file = Octets.concat(file, proofBox(TREE, leaves, i, rowSize, 0), moof, mdat);
            }
            return file;
        }

        BindingOutcome check(Octets changed) throws Exception {
            BmffHash hash = new BmffHash(
                    EXCLUSIONS.subList(0, 2), Optional.of("sha256"), Optional.empty(), List.of(map), Optional.empty());
            return MerkleReadingTest.check(changed, hash);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void fragments_of_one_file_are_leaves_and_what_precedes_them_has_a_hash(int rowSize) throws Exception {
        Fragments fragments = Fragments.of(rowSize);
        assertThat(fragments.check(fragments.file())).isEqualTo(new BindingOutcome.Match(false));
        List<BmffBox> boxes =
                BmffFile.read(new OctetsSource(fragments.file()), Bound.LIMITS).boxes();
        for (BmffBox box : boxes) {
            if (!box.type().equals("uuid")) {
                byte[] bytes = fragments.file().toByteArray();
                bytes[(int) box.range().end() - 1] ^= 1;
                assertThat(fragments.check(Octets.adopt(bytes))).isInstanceOf(BindingOutcome.Mismatch.class);
            }
        }
    }

    @Test
    void a_missing_repeated_or_unproven_fragment_does_not_match() throws Exception {
        Fragments fragments = Fragments.of(1);
        Octets file = fragments.file();
        List<BmffBox> boxes =
                BmffFile.read(new OctetsSource(file), Bound.LIMITS).boxes();
        ByteRange last = ByteRange.between(boxes.get(9).range().start(), file.length());
        assertThat(fragments.check(file.slice(0, (int) last.start()))).isInstanceOf(BindingOutcome.Mismatch.class);
        Octets repeated = Octets.concat(file, file.slice((int) last.start(), (int) last.length()));
        assertThat(fragments.check(repeated)).isInstanceOf(BindingOutcome.Mismatch.class);
        ByteRange proof = boxes.get(6).range();
        Octets unproven = Octets.concat(file.slice(0, (int) proof.start()), file.from((int) proof.end()));
        assertThat(fragments.check(unproven)).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void a_fragmented_file_with_a_hash_and_trees_is_malformed() throws Exception {
        Fragments fragments = Fragments.of(1);
        assertThat(check(fragments.file(), fragments.map())).isInstanceOf(BindingOutcome.Malformed.class);
    }

    @Test
    void more_leaves_than_the_limit_cannot_be_judged() throws Exception {
        MerkleMap huge = map(2_000_000_000, List.of(Octets.zeros(32)), Optional.empty(), Optional.of(1L), List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> check(file(Boxes.media(10, 1)), huge))
                .isInstanceOf(org.estampille.bytes.LimitExceededException.class);
    }
}
