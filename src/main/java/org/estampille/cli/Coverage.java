package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.FolderFiles;
import org.estampille.verify.CollectionStore;

/** Which of the files to verify belong to a collection that is verified with them, and so need no line of their own. */
final class Coverage {

    private final List<InputFiles.Input> inputs;
    private final Set<Path> members;

    private Coverage(List<InputFiles.Input> inputs, Set<Path> members) {
        this.inputs = inputs;
        this.members = members;
    }

    static Coverage of(List<InputFiles.Input> inputs) {
        Set<Path> members = new HashSet<>();
        for (InputFiles.Input input : inputs) {
            if (Files.isRegularFile(input.path())) {
                CollectionStore.members(input.path(), ReadLimits.standard())
                        .forEach(member -> members.add(whole(member)));
            }
        }
        return new Coverage(inputs, members);
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
                && CollectionStore.members(store, ReadLimits.standard()).stream()
                        .anyMatch(member -> whole(member).startsWith(whole(folder)));
        Path shown = Path.of(argument).resolveSibling(name.get() + ".c2pa");
        return covers ? List.of(new InputFiles.Input(store, shown.toString(), store.getFileName(), true)) : List.of();
    }

    List<InputFiles.Input> inputs() {
        return inputs;
    }

    /** Whether the manifest of a collection speaks for a file that nobody named, or it is none that a collection speaks of. */
    boolean speaksFor(InputFiles.Input input) {
        boolean member = members.contains(whole(input.path()));
        return !members.isEmpty() && !input.named() && (member || !FolderFiles.isContent(input.path()));
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
