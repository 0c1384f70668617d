package org.estampille.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that is killed while it changes a file leaves one that is brought back exactly: before every step that changes the disk
 * a run is ended here, and so is every recovery from that.
 */
final class CutShortTest {

    private static final FileTime MODIFIED = FileTime.from(Instant.parse("2025-06-07T08:09:10.123456Z"));

    @TempDir
    private Path folder;

    private Path file;

    /** Ends a run as a kill does: nothing that comes after it changes the disk either. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so many steps pass. */
    private static final class Allowance implements Steps {
        private final int most;
        private int taken;

        Allowance(int most) {
            this.most = most;
        }

        @Override
        public void next() {
            if (taken == most) {
                throw new Kill();
            }
            taken++;
        }
    }

    /** Moves content the slow way, where no file system does it. */
    private static void copying(Path file, long octets) throws IOException {
        byte[] now = Files.readAllBytes(file);
        byte[] moved = new byte[(int) (now.length + octets)];
        int from = (int) Math.max(0, -octets);
        System.arraycopy(now, from, moved, (int) Math.max(0, octets), now.length - from);
        Files.write(file, moved);
    }

    private HeadShift shifting() {
        HeadShift real = new FallocateShift();
        return new StagingArea(() -> "probe", real).step(file) > 0 ? real : CutShortTest::copying;
    }

    @BeforeEach
    void name() {
        file = folder.resolve("film.mov");
    }

    private void reset(Octets content) throws IOException {
        Files.write(file, content.toByteArray());
        Files.setLastModifiedTime(file, MODIFIED);
    }

    private Octets content() throws IOException {
        return Octets.adopt(Files.readAllBytes(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Changes the file as a process would that is killed after {@code steps}. Says whether it came to its end. */
    private boolean change(SmallFilm film, HeadShift shifting, int steps) throws IOException {
        StagingArea area = new StagingArea(() -> "t", new Undo(shifting, new Allowance(steps)));
        InPlaceChange change;
        try (FileSource source = FileSource.open(file)) {
            change = InPlaceChange.of(source, film.layout(source), 4096).orElseThrow();
        }
        try (ChangedFile changed = area.change(file, change, FileState.of(file)).orElseThrow()) {
            changed.keep();
            return true;
        } catch (Kill e) {
            return false;
        }
    }

    private boolean recover(HeadShift shifting, int steps) throws Exception {
        try {
            new Recovery(new Undo(shifting, new Allowance(steps))).recover(file);
            return true;
        } catch (Kill e) {
            return false;
        }
    }

    private void assertAsBefore(SmallFilm film) throws IOException {
        assertThat(content()).isEqualTo(film.before());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(MODIFIED);
        assertThat(names()).containsExactly("film.mov");
    }

    @ParameterizedTest
    @EnumSource(SmallFilm.class)
    void a_change_killed_before_any_step_is_recovered_to_the_original(SmallFilm film) throws Exception {
        HeadShift shifting = shifting();
        int steps = 0;
        for (reset(film.before()); !change(film, shifting, steps); steps++, reset(film.before())) {
            if (PendingChange.concerns(file)) {
                assertThat(recover(shifting, Integer.MAX_VALUE)).isTrue();
            }
            assertAsBefore(film);
        }
        assertThat(steps).as("steps").isGreaterThan(8);
        assertThat(content()).isEqualTo(film.after());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(MODIFIED);
        assertThat(names()).containsExactly("film.mov");
    }

    @ParameterizedTest
    @EnumSource(SmallFilm.class)
    void a_recovery_killed_before_any_step_is_recovered_in_its_turn(SmallFilm film) throws Exception {
        HeadShift shifting = shifting();
        reset(film.before());
        for (int steps = 6; !change(film, shifting, steps); steps += 3) {
            for (int undone = 0; PendingChange.concerns(file) && !recover(shifting, undone); undone++) {
                assertThat(undone).isLessThan(100);
            }
            assertAsBefore(film);
        }
    }

    @Test
    void a_file_that_refuses_to_move_is_as_it_was() throws IOException {
        SmallFilm film = SmallFilm.MOVIE_LAST;
        reset(film.before());
        StagingArea area = new StagingArea(() -> "t", HeadShift.NONE);
        try (FileSource source = FileSource.open(file)) {
            InPlaceChange change =
                    InPlaceChange.of(source, film.layout(source), 4096).orElseThrow();
            assertThat(area.change(file, change, FileState.of(file))).isEmpty();
            assertThat(InPlaceChange.of(source, film.layout(source), 0)).isEmpty();
        }
        assertThat(area.step(file)).isZero();
        assertAsBefore(film);
    }

    @Test
    void a_change_that_is_not_kept_is_undone() throws IOException {
        SmallFilm film = SmallFilm.MOVIE_FIRST;
        reset(film.before());
        StagingArea area = new StagingArea(() -> "t", shifting());
        try (FileSource source = FileSource.open(file)) {
            InPlaceChange change =
                    InPlaceChange.of(source, film.layout(source), 4096).orElseThrow();
            try (ChangedFile changed =
                    area.change(file, change, FileState.of(file)).orElseThrow()) {
                try (FileSource written = changed.open()) {
                    assertThat(written.length()).isEqualTo(film.after().length());
                }
                assertThatThrownBy(() -> new Recovery(shifting()).recover(file))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("being changed right now");
            }
        }
        assertAsBefore(film);
    }

    @Test
    void a_file_that_somebody_else_changed_since_is_left_alone() throws Exception {
        SmallFilm film = SmallFilm.MOVIE_LAST;
        reset(film.before());
        assertThat(change(film, shifting(), 15)).isFalse();
        byte[] other = Files.readAllBytes(file);
        other[other.length / 2] ^= 1;
        Files.write(file, other);
        assertThatThrownBy(() -> new Recovery(shifting()).recover(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed by somebody else");
        assertThat(file).hasBinaryContent(other);
        assertThat(PendingChange.recordOf(file)).exists();
        Files.delete(file);
        assertThatThrownBy(() -> new Recovery(shifting()).recover(file)).isInstanceOf(NoSuchFileException.class);
        assertThat(PendingChange.recordOf(file)).exists();
    }

    @Test
    void only_its_owner_reads_an_undo_record() throws IOException {
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        reset(SmallFilm.MOVIE_LAST.before());
        assertThat(change(SmallFilm.MOVIE_LAST, shifting(), 12)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PendingChange.recordOf(file))))
                .isEqualTo("rw-------");
    }

    @Test
    void links_and_files_with_other_names_are_not_changed_where_they_stand() throws IOException {
        reset(SmallFilm.MOVIE_LAST.before());
        Path other = folder.resolve("other.mov");
        Files.createSymbolicLink(other, file);
        assertThat(SoleFile.is(other)).isFalse();
        assertThat(SoleFile.is(file)).isTrue();
        Files.delete(other);
        Files.createLink(other, file);
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("unix");
        assertThat(SoleFile.is(file)).isFalse();
    }

    @Test
    void a_file_that_took_the_place_of_the_one_that_was_read_is_left_alone() throws IOException {
        SmallFilm film = SmallFilm.MOVIE_FIRST;
        reset(film.before());
        StagingArea area = new StagingArea(() -> "t", shifting());
        try (FileSource source = FileSource.open(file)) {
            InPlaceChange change =
                    InPlaceChange.of(source, film.layout(source), 4096).orElseThrow();
            Path other = folder.resolve("other.mov");
            Files.copy(file, other);
            Files.setLastModifiedTime(other, source.state().modified());
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> area.change(file, change, source.state()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("changed by somebody else");
        }
        assertAsBefore(film);
    }
}
