package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestPlan;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.embed.AssetWriter;
import org.estampille.embed.NewFolders;
import org.estampille.embed.StagedFile;

/** The files of one stream as they are written; what was new is taken away again when the stream cannot be finished. */
final class StreamOutput {

    private static final BindingPlan NOTHING =
            BindingPlan.flat(new DigestPlan(HashAlgorithm.SHA256, java.util.List.of()));

    private final StreamRequest request;
    private final TaggingTools tools;
    private final Set<Path> fresh = new LinkedHashSet<>();
    private final NewFolders folders = new NewFolders();
    private final Set<Path> written = new HashSet<>();
    private long octets;

    StreamOutput(StreamRequest request, TaggingTools tools) {
        this.request = request;
        this.tools = tools;
    }

    /** Octets written so far. */
    long octets() {
        return octets;
    }

    StagedFile begin(Path file) throws IOException {
        folders.above(request.target(file));
        return tools.staging().beside(request.target(file), FileState.of(file));
    }

    /** Says that another pipeline writes a file of the stream now. */
    void leave(Path file) throws IOException {
        Path target = request.target(file);
        folders.above(target);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            fresh.add(target);
        }
    }

    /** Copies what is planned, hashing on the way. */
    BindingDigests write(ByteSource planned, StagedFile staged, BindingPlan plan) throws IOException {
        return new AssetWriter(tools.engine(), tools.threads(), tools.progress()).write(planned, staged, plan);
    }

    /** Puts a file in its place. */
    void commit(StagedFile staged, Path file) throws IOException {
        Path target = request.target(file);
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        octets += staged.length();
        staged.commit(request.options().replace());
        written.add(target);
        if (!there) {
            fresh.add(target);
        }
    }

    /** Copies a file as it is, once; false when that was done already. */
    boolean copy(Path file) throws IOException {
        if (written.contains(request.target(file)) || request.options().dryRun()) {
            return !written.contains(request.target(file));
        }
        try (FileSource source = FileSource.open(file);
                StagedFile staged = begin(file)) {
            write(source, staged, NOTHING);
            commit(staged, file);
        }
        return true;
    }

    /** Deletes every file and folder that was not there before; a folder into which somebody else put something stays. */
    void undo() throws IOException {
        for (Path file : fresh) {
            Files.deleteIfExists(file);
        }
        folders.close();
    }
}
