package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.Octets;
import org.estampille.container.bmff.Boxes;
import org.estampille.embed.StagingArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Big films are tagged where they stand, and a person is told when that was cut short. */
final class InPlaceCommandTest {

    private static final long MEDIA = 65L << 20;
    private static final FileTime MODIFIED = FileTime.from(Instant.parse("2025-06-07T08:09:10Z"));

    @TempDir
    private Path folder;

    private Terminal terminal;
    private Path film;

    @BeforeEach
    void prepare() throws IOException {
        terminal = OwnFiles.in(folder);
        film = folder.resolve("big.mov");
    }

    /** A film whose media are a hole with some octets at both ends. */
    private void write(Octets beforeMedia) throws IOException {
        Octets brand = Boxes.box("ftyp", Octets.ofAscii("qt  "), Octets.u32be(512), Octets.ofAscii("qt  "));
        Octets head = Octets.concat(
                brand, beforeMedia, Octets.u32be(MEDIA + 8), Octets.ofAscii("mdat"), Boxes.media(10_000, 2));
        try (RandomAccessFile octets = new RandomAccessFile(film.toFile(), "rw")) {
            octets.write(head.toByteArray());
            long end = head.length() - 10_000 + MEDIA;
            octets.seek(end - 5_000);
            octets.write(Boxes.media(5_000, 3).toByteArray());
            octets.write(Boxes.moov(Boxes.stco(head.length() - 10_000L)).toByteArray());
        }
        Files.setLastModifiedTime(film, MODIFIED);
    }

    private Object key() throws IOException {
        return String.valueOf(
                Files.readAttributes(film, BasicFileAttributes.class).fileKey());
    }

    private void assumeBlocksCanBeInserted() {
        long step = new StagingArea(() -> "probe", Interruptions.shifting()).step(film);
        assumeThat(step).as("octets files can be moved by").isPositive();
    }

    private void assertTrusted() {
        assertThat(terminal.run("verify", "big.mov", "--trust", "keys/root.pem", "--json"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("\"state\":\"trusted\"");
    }

    /** QuickTime had no file type box at first; the manifest brings one along. */
    @Test
    void a_film_without_a_file_type_box_is_tagged_verified_and_stripped_where_it_stands() throws IOException {
        long media = Boxes.moov(Boxes.stco(0)).length() + 8L;
        Octets movieFirst = Octets.concat(Boxes.moov(Boxes.stco(media)), Boxes.box("mdat", Boxes.media(900, 1)));
        Octets mediaFirst = Octets.concat(Boxes.box("mdat", Boxes.media(900, 1)), Boxes.moov(Boxes.stco(8)));
        Octets roomFirst =
                Octets.concat(Boxes.box("wide"), Boxes.box("mdat", Boxes.media(900, 1)), Boxes.moov(Boxes.stco(16)));
        for (Octets octets : new Octets[] {movieFirst, mediaFirst, roomFirst}) {
            Files.write(film, octets.toByteArray());
            assertThat(terminal.run(OwnFiles.tag("big.mov", "--in-place")))
                    .as(terminal.err())
                    .isZero();
            assertTrusted();
            assertThat(terminal.run(OwnFiles.tag("big.mov", "--in-place", "--force")))
                    .as(terminal.err())
                    .isZero();
            assertTrusted();
            assertThat(terminal.run("strip", "big.mov", "--in-place"))
                    .as(terminal.err())
                    .isZero();
            assertThat(film).hasBinaryContent(octets.toByteArray());
        }
    }

    @Test
    void a_big_film_stays_the_same_file_with_blocks_inserted_at_its_head() throws IOException {
        assumeBlocksCanBeInserted();
        write(Boxes.box("wide"));
        long length = Files.size(film);
        Object key = key();
        assertThat(terminal.run(OwnFiles.tag("big.mov", "--in-place", "--reread")))
                .as(terminal.err())
                .isZero();
        assertThat(key()).isEqualTo(key);
        assertThat(Files.getLastModifiedTime(film)).isEqualTo(MODIFIED);
        assertThat(Files.size(film)).isGreaterThan(length);
        assertThat(PendingChange.concerns(film)).isFalse();
        assertTrusted();

        assertThat(terminal.run("strip", "big.mov", "--in-place")).isZero();
        assertThat(key()).isEqualTo(key);
        assertThat(Files.size(film)).isEqualTo(length);
        assertThat(Files.getLastModifiedTime(film)).isEqualTo(MODIFIED);
        assertThat(terminal.run("verify", "big.mov")).isEqualTo(3);
    }

    @Test
    void reserved_room_is_used_on_every_system() throws IOException {
        write(Boxes.box("free", Octets.zeros(60_000)));
        long length = Files.size(film);
        Object key = key();
        assertThat(terminal.run(OwnFiles.tag("big.mov", "--in-place")))
                .as(terminal.err())
                .isZero();
        assertThat(Files.size(film)).isEqualTo(length);
        assertThat(key()).isEqualTo(key);
        assertTrusted();
    }

    @Test
    void a_film_with_another_name_is_written_anew() throws IOException {
        write(Octets.empty());
        Path other = folder.resolve("other.mov");
        Files.createLink(other, film);
        assertThat(terminal.run(OwnFiles.tag("big.mov", "--in-place")))
                .as(terminal.err())
                .isZero();
        assertThat(Files.isSameFile(film, other)).isFalse();
        assertTrusted();
        assertThat(terminal.run("verify", "other.mov")).isEqualTo(3);
    }

    @Test
    void a_change_that_was_cut_short_is_told_by_every_command_until_it_is_recovered() throws IOException {
        write(Octets.empty());
        Path record = PendingChange.recordOf(film);
        Files.writeString(record, "ESTAMPILLE");
        for (String[] command : new String[][] {
            OwnFiles.tag("big.mov", "--in-place"),
            {"strip", "big.mov", "--in-place"},
            {
                "amend",
                "big.mov",
                "--redact",
                "prompt",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem",
                "--in-place"
            }
        }) {
            assertThat(terminal.run(command)).as(command[0]).isEqualTo(5);
            assertThat(terminal.err())
                    .contains("big.mov: an earlier change of it was cut short; 'estampille recover' brings it back");
        }
        assertThat(terminal.run("verify", "big.mov")).isEqualTo(5);
        assertThat(terminal.out()).contains("a change of the file was cut short; 'estampille recover' brings it back");

        assertThat(terminal.run("recover", ".")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("was not changed yet").contains("big.mov");
        assertThat(record).doesNotExist();
        assertThat(terminal.run("recover", "big.mov")).isZero();
        assertThat(terminal.out()).contains("nothing to recover");
        assertThat(terminal.run("recover", ".")).isZero();
        assertThat(terminal.out()).contains("nothing to recover");
        assertThat(terminal.run("verify", "big.mov")).isEqualTo(3);
    }

    @Test
    void a_record_that_is_damaged_stays_and_the_file_too() throws IOException {
        write(Octets.empty());
        Path record = PendingChange.recordOf(film);
        Files.writeString(record, "these are notes of somebody");
        long length = Files.size(film);
        assertThat(terminal.run("recover", "big.mov.estampille-undo")).isEqualTo(5);
        assertThat(terminal.err()).contains("big.mov: its undo record is damaged");
        assertThat(record).exists();
        assertThat(Files.size(film)).isEqualTo(length);
        assertThat(terminal.run("recover", "gone.mov")).isEqualTo(6);
    }
}
