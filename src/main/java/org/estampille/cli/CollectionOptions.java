package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.FolderFiles;
import org.estampille.collection.FrameSequence;
import org.estampille.delivery.DeliveryPackage;
import org.estampille.delivery.PackageReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make many files one thing to tag. */
final class CollectionOptions {

    @Option(
            names = "--sequence",
            paramLabel = "PATTERN",
            description =
                    "Tag the frames of an image sequence as one: 'sh010_v003.%%05d.exr' or 'sh010_v003.#####.exr'."
                            + " Writes sh010_v003.c2pa beside them unless --out says otherwise.")
    private @Nullable String sequence;

    @Option(
            names = "--collection",
            paramLabel = "DIR",
            description =
                    "Tag all files of a folder as one: DIR/DIR.c2pa, or for an IMF or DCP package DIR.c2pa beside it,"
                            + " unless --out says otherwise.")
    private @Nullable String collection;

    @Option(
            names = "--mhl",
            paramLabel = "update",
            description =
                    "With --collection: check the folder's ASC media hash list, refuse if it does not hold, and write"
                            + " its next generation.")
    private @Nullable Mhl mhl;

    /** What happens to a media hash list. */
    enum Mhl {
        UPDATE
    }

    /**
     * Many files.
     *
     * @param folder that holds them
     * @param members paths below it
     * @param sequence pattern of the frames
     * @param target where the manifest goes
     * @param shown how to name it to people
     * @param delivered what the package says of itself
     */
    record Chosen(
            Path folder,
            List<List<String>> members,
            Optional<FrameSequence> sequence,
            Path target,
            String shown,
            Optional<DeliveryPackage> delivered) {}

    boolean asked() {
        return sequence != null || collection != null;
    }

    boolean updatesHashList() {
        return mhl != null;
    }

    /** Refuses options that contradict each other. */
    void check(boolean otherInputs, boolean elsewhere) throws CommandFailure {
        if (mhl != null && collection == null) {
            throw usage("--mhl update needs --collection DIR: a media hash list covers a whole folder.");
        }
        if (asked() && (sequence != null && collection != null || otherInputs)) {
            throw usage("--sequence and --collection name what is tagged: one of them, and no other inputs.");
        }
        if (asked() && elsewhere) {
            throw usage(
                    "--sequence and --collection leave the files alone: neither --in-place nor --sidecar goes with them.");
        }
    }

    /**
     * Finds the files.
     *
     * @param out where the manifest is to go, if that was said
     */
    Chosen choose(Optional<String> out, Path directory) throws CommandFailure, IOException {
        try {
            return sequence != null
                    ? frames(Path.of(sequence), out, directory)
                    : folder(Path.of(Optional.ofNullable(collection).orElse("")), out, directory);
        } catch (InvalidPathException e) {
            throw usage(e.getInput() + ": is no name of a file.");
        } catch (LimitExceededException e) {
            throw new CommandFailure(ExitCode.INDETERMINATE, e.problem() + ".");
        }
    }

    private static Chosen frames(Path pattern, Optional<String> out, Path directory)
            throws CommandFailure, IOException, LimitExceededException {
        String name = String.valueOf(pattern.getFileName());
        FrameSequence frames = FrameSequence.parse(name)
                .orElseThrow(() ->
                        usage(pattern + ": a pattern needs one place for the frame number, such as %05d or #####."));
        Path folder =
                Optional.ofNullable(directory.resolve(pattern).getParent()).orElse(directory);
        require(folder);
        List<List<String>> members = new ArrayList<>();
        for (FolderFiles.Found file :
                FolderFiles.list(folder, false, ReadLimits.standard().items())) {
            if (frames.number(file.name()).isPresent()) {
                members.add(member(file));
            }
        }
        if (members.isEmpty()) {
            throw new CommandFailure(ExitCode.IO, pattern + ": no file has a name of this pattern.");
        }
        Path target = out.map(directory::resolve).orElse(folder.resolve(frames.stem() + ".c2pa"));
        return new Chosen(folder, members, Optional.of(frames), target, pattern.toString(), Optional.empty());
    }

    private static Chosen folder(Path named, Optional<String> out, Path directory)
            throws CommandFailure, IOException, LimitExceededException {
        Path folder = directory.resolve(named);
        require(folder);
        Path whole = folder.toAbsolutePath().normalize();
        String name =
                Optional.ofNullable(whole.getFileName()).map(Path::toString).orElse("root") + ".c2pa";
        Optional<DeliveryPackage> delivered = delivered(folder, named);
        Path target = out.map(directory::resolve)
                .orElse(delivered.isPresent() ? whole.resolveSibling(name) : folder.resolve(name));
        List<List<String>> members = new ArrayList<>();
        for (FolderFiles.Found file :
                FolderFiles.list(folder, true, ReadLimits.standard().items())) {
            if (!folder.resolve(file.name())
                    .toAbsolutePath()
                    .normalize()
                    .equals(target.toAbsolutePath().normalize())) {
                members.add(member(file));
            }
        }
        if (members.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, named + ": the folder has no files.");
        }
        return new Chosen(folder, members, Optional.empty(), target, named.toString(), delivered);
    }

    private static Optional<DeliveryPackage> delivered(Path folder, Path named) throws CommandFailure, IOException {
        try {
            return PackageReader.isPackage(folder)
                    ? Optional.of(PackageReader.read(folder, ReadLimits.standard()))
                    : Optional.empty();
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.INDETERMINATE, named + ": " + e.format() + ": " + e.problem() + "; nothing was signed.");
        }
    }

    private static void require(Path folder) throws CommandFailure {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.IO,
                    folder
                            + (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                                    ? ": is not a folder."
                                    : ": no such folder."));
        }
    }

    /** Names that would mean something else to whoever reads the manifest on another system cannot be members. */
    private static List<String> member(FolderFiles.Found file) throws CommandFailure {
        if (file.link()) {
            throw usage(
                    file.name() + ": is a link, which would not travel with the files; tag the folder it leads to.");
        }
        if (file.name().indexOf('\\') >= 0 || file.name().indexOf(':') >= 0) {
            throw usage(file.name() + ": a name with ':' or '\\' cannot be kept on every system; rename it.");
        }
        return file.path();
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
