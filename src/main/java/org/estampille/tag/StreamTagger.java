package org.estampille.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.embed.StagedFile;
import org.estampille.sign.SigningException;
import org.estampille.stream.ManifestText;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.Presentation;
import org.estampille.stream.Track;

/**
 * The write pipeline of streams: hash every fragment, bind the tracks, sign once, write fragments, then initialization segments,
 * then the manifests that lead to them. A track in one file gets a manifest of its own, since that file is an asset by itself.
 */
public final class StreamTagger {

    private final TaggingTools tools;

    public StreamTagger(TaggingTools tools) {
        this.tools = tools;
    }

    /**
     * Tags one stream.
     *
     * @throws MalformedContentException when a file of it cannot be read as what it is
     * @throws SigningException when a claim cannot be signed or stamped
     * @throws TaggingRefusedException when the request cannot be carried out as it stands
     */
    public TaggedStream tag(StreamRequest request)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        admit(request);
        StreamOutput output = new StreamOutput(request, tools);
        boolean done = false;
        try {
            TaggedStream tagged = write(request, output);
            done = true;
            return tagged;
        } finally {
            if (!done) {
                output.undo();
            }
        }
    }

    /** A segment that is played twice on purpose looks like one that was replayed. */
    private static void refuseRepeats(Presentation stream) throws TaggingRefusedException {
        for (Track track : stream.tracks()) {
            Set<MediaSegment> seen = new HashSet<>();
            for (MediaSegment segment : track.segments()) {
                if (!seen.add(new MediaSegment(segment.file(), segment.range(), Optional.empty()))) {
                    throw refused(
                            "plays " + segment.file().getFileName()
                                    + " twice, which nobody could tell from a replay after signing; give the second one a file of its own");
                }
            }
        }
    }

    /** Whether there is anything to bind: a manifest may name more representations than are delivered. */
    private static boolean isHere(Track track) {
        return Files.isRegularFile(track.init())
                || track.segments().stream().map(MediaSegment::file).anyMatch(Files::isRegularFile);
    }

    private static void admit(StreamRequest request) throws IOException, TaggingRefusedException {
        Presentation stream = request.presentation();
        if (stream.tracks().isEmpty()) {
            throw refused("has no track of fragmented MP4: "
                    + stream.unbound().stream()
                            .findFirst()
                            .map(one -> one.file().getFileName() + ", " + one.reason())
                            .orElse("it names no fragments"));
        }
        if (stream.tracks().stream().noneMatch(StreamTagger::isHere)) {
            throw refused("has none of the segments that it names");
        }
        refuseRepeats(stream);
        Path folder = stream.folder().toAbsolutePath().normalize();
        if (request.out().toAbsolutePath().normalize().equals(folder)) {
            throw conflict("cannot be written over itself; name another folder with --out");
        }
        for (Path file : stream.files()) {
            boolean there = Files.exists(request.target(file), LinkOption.NOFOLLOW_LINKS);
            if (there && !request.options().replace() && Files.exists(file)) {
                throw new FileAlreadyExistsException(request.target(file).toString());
            }
        }
    }

    private TaggedStream write(StreamRequest request, StreamOutput output)
            throws IOException, MalformedContentException, SigningException, TaggingRefusedException {
        Presentation stream = request.presentation();
        List<Track> here = stream.tracks().stream().filter(StreamTagger::isHere).toList();
        List<Track> split = here.stream().filter(track -> !track.flat()).toList();
        List<String> labels = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        int fragments = 0;
        int missing = stream.tracks().stream()
                .filter(track -> !isHere(track))
                .mapToInt(track -> track.segments().size())
                .sum();
        if (!split.isEmpty()) {
            SplitTracks tracks = SplitTracks.hash(split, tools);
            labels.add(tracks.write(request, output, doubtful));
            fragments += tracks.fragments();
            missing += tracks.missing();
        }
        for (Track track : here) {
            if (track.flat()) {
                FlatTrack.Written written = new FlatTrack(tools).write(request, track, output, doubtful);
                labels.add(written.label());
                fragments += written.fragments();
            }
        }
        List<String> unbound = copyUnbound(request, output);
        for (Presentation.Document document : stream.documents()) {
            document(document, request, output);
        }
        return new TaggedStream(
                request.written(), labels.get(0), output.octets(), here.size(), fragments, missing, unbound, doubtful);
    }

    private static List<String> copyUnbound(StreamRequest request, StreamOutput output) throws IOException {
        List<String> names = new ArrayList<>();
        Set<Path> documents = new HashSet<>();
        request.presentation().documents().forEach(document -> documents.add(document.file()));
        for (Presentation.Unbound one : request.presentation().unbound()) {
            if (Files.isRegularFile(one.file()) && (documents.contains(one.file()) || output.copy(one.file()))) {
                names.add(request.presentation().folder().relativize(one.file()) + " (" + one.reason() + ")");
            }
        }
        return names;
    }

    private void document(Presentation.Document document, StreamRequest request, StreamOutput output)
            throws IOException, MalformedContentException, TaggingRefusedException {
        if (request.options().dryRun()) {
            return;
        }
        MovedRanges moved = new MovedRanges(request, tools.limits());
        String text = ManifestText.of(document, moved::of);
        try (StagedFile staged = output.begin(document.file())) {
            staged.write(0, Octets.adopt(text.getBytes(StandardCharsets.UTF_8)));
            output.commit(staged, document.file());
        }
    }

    static TaggingRefusedException refused(String message) {
        return new TaggingRefusedException(TaggingRefusedException.Reason.UNSUPPORTED, message);
    }

    static TaggingRefusedException conflict(String message) {
        return new TaggingRefusedException(TaggingRefusedException.Reason.CONFLICT, message);
    }
}
