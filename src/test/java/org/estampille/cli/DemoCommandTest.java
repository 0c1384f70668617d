package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing a person sees. */
class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void tags_and_verifies_its_four_files_and_has_nothing_to_warn_of() {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("demo")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out().lines().filter(line -> line.contains(": trusted, unaltered")))
                .hasSize(4);
    }
}
