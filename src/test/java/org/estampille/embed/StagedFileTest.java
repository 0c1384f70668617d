package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.estampille.bytes.FileState;
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
    void of_several_that_come_at_once_one_takes_the_place_and_the_others_are_told_that_it_is_taken() throws Exception {
        for (int round = 0; round < 300; round++) {
            Path target = folder.resolve("a%d.bin".formatted(round));
            CyclicBarrier together = new CyclicBarrier(2);
            FutureTask<Boolean> other = new FutureTask<>(() -> placed(target, "other", together));
            new Thread(other).start();
            boolean mine = placed(target, "mine", together);
            assertThat(other.get()).isEqualTo(!mine);
            assertThat(target).hasContent(mine ? "mine" : "other");
        }
        assertThat(files()).isEqualTo(300);
    }

    private static boolean placed(Path target, String content, CyclicBarrier together) throws Exception {
        try (StagedFile staged = new StagingArea(() -> content).beside(target)) {
            staged.write(0, Octets.ofAscii(content));
            together.await();
            staged.commit(false);
            return true;
        } catch (FileAlreadyExistsException e) {
            assertThat(e.getMessage()).isEqualTo(target.toString());
            return false;
        }
    }

    /** Archives know no hard links. */
    @Test
    void where_there_are_no_hard_links_the_target_appears_as_well_and_an_existing_one_stays() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            for (String content : List.of("first", "second")) {
                Path staged = Files.writeString(archive.getPath("/a.tmp"), content);
                FileChannel channel = FileChannel.open(staged, StandardOpenOption.READ);
                try (StagedFile file = new StagedFile(
                        archive.getPath("/a.bin"), staged, channel, Optional.empty(), false, gone -> {})) {
                    if (content.equals("first")) {
                        file.commit(false);
                    } else {
                        assertThatThrownBy(() -> file.commit(false)).isInstanceOf(FileAlreadyExistsException.class);
                    }
                }
                assertThat(staged).doesNotExist();
            }
            assertThat(Files.readString(archive.getPath("/a.bin"))).isEqualTo("first");
        }
    }

    @Test
    void a_full_disk_is_told_of_the_file_and_its_disk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path target = folder.resolve("a.bin");
        FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE);
        try (StagedFile staged =
                new StagedFile(target, folder.resolve("a.tmp"), channel, Optional.empty(), false, gone -> {})) {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> staged.write(0, Octets.ofAscii("new")))
                    .satisfies(e -> {
                        assertThat(e.getFile()).isEqualTo(target.toString());
                        assertThat(e.getReason()).contains("No space left", "disk ");
                    });
        }
        assertThat(files()).isZero();
    }

    @Test
    void a_file_made_from_another_takes_its_time_and_permissions() throws IOException {
        Path source = Files.writeString(folder.resolve("s.bin"), "old");
        FileTime modified = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
        Files.setLastModifiedTime(source, modified);
        Path target = folder.resolve("a.bin");
        try (StagedFile staged = new StagingArea(() -> "t").beside(target, FileState.of(source))) {
            staged.write(0, Octets.ofAscii("new"));
            staged.commit(false);
        }
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(modified);
    }

    @Test
    void nobody_may_read_what_is_written_who_may_not_read_the_original() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path source = Files.writeString(folder.resolve("s.bin"), "secret");
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(source, own);
        try (StagedFile staged = new StagingArea(() -> "t").beside(folder.resolve("a.bin"), FileState.of(source))) {
            assertThat(Files.getPosixFilePermissions(staged.path())).isEqualTo(own);
        }
    }

    @Test
    void a_file_does_not_take_its_place_when_the_original_was_written_to_meanwhile() throws IOException {
        Path source = Files.writeString(folder.resolve("s.bin"), "old");
        try (StagedFile staged = new StagingArea(() -> "t").beside(source, FileState.of(source))) {
            staged.write(0, Octets.ofAscii("tagged"));
            Files.writeString(source, "a new render");
            assertThatThrownBy(() -> staged.commit(true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("changed by somebody else");
        }
        assertThat(source).hasContent("a new render");
        assertThat(files()).isOne();
    }

    @Test
    void nothing_is_begun_after_the_end_of_a_run() throws Exception {
        StagingArea area = new StagingArea(() -> "t");
        area.close();
        Thread late = new Thread(new FutureTask<>(() -> area.beside(folder.resolve("a.bin"))));
        late.setDaemon(true);
        late.start();
        long end = System.nanoTime() + 10_000_000_000L;
        while (late.getState() != Thread.State.WAITING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(late.getState()).isEqualTo(Thread.State.WAITING);
        assertThat(files()).isZero();
    }
}
