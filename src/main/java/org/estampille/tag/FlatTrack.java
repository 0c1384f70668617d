package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.FragmentBinding;
import org.estampille.bind.FragmentTree;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.bmff.BmffBox;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.container.bmff.ProvenanceBox;
import org.estampille.embed.StagedFile;
import org.estampille.sign.SigningException;
import org.estampille.stream.Track;

/** Tags a file that holds an initialization and all fragments after it (C2PA 2.5 clause A.5.3.1.2, second form). */
final class FlatTrack {

    private static final HashAlgorithm ALGORITHM = HashAlgorithm.SHA256;

    private final TaggingTools tools;

    FlatTrack(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * What was written.
     *
     * @param label of the manifest
     * @param fragments bound
     */
    record Written(String label, int fragments) {}

    /** Which tree each fragment belongs to, in file order. */
    private record Trees(List<FragmentTree> trees, List<Integer> treeOf) {

        /** One box for each fragment, from the boxes of each tree. */
        private List<Octets> inFileOrder(List<List<Octets>> boxes) {
            int[] next = new int[trees.size()];
            List<Octets> ordered = new ArrayList<>();
            for (int tree : treeOf) {
                ordered.add(boxes.get(tree).get(next[tree]++));
            }
            return ordered;
        }

        private List<Octets> leavesOf(int tree, List<Octets> all) {
            List<Octets> own = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (treeOf.get(i) == tree) {
                    own.add(all.get(i));
                }
            }
            return own;
        }

        private List<List<Octets>> blank() {
            return trees.stream().map(FragmentTree::evenPlaceholders).toList();
        }
    }

    Written write(StreamRequest request, Track track, StreamOutput output, List<String> doubtful)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        if (!Files.isRegularFile(track.init())) {
            throw StreamTagger.refused("has no file at " + track.init());
        }
        try (FileSource source = FileSource.open(track.init())) {
            BmffFile file = BmffFile.read(source, tools.limits());
            if (!file.fragmented()) {
                if (!request.options().dryRun()) {
                    output.leave(track.init());
                }
                return new Written(
                        new Tagger(tools).tag(request.of(track.init())).manifest(), 0);
            }
            Trees trees = trees(source, file);
            Octets placeholder = FragmentBinding.placeholder(trees.trees(), ALGORITHM);
            StreamManifest manifest = StreamManifest.prepare(request, track.init(), placeholder, tools);
            doubtful.addAll(manifest.doubtful());
            if (!request.options().dryRun()) {
                try (StagedFile staged = output.begin(track.init())) {
                    fill(staged, source, track.init(), trees, manifest, request, output);
                    output.commit(staged, track.init());
                }
            }
            return new Written(manifest.prepared().label(), trees.treeOf().size());
        }
    }

    private Trees trees(FileSource source, BmffFile file) throws IOException, MalformedContentException {
        FragmentTimes times = FragmentTimes.of(source, file, tools.limits());
        Map<Long, Integer> counts = new LinkedHashMap<>();
        List<Long> tracks = new ArrayList<>();
        for (BmffBox moof : file.named("moof")) {
            long track = times.trackOf(source, moof, tools.limits())
                    .or(times::firstTrack)
                    .orElse(1L);
            counts.merge(track, 1, Integer::sum);
            tracks.add(track);
        }
        List<Long> ids = List.copyOf(counts.keySet());
        List<FragmentTree> trees = new ArrayList<>();
        counts.forEach((track, count) -> trees.add(new FragmentTree(trees.size() + 1L, track, count, ALGORITHM)));
        return new Trees(trees, tracks.stream().map(ids::indexOf).toList());
    }

    private void fill(
            StagedFile staged,
            FileSource source,
            Path path,
            Trees trees,
            StreamManifest manifest,
            StreamRequest request,
            StreamOutput output)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        List<List<Octets>> blank = trees.blank();
        Layout layout = layout(source, path, manifest.storeLength(), trees.inFileOrder(blank));
        ByteRange slot = layout.slot().orElseThrow();
        LaidOutSource planned = new LaidOutSource(source, layout);
        BindingPlan plan = FragmentBinding.flat(planned, slot, ALGORITHM, tools.limits());
        BindingDigests digests = output.write(planned, staged, plan);
        List<FragmentBinding.Bound> bound = new ArrayList<>();
        List<List<Octets>> boxes = new ArrayList<>();
        for (int i = 0; i < trees.trees().size(); i++) {
            List<Octets> leaves = trees.leavesOf(i, digests.leaves());
            bound.add(new FragmentBinding.Bound(trees.trees().get(i), digests.chain(), leaves));
            boxes.add(trees.trees().get(i).boxes(leaves, blank.get(i), tools.engine()));
        }
        Octets store = manifest.sign(request, FragmentBinding.content(bound, ALGORITHM, tools.engine()), tools);
        staged.write(slot.start(), layout.wrap().apply(store));
        place(trees.inFileOrder(boxes), slot, staged);
        BindingPlan again = FragmentBinding.flat(staged.written(), slot, ALGORITHM, tools.limits());
        ReadBack.require(again.equals(plan), "its parts are not where they were planned");
    }

    private Layout layout(FileSource source, Path path, long storeLength, List<Octets> boxes)
            throws IOException, MalformedContentException, TaggingRefusedException {
        Asset asset = Assets.detect(path, source);
        ContainerFormat format = Containers.of(asset.format());
        return format.lay(
                asset,
                format.map(asset, tools.limits()),
                ContainerFormat.Wish.forFragments(storeLength, boxes),
                tools.limits());
    }

    private void place(List<Octets> boxes, ByteRange slot, StagedFile staged)
            throws IOException, MalformedContentException, TaggingRefusedException {
        ByteSource written = staged.written();
        List<ProvenanceBox> places = ProvenanceBox.in(written, BmffFile.read(written, tools.limits())).stream()
                .filter(box -> box.purpose().equals(ProvenanceBox.MERKLE))
                .toList();
        ReadBack.require(places.size() == boxes.size(), "its auxiliary boxes are not where they were planned");
        for (int i = 0; i < boxes.size(); i++) {
            staged.write(places.get(i).range().start(), boxes.get(i));
        }
        staged.write(
                ProvenanceBox.firstMerkleField(slot.start()),
                Octets.u64be(places.get(0).range().start()));
    }
}
