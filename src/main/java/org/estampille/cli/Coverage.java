package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.FolderFiles;
import org.estampille.extract.SidecarNames;
import org.estampille.verify.CollectionStore;

/** Which of the files to verify belong to a collection that is verified with them, and so need no line of their own. */
final class Coverage {

    private final List<InputFiles.Input> inputs;
    private final Set<Path> members;
    private final List<CollectionStore.Area> areas;

    private Coverage(List<InputFiles.Input> inputs, Set<Path> members, List<CollectionStore.Area> areas) {
        this.inputs = inputs;
        this.members = members;
        this.areas = areas;
    }

    static Coverage of(List<InputFiles.Input> inputs) {
        Set<Path> members = new HashSet<>();
        List<CollectionStore.Area> areas = new ArrayList<>();
        for (InputFiles.Input input : inputs) {
            if (Files.isRegularFile(input.path())) {
                CollectionStore.Covered covered = CollectionStore.covered(input.path(), ReadLimits.standard());
                covered.members().forEach(member -> members.add(whole(member)));
                areas.addAll(covered.areas());
            }
        }
        return new Coverage(inputs, members, areas);
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The manifest of a package stands beside its folder: whoever names the folder means it too. */
    static List<InputFiles.Input> besideFolder(String argument, Path directory) {
        Path folder = directory.resolve(argument);
        Optional<Path> name = Optional.ofNullable(whole(folder).getFileName());
        if (!Files.isDirectory(folder) || name.isEmpty()) {
            return List.of();
        }
        Path store = whole(folder).resolveSibling(name.get() + ".c2pa");
        boolean covers = Files.isRegularFile(store)
                && CollectionStore.covered(store, ReadLimits.standard()).members().stream()
                        .anyMatch(member -> whole(member).startsWith(whole(folder)));
        Path shown = Path.of(argument).resolveSibling(name.get() + ".c2pa");
        return covers ? List.of(new InputFiles.Input(store, shown.toString(), store.getFileName(), true)) : List.of();
    }

    List<InputFiles.Input> inputs() {
        return inputs;
    }

    /** Whether the manifest of a collection speaks for a file that nobody named, as its member, as added, or as no content at all. */
    boolean speaksFor(InputFiles.Input input) {
        Path file = whole(input.path());
        boolean spokenOf = members.contains(file)
                || areas.stream().anyMatch(area -> area.contains(file))
                || !FolderFiles.isContent(input.relative());
        return !members.isEmpty() && !input.named() && !SidecarNames.isSidecar(file) && spokenOf;
    }

    /** The manifest that speaks for a file which was named alone, as the person would write it; empty when there is none. */
    static Optional<String> memberOf(InputFiles.Input input) {
        try {
            Path file = whole(input.path());
            return CollectionStore.of(file, ReadLimits.standard())
                    .map(store -> Path.of(input.shown())
                            .resolveSibling(file.resolveSibling("").relativize(store))
                            .normalize()
                            .toString());
        } catch (IOException e) {
            // Only a hint is lost; what is wrong with the file is told already.
            return Optional.empty();
        }
    }

    /** Whether one report is all there will be. */
    boolean isOne() {
        boolean one = inputs.size() == 1 && inputs.get(0).named();
        return one
                || !members.isEmpty()
                        && inputs.stream().filter(input -> !speaksFor(input)).count() == 1;
    }

    /** Members are hashed on all cores, so that files go one after the other. */
    Workload workload(Surroundings surroundings) throws IOException {
        return members.isEmpty()
                ? Workload.of(inputs, surroundings)
                : Workload.ofOne(members.stream().filter(Files::isRegularFile).toList());
    }
}
