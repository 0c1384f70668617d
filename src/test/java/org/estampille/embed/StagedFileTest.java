package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagedFileTest {

    @TempDir
    private Path folder;

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void the_target_appears_whole_or_not_at_all() throws IOException {
        Path target = folder.resolve("a.bin");
        try (StagedFile staged = new StagingArea(() -> "t").beside(target)) {
            staged.write(0, Octets.ofAscii("new"));
            assertThat(target).doesNotExist();
            staged.commit(false);
        }
        assertThat(target).hasContent("new");
        assertThat(files()).isOne();
    }

    @Test
    void a_file_that_is_not_committed_leaves_the_old_one_and_nothing_else() throws IOException {
        Path target = Files.writeString(folder.resolve("a.bin"), "old");
        try (StagedFile staged = new StagingArea(() -> "t").beside(target)) {
            staged.write(0, Octets.ofAscii("new"));
        }
        assertThat(target).hasContent("old");
        assertThat(files()).isOne();
    }

    @Test
    void an_existing_target_stays_unless_it_may_go() throws IOException {
        Path target = Files.writeString(folder.resolve("a.bin"), "old");
        try (StagedFile staged = new StagingArea(() -> "t").beside(target)) {
            staged.write(0, Octets.ofAscii("new"));
            assertThatThrownBy(() -> staged.commit(false)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(target).hasContent("old");
        assertThat(files()).isOne();
    }

    @Test
    void a_full_disk_is_told_of_the_folder_and_its_disk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path target = folder.resolve("a.bin");
        FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE);
        try (StagedFile staged = new StagedFile(target, folder.resolve("a.tmp"), channel, gone -> {})) {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> staged.write(0, Octets.ofAscii("new")))
                    .satisfies(e -> {
                        assertThat(e.getFile())
                                .isEqualTo(folder.toAbsolutePath().toString());
                        assertThat(e.getReason()).contains("No space left", "disk ");
                    });
        }
        assertThat(files()).isZero();
    }
}
