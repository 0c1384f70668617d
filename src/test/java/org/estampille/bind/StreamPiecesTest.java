package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.estampille.SharedCorpus;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.bmff.BmffFile;
import org.junit.jupiter.api.Test;

/** An initialisation segment and one fragment of a stream that another maker bound; the pieces are files of their own. */
class StreamPiecesTest {

    private static Octets hash(OctetsSource source, BmffFile file, List<BoxExclusion> exclusions) throws Exception {
        ExcludedOctets excluded = new ExclusionMatcher(source, Bound.LIMITS).match(file.boxes(), exclusions);
        BindingPlan plan = BindingPlan.flat(excluded.plan(file.boxes(), HashAlgorithm.SHA256));
        return DigestRunner.run(source, plan, Bound.ENGINE, 1).chain();
    }

    @Test
    void the_initialisation_segment_and_a_fragment_fit_their_tree() throws Exception {
        MerkleMap map;
        List<BoxExclusion> exclusions = new java.util.ArrayList<>();
        try (SignedFile init = SignedFile.open("c2pa-rs/dashinit.mp4", AssetFormat.MP4)) {
            Fields fields = new Fields(init.label(), init.assertion());
            map = MerkleMap.read(fields.maps("merkle").get(0), Bound.LIMITS);
            for (Fields exclusion : fields.maps("exclusions")) {
                exclusions.add(BoxExclusion.read(exclusion));
            }
        }
        OctetsSource init = new OctetsSource(SharedCorpus.octets("c2pa-rs/dashinit.mp4"));
        assertThat(hash(init, BmffFile.read(init, Bound.LIMITS), exclusions))
                .isEqualTo(map.initHash().orElseThrow());

        OctetsSource fragment = new OctetsSource(SharedCorpus.octets("c2pa-rs/dash1.m4s"));
        BmffFile boxes = BmffFile.read(fragment, Bound.LIMITS);
        MerkleProof proof = MerkleProof.in(fragment, boxes, Bound.LIMITS).get(0);
        assertThat(map.owns(proof)).isTrue();
        MerkleTree tree = new MerkleTree(HashAlgorithm.SHA256, Bound.ENGINE);
        Octets leaf = hash(fragment, boxes, exclusions);
        assertThat(tree.proves(leaf, proof.location(), map.count(), proof.hashes(), map.hashes()))
                .isTrue();
    }
}
