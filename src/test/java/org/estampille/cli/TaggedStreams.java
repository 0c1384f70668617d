package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of streams stand on: tagged once for all of them, and a copy for each to bend. */
abstract class TaggedStreams {

    @TempDir
    private static Path once = Path.of("");

    @TempDir
    Path folder = Path.of("");

    Terminal terminal = new Terminal(folder);

    @BeforeAll
    static void tag() throws IOException {
        StreamFiles.tagged(once);
    }

    @BeforeEach
    void copy() throws IOException {
        StreamFiles.copyTree(once, folder);
        terminal = new Terminal(folder);
    }

    int verify(String place) {
        return terminal.run("verify", "tagged/" + place, "--trust", "keys/root.pem");
    }

    Path tagged(String path) {
        return folder.resolve("tagged").resolve(path);
    }
}
