package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunk offsets that point into boxes the hash leaves out: the picture could be exchanged after signing. */
class UnboundMediaTest {

    private static final int START = Boxes.ftyp().length();

    /** A movie whose one chunk stands in a box of that type, and what binds the file. */
    private static BindingOutcome check(String holder, Octets index, BoxExclusion... more) throws Exception {
        Octets file = Octets.concat(Boxes.ftyp(), Boxes.box(holder, Boxes.media(100, 1)), index);
        OctetsSource source = new OctetsSource(file);
        List<BoxExclusion> exclusions = new java.util.ArrayList<>(List.of(BoxExclusion.PROVENANCE));
        exclusions.addAll(List.of(more));
        BmffFile boxes = BmffFile.read(source, Bound.LIMITS);
        DigestPlan plan = new ExclusionMatcher(source, Bound.LIMITS)
                .match(boxes.boxes(), exclusions)
                .plan(boxes.boxes(), HashAlgorithm.SHA256);
        Octets hash = DigestRunner.run(source, BindingPlan.flat(plan), Bound.ENGINE, 1)
                .chain();
        BmffHash binding =
                new BmffHash(exclusions, Optional.of("sha256"), Optional.of(hash), List.of(), Optional.empty());
        return Bound.check(AssetFormat.MP4, file, BmffHash.LABEL, binding.write(), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "skip"})
    void media_in_a_box_that_is_left_out_do_not_match(String holder) throws Exception {
        BoxExclusion excluded = BoxExclusion.of("/" + holder);
        assertThat(check(holder, Boxes.moov(Boxes.stco(START + 20)), excluded))
                .isInstanceOf(BindingOutcome.Mismatch.class);
        assertThat(check(holder, Boxes.moov(Boxes.co64(START + 20)), excluded))
                .isInstanceOf(BindingOutcome.Mismatch.class);
    }

    @Test
    void media_in_a_free_box_that_is_hashed_match() throws Exception {
        assertThat(check("free", Boxes.moov(Boxes.stco(START + 20)))).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void a_free_box_without_media_may_be_left_out() throws Exception {
        BoxExclusion free = BoxExclusion.of("/free");
        assertThat(check("free", Boxes.moov(Boxes.stco(0, 5_000)), free)).isEqualTo(new BindingOutcome.Match(false));
        assertThat(check("mdat", Boxes.moov(Boxes.stco(START + 20)), free)).isEqualTo(new BindingOutcome.Match(false));
    }

    @Test
    void an_index_that_cannot_be_read_points_nowhere() throws Exception {
        Octets broken = Boxes.moov(Boxes.full("stco", 0, 0, Octets.u32be(9)));
        assertThat(check("free", broken, BoxExclusion.of("/free"))).isEqualTo(new BindingOutcome.Match(false));
    }
}
