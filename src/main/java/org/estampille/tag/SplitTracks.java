package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bind.DigestRunner;
import org.estampille.bind.FragmentBinding;
import org.estampille.bind.FragmentTree;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.LaidOutSource;
import org.estampille.container.Layout;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.FragmentTimes;
import org.estampille.container.bmff.ProvenanceBox;
import org.estampille.embed.StagedFile;
import org.estampille.sign.SigningException;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.Track;

/**
 * Tracks whose fragments are files of their own. All initialization segments carry one and the same manifest, which binds every
 * track (C2PA 2.5 clause 16.3.2.6). Fragments are read twice: to be hashed, and to be written with their proof, which needs all
 * the hashes.
 */
final class SplitTracks {

    private static final HashAlgorithm ALGORITHM = HashAlgorithm.SHA256;

    /** One track with the hashes of its fragments as they will be written. */
    private record Hashed(Track track, List<Path> files, FragmentTree tree, List<Octets> leaves) {}

    private final TaggingTools tools;
    private final List<Hashed> tracks = new ArrayList<>();
    private int missing;

    private SplitTracks(TaggingTools tools) {
        this.tools = tools;
    }

    static SplitTracks hash(List<Track> tracks, TaggingTools tools)
            throws IOException, MalformedContentException, TaggingRefusedException {
        SplitTracks hashed = new SplitTracks(tools);
        for (Track track : tracks) {
            hashed.hash(track);
        }
        return hashed;
    }

    int fragments() {
        return tracks.stream().mapToInt(track -> track.files().size()).sum();
    }

    int missing() {
        return missing;
    }

    private void hash(Track track) throws IOException, MalformedContentException, TaggingRefusedException {
        List<Path> files = track.segments().stream()
                .map(MediaSegment::file)
                .filter(Files::isRegularFile)
                .toList();
        missing += track.segments().size() - files.size();
        if (files.isEmpty()) {
            throw StreamTagger.refused("has no fragment of " + track.name() + " where its manifest says");
        }
        FragmentTree tree = new FragmentTree(tracks.size() + 1L, trackId(track), files.size(), ALGORITHM);
        List<Octets> boxes = tree.placeholders();
        List<Octets> leaves = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try (FileSource source = FileSource.open(files.get(i))) {
                admit(source, files.get(i));
                ByteSource planned = planned(source, files.get(i), boxes.get(i));
                DigestPlan plan = FragmentBinding.fragment(planned, ALGORITHM, tools.limits());
                leaves.add(DigestRunner.run(planned, BindingPlan.flat(plan), tools.engine(), 1)
                        .chain());
            }
        }
        tracks.add(new Hashed(track, files, tree, leaves));
    }

    private long trackId(Track track) throws IOException, MalformedContentException, TaggingRefusedException {
        if (!Files.isRegularFile(track.init())) {
            throw StreamTagger.refused("has no initialization segment at " + track.init());
        }
        try (FileSource source = FileSource.open(track.init())) {
            BmffFile file = BmffFile.read(source, tools.limits());
            return FragmentTimes.of(source, file, tools.limits())
                    .firstTrack()
                    .orElseThrow(() -> StreamTagger.refused("has no track in " + track.init()));
        }
    }

    private void admit(FileSource source, Path file)
            throws IOException, MalformedContentException, TaggingRefusedException {
        BmffFile boxes = BmffFile.read(source, tools.limits());
        int moofs = boxes.named("moof").size();
        if (moofs != 1) {
            throw StreamTagger.refused("has " + moofs + " movie fragments in " + file.getFileName()
                    + ", and C2PA binds files of exactly one; package it with one fragment a segment");
        }
        if (!ProvenanceBox.in(source, boxes).isEmpty()) {
            throw StreamTagger.conflict("is tagged already: " + file.getFileName()
                    + " has C2PA boxes; a stream is tagged once, from the untagged fragments");
        }
    }

    private ByteSource planned(FileSource source, Path file, Octets box) throws IOException, MalformedContentException {
        return new LaidOutSource(source, layout(source, file, 0, List.of(box)));
    }

    private Layout layout(FileSource source, Path file, long storeLength, List<Octets> boxes)
            throws IOException, MalformedContentException {
        Asset asset = new Asset(String.valueOf(file.getFileName()), source, AssetFormat.MP4);
        ContainerFormat format = Containers.of(asset.format());
        ContainerMap map = format.map(asset, tools.limits());
        return format.lay(asset, map, ContainerFormat.Wish.forFragments(storeLength, boxes), tools.limits());
    }

    /**
     * Writes everything.
     *
     * @param doubtful receives names of ingredients whose own manifest does not hold
     * @return the label of the manifest
     */
    String write(StreamRequest request, StreamOutput output, List<String> doubtful)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        Octets placeholder =
                FragmentBinding.placeholder(tracks.stream().map(Hashed::tree).toList(), ALGORITHM);
        StreamManifest manifest =
                StreamManifest.prepare(request, tracks.get(0).track().init(), placeholder, tools);
        doubtful.addAll(manifest.doubtful());
        List<FragmentBinding.Bound> bound = new ArrayList<>();
        for (Hashed track : tracks) {
            bound.add(new FragmentBinding.Bound(track.tree(), initHash(track, manifest), track.leaves()));
        }
        Octets store = manifest.sign(request, FragmentBinding.content(bound, ALGORITHM, tools.engine()), tools);
        if (!request.options().dryRun()) {
            for (Hashed track : tracks) {
                fragments(track, output);
            }
            for (Hashed track : tracks) {
                initialization(track, store, output);
            }
        }
        return manifest.prepared().label();
    }

    private Octets initHash(Hashed track, StreamManifest manifest) throws IOException, MalformedContentException {
        Path init = track.track().init();
        try (FileSource source = FileSource.open(init)) {
            Layout layout = layout(source, init, manifest.storeLength(), List.of());
            ByteSource planned = new LaidOutSource(source, layout);
            DigestPlan plan =
                    FragmentBinding.initialization(planned, layout.slot().orElseThrow(), ALGORITHM, tools.limits());
            return DigestRunner.run(planned, BindingPlan.flat(plan), tools.engine(), 1)
                    .chain();
        }
    }

    private void fragments(Hashed track, StreamOutput output)
            throws IOException, MalformedContentException, TaggingRefusedException {
        List<Octets> boxes = track.tree().boxes(track.leaves(), track.tree().placeholders(), tools.engine());
        for (int i = 0; i < boxes.size(); i++) {
            Path file = track.files().get(i);
            try (FileSource source = FileSource.open(file);
                    StagedFile staged = output.begin(file)) {
                ByteSource planned = planned(source, file, boxes.get(i));
                DigestPlan plan = FragmentBinding.fragment(planned, ALGORITHM, tools.limits());
                BindingDigests digests = output.write(planned, staged, BindingPlan.flat(plan));
                ReadBack.require(
                        digests.chain().equals(track.leaves().get(i)),
                        file.getFileName() + " changed while it was read");
                output.commit(staged, file);
            }
        }
    }

    private void initialization(Hashed track, Octets store, StreamOutput output)
            throws IOException, MalformedContentException {
        Path init = track.track().init();
        try (FileSource source = FileSource.open(init);
                StagedFile staged = output.begin(init)) {
            Layout layout = layout(source, init, store.length(), List.of());
            output.write(
                    new LaidOutSource(source, layout), staged, BindingPlan.flat(new DigestPlan(ALGORITHM, List.of())));
            staged.write(layout.slot().orElseThrow().start(), layout.wrap().apply(store));
            output.commit(staged, init);
        }
    }
}
