package org.estampille.burn;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only its owner can read, for drawings and answers of programs; gone when it is closed or the process ends. */
public final class WorkFolder implements Closeable {

    private final Path path;
    private final Thread last;

    private WorkFolder(Path path) {
        this.path = path;
        this.last = new Thread(this::clear, "estampille-work-folder");
    }

    public static WorkFolder open() throws IOException {
        WorkFolder folder = new WorkFolder(Files.createTempDirectory("estampille-label"));
        Runtime.getRuntime().addShutdownHook(folder.last);
        Files.createFile(folder.nothing());
        return folder;
    }

    Path path() {
        return path;
    }

    /** The place of a file of that name. */
    Path file(String name) {
        return path.resolve(name);
    }

    /** An empty file. */
    Path nothing() {
        return path.resolve("nothing");
    }

    private void clear() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            // What is left lies among the temporary files of the system, which clears them.
            return;
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(last);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running already.
            return;
        }
    }
}
