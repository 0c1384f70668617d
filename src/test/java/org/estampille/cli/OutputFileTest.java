package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_is_told_of_the_file_that_was_asked_for_and_leaves_none() throws Exception {
        OutputFile file = OutputFile.require("report.html", false, folder);

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> file.write(out -> {
                    throw new IOException("No space left on device");
                }))
                .satisfies(e ->
                        assertThat(CommandLineRunner.sentence(e)).isEqualTo("report.html: No space left on device."));
        assertThat(folder).isEmptyDirectory();
    }
}
